import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { callsOfDay, POLL_DAYS, POLL_INTERVALS, pollTable } from '../unit/media/watchedLibrary';
import type { Row } from './rows';

/** The calls of the trigger's days: counted, and the table in docs/trigger.md is the budget. */
export async function polls(): Promise<Row[]> {
	const table = new Map(pollTable(readFileSync(join(__dirname, '../../docs/trigger.md'), 'utf8')));
	const rows: Row[] = [];
	for (const [name, interval] of POLL_INTERVALS) {
		const cells = table.get(name) ?? [];
		for (const [index, [column, day]] of POLL_DAYS.entries()) {
			const value = await callsOfDay(day, interval);
			const most = cells[index];
			rows.push({
				what: `calls of the trigger in a day, ${name}`,
				way:
					day.abandoned === 0
						? 'no unfinished upload'
						: `${day.abandoned} unfinished uploads, ${column}`,
				value,
				unit: 'requests',
				budget: `≤ ${most ?? '?'}`,
				holds: most !== undefined && value <= most,
				detail: { ...day },
			});
		}
	}
	return rows;
}
