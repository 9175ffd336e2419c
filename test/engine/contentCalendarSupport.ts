import { calendarStandIns } from './calendarStandIns';
import { dataTableNode, insert, type Meanwhile, type Table, type Tables } from './dataTable';
import type { RunResult } from './harness';
import { PAGE, scene } from './scene';
import { runShipped } from './shipped';

/** What somebody fills in. */
export interface CalendarRow {
	readonly text?: string;
	readonly mediaLink?: string;
	readonly title?: string;
	readonly postAt?: Date | null;
	readonly status?: string | null;
	readonly claim?: string;
	readonly claimedAt?: string;
}

export const MINUTE = 60_000;
export const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);

/** The workflow of `templates/content-calendar.json` and its table. */
export function contentCalendar() {
	const tables: Tables = new Map();
	let meanwhile: Meanwhile | undefined;
	const dataTable = dataTableNode(tables, (node) => meanwhile?.(node) ?? Promise.resolve());
	const stage = scene({
		n8n: { nodeTypes: { ...calendarStandIns, 'n8n-nodes-base.dataTable': dataTable } },
	});

	const run = (signal?: AbortSignal): Promise<RunResult> =>
		runShipped(stage, 'content-calendar.json', {
			...(signal && { signal }),
			picks: { author: PAGE },
		});
	function table(): Table {
		const made = tables.get('LinkedIn calendar');
		if (!made) throw new Error('the workflow makes it when it first runs');
		return made;
	}
	beforeEach(async () => {
		meanwhile = undefined;
		tables.clear();
		await run();
	});

	return {
		...stage,
		run,
		table,
		/** Rows that are due a minute ago and ready, unless they say otherwise. */
		fillIn: (...rows: readonly CalendarRow[]): void => {
			for (const row of rows) insert(table(), { postAt: ago(MINUTE), status: 'ready', ...row });
		},
		/** Before each operation on rows. */
		during: (what: Meanwhile): void => {
			meanwhile = what;
		},
		statuses: () => table().rows.map(({ status }) => status),
		texts: () => stage.linkedIn.posts().map(({ text }) => text),
		/** One run to its end, in which every row comes to its end too. */
		publish: async (): Promise<RunResult> => {
			const result = await run();
			expect(result.error).toBeUndefined();
			return result;
		},
	};
}
