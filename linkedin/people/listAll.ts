import { CancelledError } from '../api/http';

/** Answers that are read per list: a thousand entries and more. */
const MAX_ANSWERS = 10;

/** Some entries of a list, and what requests the rest; undefined if there is no more. */
interface Part<Entry> {
	readonly entries: readonly Entry[];
	readonly next: string | undefined;
}

/**
 * A list that LinkedIn returns in parts.
 *
 * @param list returns one part; `next` is that of the part before, undefined for the first one
 * @returns `whole` is false if there are more than were read, or an answer contained nothing new
 * @throws CancelledError, and what `list` throws
 */
export async function listAll<Entry>(
	list: (next: string | undefined) => Promise<Part<Entry>>,
	signal?: AbortSignal,
): Promise<{ readonly entries: readonly Entry[]; readonly whole: boolean }> {
	const entries = new Map<string, Entry>();
	let next: string | undefined;
	for (let answers = 0; answers < MAX_ANSWERS; answers += 1) {
		if (signal?.aborted) throw new CancelledError();
		const part = await list(next);
		const before = entries.size;
		for (const entry of part.entries) entries.set(JSON.stringify(entry), entry);
		next = part.next;
		if (next === undefined) return { entries: [...entries.values()], whole: true };
		if (entries.size === before && part.entries.length > 0) break;
	}
	return { entries: [...entries.values()], whole: false };
}
