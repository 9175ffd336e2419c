import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { isRecord } from '../../linkedin/api/parse';
import { median, type Measure } from './measure';
import { mib, round, type Row } from './rows';

const BUDGET_MS = 60;
const BUDGET_MIB = 8;
const TIMES = 7;

/** n8n loads every node at its start, also for those who never use it. */
export const loading: Measure = () => Promise.resolve(rows());

function rows(): Row[] {
	const runs = Array.from({ length: TIMES }, load);
	const what = 'loading the nodes and credentials at n8n’s start';
	const ms = median(runs.map((run) => run.ms));
	const memory = mib(median(runs.map(({ bytes }) => bytes)));
	const foreign = [...new Set(runs.flatMap((run) => run.foreign))];
	return [
		{
			what,
			way: 'require',
			value: round(ms, 0),
			unit: 'ms',
			budget: `≤ ${BUDGET_MS}`,
			holds: ms <= BUDGET_MS,
			detail: { 'CPU ms': round(median(runs.map(({ cpuMs }) => cpuMs)), 0) },
		},
		{
			what,
			// The chart of memory is about uploads.
			way: 'memory in MiB',
			value: memory,
			unit: '',
			budget: `≤ ${BUDGET_MIB}`,
			holds: memory <= BUDGET_MIB,
			detail: {},
		},
		{
			what,
			way: 'other packages (undici is loaded at first use)',
			value: foreign.length,
			unit: 'files',
			budget: '0',
			holds: foreign.length === 0,
			detail: {},
		},
	];
}

function load() {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--expose-gc', join(__dirname, 'loading.mjs')],
		{ encoding: 'utf8' },
	);
	if (status !== 0) throw new Error(`loading failed: ${stderr}`);
	const result: unknown = JSON.parse(stdout);
	if (!isRecord(result) || !Array.isArray(result.foreign)) throw new Error(`no result: ${stdout}`);
	const { ms, cpuMs, bytes, foreign } = result;
	return {
		ms: Number(ms),
		cpuMs: Number(cpuMs),
		bytes: Number(bytes),
		foreign: foreign.map(String),
	};
}
