import { ANOTHER, isAnotherEntry, unusable } from './anotherEntry';
import type { LinkedInClient } from './client';
import type { EntryBatch, MissingEntry } from './entryBatch';
import type { LinkedInError } from './error';
import { isRefusedWith } from './error';
import { getSingly } from './getSingly';
import { CancelledError } from './http';
import { Unanswered, toLookupError } from './lookupErrors';
import { isRecord, type JsonFields } from './parse';
import { encodeList } from './restli';

/** No maximum is documented. */
export const BATCH_SIZE = 100;

/**
 * {@link BATCH_SIZE} at a time. An app on the development tier gets 403 for every batch get: then
 * the entries are read one by one, at a rate that LinkedIn tolerates. The same goes for a batch
 * that LinkedIn rejects (400): one ID that it can't read fails all of them.
 *
 * @returns one answer per URN, in the order of the request; a duplicate URN is requested once
 * @throws LinkedInError if LinkedIn refuses all of it; CancelledError
 */
export async function batchGetEntries<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: EntryBatch<Found>,
): Promise<ReadonlyArray<Found | MissingEntry>> {
	const unique = [...new Set(batch.urns)];
	const answers = new Map<string, Found | MissingEntry>();
	let together = true;
	let verb: Verb = 'GET';
	for (let first = 0; first < unique.length; first += BATCH_SIZE) {
		if (batch.signal?.aborted) throw new CancelledError();
		const part = { ...batch, urns: unique.slice(first, first + BATCH_SIZE) };
		const answer: Answer<Found> = together
			? await getPart(client, part, verb)
			: { lookups: await getSingly(client, part), verb };
		const { lookups, refused } = answer;
		if (refused?.status === 403) together = false;
		({ verb } = answer);
		for (const lookup of lookups) answers.set(lookup.urn, lookup);
	}
	return batch.urns.map((urn) => answers.get(urn) ?? { urn, error: new Unanswered() });
}

type Verb = 'GET' | 'POST';

/** Of some of the entries. */
interface Answer<Found> {
	readonly lookups: ReadonlyArray<Found | MissingEntry>;
	/** The refusal of the batch, if it was why the entries were read one by one. */
	readonly refused?: LinkedInError;
	/** What LinkedIn took. */
	readonly verb: Verb;
}

async function getPart<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: EntryBatch<Found>,
	verb: Verb,
): Promise<Answer<Found>> {
	try {
		return { lookups: await getTogether(client, batch, verb), verb };
	} catch (error) {
		if (batch.alsoByPost && verb === 'GET' && isRefusedWith(error, 404, 405)) {
			return getPart(client, batch, 'POST');
		}
		if (!isRefusedWith(error, 400, 403)) throw error;
		return { lookups: await getSingly(client, batch, error), refused: error, verb };
	}
}

/**
 * All of them in one call, at most {@link BATCH_SIZE}.
 *
 * @throws LinkedInError if LinkedIn refuses it; nothing is then read one by one
 */
export function getTogether<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: EntryBatch<Found>,
	method: Verb = 'GET',
): Promise<ReadonlyArray<Found | MissingEntry>> {
	const { urns } = batch;
	return client.call(
		{
			method,
			restliMethod: 'batch_get',
			repeatable: true,
			path: batch.path({ encoded: encodeList(urns) }),
			purpose: batch.purpose(urns.length),
			retry: batch.retry,
		},
		(answer) => {
			const results = byUrn(answer, 'results');
			const errors = byUrn(answer, 'errors');
			const statuses = byUrn(answer, 'statuses');
			return urns.map((urn) => {
				const result = results.get(urn);
				if (!isRecord(result)) {
					return { urn, error: toLookupError(errors.get(urn), statuses.get(urn)) };
				}
				return isAnotherEntry(urn, result.id)
					? { urn, error: ANOTHER }
					: foundIn(batch, urn, result);
			});
		},
	);
}

/** One that cannot be used is told in its place: it fails none of the others. */
function foundIn<Found extends { readonly urn: string }>(
	batch: EntryBatch<Found>,
	urn: string,
	result: Readonly<Record<string, unknown>>,
): Found | MissingEntry {
	try {
		return batch.found(urn, result);
	} catch (error) {
		const reason = unusable(error);
		if (reason === undefined) throw error;
		return { urn, error: reason };
	}
}

/** LinkedIn's keys are URNs, plain in the pages' samples and percent-encoded in others' logs. */
function byUrn(answer: JsonFields, name: string): ReadonlyMap<string, unknown> {
	const entries = answer.optionalObject(name)?.all() ?? {};
	return new Map(Object.entries(entries).map(([key, value]) => [key.replace(/%3A/gi, ':'), value]));
}
