import { DAY_MS } from '../api/token';

/** Lists of LinkedIn's are brought up to date with a delay: what was changed shortly before may be missing. */
export const OVERLAP_MS = 3_600_000;

/** What comes into the list later than younger ones is told nevertheless, if not much later. */
const LATE_MS = 7 * DAY_MS;

/** What is remembered at most. */
export const MAX_SEEN = 1000;

/** What a trigger has told of a list. Times are epoch milliseconds. */
export interface Seen {
	/** What is from until then is no news, whether it is in `seen` or not. */
	readonly floor: number;
	/** What is younger than `floor` and was told or was there at the start: what it is called, and when it was. */
	readonly seen: Readonly<Record<string, number>>;
}

/** How an entry of the list is told from others, and when it came to be. */
interface Dated<Entry> {
	readonly keyOf: (entry: Entry) => string;
	readonly timeOf: (entry: Entry) => number;
}

/** What is there when the watching begins, and whatever is older, is no news. */
export function beginAt<Entry>(
	entries: readonly Entry[],
	least: number,
	{ timeOf }: Dated<Entry>,
): Seen {
	return { floor: latest(entries.map(timeOf), least), seen: {} };
}

/** What was not told yet, oldest first. */
export function newsIn<Entry>(
	entries: readonly Entry[],
	{ floor, seen }: Seen,
	{ keyOf, timeOf }: Dated<Entry>,
): readonly Entry[] {
	return entries
		.filter((entry) => timeOf(entry) > floor && !(keyOf(entry) in seen))
		.sort((one, other) => timeOf(one) - timeOf(other));
}

/** What was told, with these: of what falls out of the memory, none counts as news again. */
export function withSeen<Entry>(
	entries: readonly Entry[],
	before: Seen,
	{ keyOf, timeOf }: Dated<Entry>,
): Seen {
	const seen = new Map(Object.entries(before.seen));
	for (const entry of entries) {
		if (timeOf(entry) > before.floor) seen.set(keyOf(entry), timeOf(entry));
	}
	const kept = [...seen].sort(([, one], [, other]) => other - one).slice(0, MAX_SEEN);
	const newest = kept[0]?.[1] ?? before.floor;
	const oldest = kept.length < MAX_SEEN ? 0 : (kept.at(-1)?.[1] ?? 0);
	const floor = Math.max(before.floor, newest - LATE_MS, oldest);
	return { floor, seen: Object.fromEntries(kept.filter(([, time]) => time > floor)) };
}

/** What n8n stored of it; undefined for anything else than it could have stored. */
export function readSeen({ floor, seen }: Readonly<Record<string, unknown>>): Seen | undefined {
	if (typeof floor !== 'number' || typeof seen !== 'object' || seen === null) return undefined;
	const times = Object.entries(seen).filter(
		(entry): entry is [string, number] => typeof entry[1] === 'number',
	);
	return { floor, seen: Object.fromEntries(times) };
}

/** The latest of these times. */
export function latest(times: readonly number[], least: number): number {
	return times.reduce((one, other) => Math.max(one, other), least);
}
