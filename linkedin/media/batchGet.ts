import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { CancelledError } from '../api/http';
import { Fields, isRecord } from '../api/parse';
import { redact } from '../api/redact';
import { buildQuery, encodeList } from '../api/restli';
import type { Collection } from './collections';
import { readListed } from './entity';
import type { BatchQuery, Lookup, LookupError } from './lookup';
import { getSingly } from './singleGets';

/** No maximum is documented. */
const BATCH_SIZE = 100;

/**
 * `GET ...?ids=List(...)`, {@link BATCH_SIZE} at a time. An app on the development tier gets 403 for
 * every batch get: then the entries are read one by one, at a rate that LinkedIn bears. So are those
 * of a batch that LinkedIn calls wrong: one id that it cannot read fails them all.
 *
 * @returns one answer per URN, in the order asked; a URN that stands there twice is asked for once
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export async function batchGet(
	client: LinkedInClient,
	collection: Collection,
	query: BatchQuery,
): Promise<readonly Lookup[]> {
	const unique = [...new Set(query.urns)];
	const found = new Map<string, Lookup>();
	let together = true;
	for (let first = 0; first < unique.length; first += BATCH_SIZE) {
		if (query.signal?.aborted) throw new CancelledError();
		const part = { ...query, urns: unique.slice(first, first + BATCH_SIZE) };
		const { lookups, refused } = together
			? await getPart(client, collection, part)
			: { lookups: await getSingly(client, collection, part) };
		if (refused?.status === 403) together = false;
		for (const lookup of lookups) found.set(lookup.urn, lookup);
	}
	return query.urns.map((urn) => found.get(urn) ?? { urn, error: UNANSWERED });
}

/** @returns also the refusal of the batch, where the entries were read one by one because of it */
async function getPart(
	client: LinkedInClient,
	collection: Collection,
	part: BatchQuery,
): Promise<{ lookups: readonly Lookup[]; refused?: LinkedInError }> {
	try {
		return { lookups: await getTogether(client, collection, part) };
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return { lookups: await getSingly(client, collection, part, error), refused: error };
	}
}

function isRefusal(error: unknown): error is LinkedInError {
	return error instanceof LinkedInError && (error.status === 403 || error.status === 400);
}

const UNANSWERED: LookupError = {
	status: 404,
	code: 'NOT_FOUND',
	message: 'LinkedIn’s answer says nothing about it',
};

function getTogether(
	client: LinkedInClient,
	collection: Collection,
	{ urns, account }: BatchQuery,
): Promise<readonly Lookup[]> {
	const query = buildQuery([
		['ids', { encoded: encodeList(urns) }],
		['associatedAccount', account],
	]);
	return client.call(
		{
			method: 'GET',
			restliMethod: 'batch_get',
			path: `${collection.path}${query}`,
			purpose: {
				doing: `read ${urns.length} ${collection.noun}${urns.length === 1 ? '' : 's'}`,
				right: collection.readRight,
				account,
			},
		},
		(answer) => {
			const results = byUrn(answer, 'results');
			const errors = byUrn(answer, 'errors');
			const statuses = byUrn(answer, 'statuses');
			return urns.map((urn): Lookup => {
				const result = results.get(urn);
				return isRecord(result)
					? { urn, entity: readListed(Fields.of(result, `results.${urn}`)) }
					: { urn, error: lookupError(errors.get(urn), statuses.get(urn)) };
			});
		},
	);
}

/** LinkedIn's keys are URNs, plain in the pages' samples and percent-encoded in others' logs. */
function byUrn(answer: Fields, name: string): ReadonlyMap<string, unknown> {
	const entries = answer.optionalObject(name)?.all() ?? {};
	return new Map(Object.entries(entries).map(([key, value]) => [key.replace(/%3A/gi, ':'), value]));
}

function lookupError(error: unknown, status: unknown): LookupError {
	if (!isRecord(error)) return { ...UNANSWERED, status: statusOf(status) };
	const { code, message } = error;
	return {
		status: statusOf(error.status, status),
		code: typeof code === 'string' ? code : null,
		message: typeof message === 'string' ? redact(message) : UNANSWERED.message,
	};
}

/** The first that is an error's. */
function statusOf(...candidates: unknown[]): number {
	for (const status of candidates) if (typeof status === 'number' && status >= 400) return status;
	return UNANSWERED.status;
}
