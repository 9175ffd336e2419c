import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { DEFAULT_RETRY } from '../../linkedin/api/retry';
import { toNodeError } from '../run/errors';
import { readConnection } from '../transport/connection';
import { openClient } from '../transport/openClient';

/** A person is waiting for the list, so fail early. */
const RETRY = { ...DEFAULT_RETRY, maxRetries: 1, maxRetryAfterMs: 2000 };

/** A search must end: a person is waiting. */
const MAX_PAGES = 10;

/** Some entries of a list, and how to request the rest. */
export interface Listed {
	readonly entries: readonly INodeListSearchItems[];
	readonly next: string | undefined;
}

/**
 * What a picker shows: the entries that contain the filter. LinkedIn is not asked to filter, so
 * pages are read until one has something to show.
 *
 * @param list returns one page; `next` is that of the page before, undefined for the first one
 */
export async function search(
	caller: ILoadOptionsFunctions,
	filter: string | undefined,
	paginationToken: string | undefined,
	list: (client: LinkedInClient, next: string | undefined) => Promise<Listed>,
): Promise<INodeListSearchResult> {
	const wanted = (filter ?? '').trim().toLowerCase();
	try {
		const client = openClient(caller, await readConnection(caller), RETRY);
		let next = paginationToken === '' ? undefined : paginationToken;
		for (let pages = 1; ; pages += 1) {
			const page = await list(client, next);
			const results = page.entries.filter((entry) => shows(entry, wanted));
			next = page.next;
			if (next === undefined) return { results };
			if (results.length > 0 || pages === MAX_PAGES) return { results, paginationToken: next };
		}
	} catch (error) {
		throw toNodeError(caller.getNode(), error);
	}
}

/** `Campaigns (123456789, DRAFT)`: a name, with anything unusual about the entry. */
export function withFacts(name: string, facts: readonly (string | undefined)[]): string {
	const told = facts.filter((fact) => fact !== undefined && fact !== name);
	return told.length === 0 ? name : `${name} (${told.join(', ')})`;
}

function shows({ name, value }: INodeListSearchItems, wanted: string): boolean {
	return name.toLowerCase().includes(wanted) || String(value).toLowerCase().includes(wanted);
}
