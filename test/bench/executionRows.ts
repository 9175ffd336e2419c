import { BASE } from './lab';
import type { Measure } from './measure';
import { mib, MIB, round, type Row } from './rows';

const EXECUTIONS = 50;
/** Of the process's queue. */
const MOST_CONNECTIONS = 16;
/** In MiB: the queue's budget, 64 as for one upload, and half a MiB that each execution has to itself. */
const MOST_GROWTH = 128 + 64 + EXECUTIONS / 2;
const MOST_STILL_MS = 100;

/** A worker with many executions: they share connections and memory, and let everybody have a turn. */
export const executions: Measure = async (lab, { executionBytes }) => {
	const before = (await lab.journal('videos.part')).length;
	const result = await lab.upload(
		'undici',
		executionBytes,
		{ ...BASE, options: { checkFile: false, partConcurrency: 16 } },
		{ executions: EXECUTIONS, memoryEveryMs: 20, warmUpBytes: 80 * MIB },
	);
	const parts = (await lab.recordedSince('videos.part', before)).slice(20);
	const connections = new Set(parts.map(({ connectionId }) => connectionId)).size;
	const { stillMs = NaN, idleMs = NaN } = result;
	const growth = mib(result.rssPeak - result.rssBefore);
	const what = `${EXECUTIONS} executions at once in one process, ${mib(executionBytes)} MiB and 16 lanes each`;
	const rows: Row[] = [
		{
			what,
			way: 'undici: connections',
			value: connections,
			unit: '',
			budget: `≤ ${MOST_CONNECTIONS}`,
			holds: connections <= MOST_CONNECTIONS,
			detail: { parts: parts.length, s: round(result.ms / 1000, 1) },
		},
		{
			what,
			way: 'undici: growth of memory',
			value: growth,
			unit: 'MiB',
			budget: `≤ ${MOST_GROWTH}`,
			holds: growth <= MOST_GROWTH,
			detail: { 'before MiB': mib(result.rssBefore) },
		},
		{
			what,
			way: 'undici: longest time without a turn of the event loop, ms',
			value: round(stillMs, 0),
			unit: '',
			budget: `≤ ${MOST_STILL_MS} more than an idle thread of the process`,
			holds: stillMs - idleMs <= MOST_STILL_MS,
			detail: { 'idle thread ms': round(idleMs, 0) },
		},
	];
	return rows;
};
