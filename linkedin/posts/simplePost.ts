import { LAST_DAY_MS } from '../api/lastDay';
import type { Post } from './post';
import { shownMedia } from './shownMedia';

/** What most workflows go on with, all on one level. */
export interface SimplePost {
	readonly urn: string;
	/** Where people see it. */
	readonly url: string;
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly author?: string;
	/** As a person types it. */
	readonly text?: string;
	readonly visibility?: string;
	readonly lifecycleState?: string;
	/** ISO 8601. */
	readonly createdAt?: string;
	readonly publishedAt?: string;
	/** URNs, in the order in which they are shown. */
	readonly media: readonly string[];
}

/**
 * A post in nine fields, each only where LinkedIn gives it.
 *
 * @param post as `describePost` gives it
 */
export function simplePost(post: Post): SimplePost {
	return {
		urn: String(post.urn),
		url: String(post.url),
		...told('author', authorOf(post.author)),
		...told('text', textOf(post.text)),
		...told('visibility', textOf(post.visibility)),
		...told('lifecycleState', textOf(post.lifecycleState)),
		...told('createdAt', isoTime(post.createdAt)),
		...told('publishedAt', isoTime(post.publishedAt)),
		media: shownMedia(post.content),
	};
}

function told<Name extends string>(
	name: Name,
	value: string | undefined,
): Partial<Record<Name, string>>;
function told(name: string, value: string | undefined): Readonly<Record<string, string>> {
	return value === undefined ? {} : { [name]: value };
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** LinkedIn still writes pages by their old name in places; no field of a form takes that one. */
function authorOf(value: unknown): string | undefined {
	return textOf(value)?.replace(/^urn:li:company:/, 'urn:li:organization:');
}

/** LinkedIn tells times in milliseconds since 1970. */
function isoTime(milliseconds: unknown): string | undefined {
	const isTime = typeof milliseconds === 'number' && Math.abs(milliseconds) <= LAST_DAY_MS;
	return isTime ? new Date(milliseconds).toISOString() : undefined;
}
