import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { CancelledError } from '../api/http';
import type { Collection } from './collections';
import { getEntity } from './entity';
import { namesTheEntry, type BatchQuery, type Lookup } from './lookup';

/** Reads at the same time, and the pause before the next ones: at most 20 a second. */
const AT_ONCE = 5;
const PAUSE_MS = 250;

/**
 * The entries one by one, where batch get cannot be had.
 *
 * @param refused why not, on the first try. It is thrown where the first single gets are refused in
 * the same way, so that a token without rights does not cost a call per entry.
 * @throws LinkedInError; CancelledError
 */
export async function getSingly(
	client: LinkedInClient,
	collection: Collection,
	{ urns, account, signal }: BatchQuery,
	refused?: LinkedInError,
): Promise<readonly Lookup[]> {
	const lookups: Lookup[] = [];
	for (let first = 0; first < urns.length; first += AT_ONCE) {
		if (signal?.aborted) throw new CancelledError();
		if (first > 0) await client.options.sleep(PAUSE_MS, signal);
		const wave = urns.slice(first, first + AT_ONCE);
		lookups.push(
			...(await Promise.all(wave.map((urn) => getOne(client, collection, urn, account)))),
		);
		if (refused && lookups.every((lookup) => isRefusedAlike(lookup, refused))) throw refused;
	}
	return lookups;
}

async function getOne(
	client: LinkedInClient,
	collection: Collection,
	urn: string,
	account: string | undefined,
): Promise<Lookup> {
	try {
		return { urn, entity: await getEntity(client, collection, { urn, account }) };
	} catch (error) {
		const status = error instanceof LinkedInError ? error.status : undefined;
		if (!(error instanceof LinkedInError) || !status || ![400, 403, 404].includes(status)) {
			throw error;
		}
		return { urn, error: { status, code: error.code ?? null, message: error.words } };
	}
}

/** By status; but a code that names the entry is about the entry, however many of them get it. */
function isRefusedAlike(lookup: Lookup, refused: LinkedInError): boolean {
	return (
		'error' in lookup && lookup.error.status === refused.status && !namesTheEntry(lookup.error.code)
	);
}
