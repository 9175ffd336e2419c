import { CancelledError } from '../api/http';

/** Answers that are read of one list: a thousand entries and more. */
const MAX_ANSWERS = 10;

/** Some entries of a list, and what asks for the rest; undefined: there is no more. */
interface Part<Entry> {
	readonly entries: readonly Entry[];
	readonly next: string | undefined;
}

/**
 * A list that LinkedIn gives in parts.
 *
 * @param list one part; `next` of the part before, undefined for the first one
 * @returns `whole` is false where there are more than are read, or an answer brought nothing new
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
