import { isRecord } from '../api/parse';

/**
 * What a trigger remembers of a page's posts between two polls: plain JSON, some kilobytes, because n8n
 * keeps it with the workflow. Times are epoch milliseconds.
 */
export interface PostsMemory {
	/** The latest change that was seen: what was not changed since was read before. */
	readonly modified: number;
	/** What was published until then is no news, whether it is in `seen` or not. */
	readonly floor: number;
	/** The posts published after `floor` that were told or were there at the start: their numbers, and when. */
	readonly seen: Readonly<Record<string, number>>;
}

/** What n8n stored; anything else than it could have stored is no memory. */
export function readPostsMemory(value: unknown): PostsMemory | undefined {
	if (!isRecord(value)) return undefined;
	const { modified, floor, seen } = value;
	if (typeof modified !== 'number' || typeof floor !== 'number' || !isRecord(seen))
		return undefined;
	const times = Object.entries(seen).filter(
		(entry): entry is [string, number] => typeof entry[1] === 'number',
	);
	return { modified, floor, seen: Object.fromEntries(times) };
}
