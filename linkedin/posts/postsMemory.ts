import { recordOf } from '../api/parse';
import { readSeen, type Seen } from './seen';

/**
 * What a trigger remembers of a page's posts between two polls: plain JSON, some kilobytes, because n8n
 * keeps it with the workflow. Posts are called by the numbers of their URNs.
 */
export interface PostsMemory extends Seen {
	/** The latest change that was seen, in epoch milliseconds: what was not changed since was read before. */
	readonly modified: number;
}

/** What n8n stored; anything else than it could have stored is no memory. */
export function readPostsMemory(value: unknown): PostsMemory | undefined {
	const fields = recordOf(value);
	const { modified } = fields;
	const seen = readSeen(fields);
	return typeof modified === 'number' && seen ? { modified, ...seen } : undefined;
}
