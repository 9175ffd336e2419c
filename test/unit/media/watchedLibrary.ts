import { VIDEOS } from '../../../linkedin/media/collections';
import { readMemory, type LibraryMemory } from '../../../linkedin/media/memory';
import { pollLibrary } from '../../../linkedin/media/pollLibrary';
import { ACCOUNT } from '../api/support';
import { FakeLibrary, type FakeEntry } from './fakeLibrary';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Small, so that a day of polls is read soon. */
const SIZES = { firstPage: 10, page: 1000, run: 5 };

/** A trigger that polls at equal intervals, of a library with uploads that nobody finished at its end. */
export class WatchedLibrary {
	readonly library = new FakeLibrary();
	readonly abandoned: FakeEntry[];
	/** Of the last poll. */
	calls: readonly string[] = [];
	memory: LibraryMemory = {};

	constructor(abandoned = 300) {
		this.abandoned = Array.from({ length: abandoned }, () => this.library.add('WAITING_UPLOAD'));
		for (let index = 0; index < 20; index += 1) this.library.add('AVAILABLE');
	}

	/** `event id` of each event. */
	async poll(afterMs: number): Promise<string[]> {
		this.library.now += afterMs;
		this.library.requests = [];
		const deadline = this.library.now + MINUTE;
		const events = new Set(['available'] as const);
		const watch = { account: ACCOUNT, events, deadline, sizes: SIZES };
		const polled = await pollLibrary(this.library.client, VIDEOS, watch, this.memory);
		this.memory = readMemory(JSON.parse(JSON.stringify(polled.memory))) ?? {};
		this.calls = this.library.requests;
		return polled.events.map(({ event, entity }) => `${event} ${entity.urn.slice(13)}`);
	}

	/** What each of so many polls costs. */
	async costs(polls: number, afterMs: number): Promise<number[]> {
		const costs: number[] = [];
		for (let count = 0; count < polls; count += 1) {
			await this.poll(afterMs);
			costs.push(this.calls.length);
		}
		return costs;
	}
}

export const sum = (costs: readonly number[]): number => costs.reduce((all, cost) => all + cost, 0);

/** A day of the table in docs/trigger.md. */
export interface PollDay {
	/** Uploads that nobody finished. */
	readonly abandoned: number;
	readonly refusesBatchGet: boolean;
	/** How many days before it the trigger was published. */
	readonly days: number;
}

/** The columns of that table. */
export const POLL_DAYS: ReadonlyArray<readonly [column: string, day: PollDay]> = [
	['without any', { abandoned: 0, refusesBatchGet: false, days: 1 }],
	['on the first day', { abandoned: 300, refusesBatchGet: false, days: 0 }],
	['after a day', { abandoned: 300, refusesBatchGet: false, days: 2 }],
	['after a day, batch get refused', { abandoned: 300, refusesBatchGet: true, days: 2 }],
];

/** Its rows, as n8n's *Poll Times* names them, and how far apart their polls are. */
export const POLL_INTERVALS: ReadonlyMap<string, number> = new Map([
	['Every Minute', MINUTE],
	['Every X: 15 minutes', 15 * MINUTE],
	['Every Hour', HOUR],
]);

/** The calls of that day, from midnight on. */
export async function callsOfDay(
	{ abandoned, refusesBatchGet, days }: PollDay,
	interval: number,
): Promise<number> {
	const watched = new WatchedLibrary(abandoned);
	watched.library.refusesBatchGet = refusesBatchGet;
	watched.library.now = Math.ceil(watched.library.now / DAY) * DAY;
	await watched.poll(0);
	if (days > 0) await watched.poll(days * DAY - interval);
	return sum(await watched.costs(DAY / interval, interval));
}

/** The heading of its first column. */
const HEADING = '*Poll Times*';

/** The table as people read it: the calls of each row, in the order of {@link POLL_DAYS}. */
export function pollTable(docs: string): Array<[row: string, calls: number[]]> {
	const [columns, , ...rows] = linesFrom(docs, `| ${HEADING} | Without any |`).map(cellsOf);
	const days = POLL_DAYS.map(([column]) => column);
	const read = columns?.slice(1).map((column) => column.toLowerCase()) ?? [];
	if (read.join() !== days.join()) {
		throw new Error(`docs/trigger.md: the columns are ${read.join()}, not ${days.join()}`);
	}
	return rows.map(([name = '', ...calls]) => [
		name.replace(/\*/g, ''),
		calls.map((cell) => Number(cell.replace(/,/g, ''))),
	]);
}

/** The table that begins with this line. */
function linesFrom(docs: string, first: string): string[] {
	const at = docs.indexOf(`\n${first}`);
	return at < 0
		? []
		: (docs
				.slice(at + 1)
				.split('\n\n')[0]
				?.split('\n') ?? []);
}

function cellsOf(line: string): string[] {
	return line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
}
