import type { LinkedInClient } from './client';
import { LinkedInError } from './error';
import { CancelledError } from './http';
import { isRecord, type JsonFields } from './parse';
import type { CallPurpose } from './purpose';
import { redact } from './redact';
import { encodeList } from './restli';

/** No maximum is documented. */
const BATCH_SIZE = 100;

/** Single reads at the same time, and the pause before the next ones: at most 20 a second. */
const AT_ONCE = 5;
const PAUSE_MS = 250;

/** Why one URN of many has no entry. */
export interface LookupError {
	readonly status: number;
	readonly code: string | null;
	readonly message: string;
}

export interface MissingEntry {
	readonly urn: string;
	readonly error: LookupError;
}

/** What is read many at a time, as Rest.li's batch get has it. */
export interface BatchGet<Found extends { readonly urn: string }> {
	readonly urns: readonly string[];
	readonly signal?: AbortSignal;
	/** The address for `ids=List(...)`, which is encoded already. */
	path(ids: { readonly encoded: string }): string;
	purpose(count: number): CallPurpose;
	/** One of LinkedIn's `results`. */
	found(urn: string, result: Readonly<Record<string, unknown>>): Found;
	/** One of them by itself. */
	single(urn: string): Promise<Found>;
	/** Whether an error is of this one entry, so that others may be read all the same. */
	isOfEntry(error: LookupError): boolean;
}

/**
 * {@link BATCH_SIZE} at a time. An app on the development tier gets 403 for every batch get: then the
 * entries are read one by one, at a rate that LinkedIn bears. So are those of a batch that LinkedIn
 * calls wrong (400): one id that it cannot read fails them all.
 *
 * @returns one answer per URN, in the order asked; a URN that stands there twice is asked for once
 * @throws LinkedInError where LinkedIn refuses all of it; CancelledError
 */
export async function batchGetEntries<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: BatchGet<Found>,
): Promise<ReadonlyArray<Found | MissingEntry>> {
	const unique = [...new Set(batch.urns)];
	const answers = new Map<string, Found | MissingEntry>();
	let together = true;
	for (let first = 0; first < unique.length; first += BATCH_SIZE) {
		if (batch.signal?.aborted) throw new CancelledError();
		const part = { ...batch, urns: unique.slice(first, first + BATCH_SIZE) };
		const { lookups, refused } = together
			? await getPart(client, part)
			: { lookups: await getSingly(client, part) };
		if (refused?.status === 403) together = false;
		for (const lookup of lookups) answers.set(lookup.urn, lookup);
	}
	return batch.urns.map((urn) => answers.get(urn) ?? { urn, error: UNANSWERED });
}

/** @returns also the refusal of the batch, where the entries were read one by one because of it */
async function getPart<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: BatchGet<Found>,
): Promise<{ lookups: ReadonlyArray<Found | MissingEntry>; refused?: LinkedInError }> {
	try {
		return { lookups: await getTogether(client, batch) };
	} catch (error) {
		if (!isRefusal(error, [400, 403])) throw error;
		return { lookups: await getSingly(client, batch, error), refused: error };
	}
}

function isRefusal(error: unknown, statuses: readonly number[]): error is LinkedInError {
	return error instanceof LinkedInError && statuses.includes(error.status ?? 0);
}

const UNANSWERED: LookupError = {
	status: 404,
	code: 'NOT_FOUND',
	message: 'LinkedIn’s answer says nothing about it',
};

function getTogether<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: BatchGet<Found>,
): Promise<ReadonlyArray<Found | MissingEntry>> {
	const { urns } = batch;
	return client.call(
		{
			method: 'GET',
			restliMethod: 'batch_get',
			path: batch.path({ encoded: encodeList(urns) }),
			purpose: batch.purpose(urns.length),
		},
		(answer) => {
			const results = byUrn(answer, 'results');
			const errors = byUrn(answer, 'errors');
			const statuses = byUrn(answer, 'statuses');
			return urns.map((urn) => {
				const result = results.get(urn);
				return isRecord(result)
					? batch.found(urn, result)
					: { urn, error: lookupError(errors.get(urn), statuses.get(urn)) };
			});
		},
	);
}

/** LinkedIn's keys are URNs, plain in the pages' samples and percent-encoded in others' logs. */
function byUrn(answer: JsonFields, name: string): ReadonlyMap<string, unknown> {
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

/**
 * The entries one by one, where batch get cannot be had.
 *
 * @param refused why not, on the first try. It is thrown where the first single gets are refused in
 * the same way, so that a token without rights does not cost a call per entry.
 * @throws LinkedInError; CancelledError
 */
async function getSingly<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: BatchGet<Found>,
	refused?: LinkedInError,
): Promise<ReadonlyArray<Found | MissingEntry>> {
	const { urns, signal } = batch;
	const lookups: Array<Found | MissingEntry> = [];
	for (let first = 0; first < urns.length; first += AT_ONCE) {
		if (signal?.aborted) throw new CancelledError();
		if (first > 0) await client.options.sleep(PAUSE_MS, signal);
		const wave = urns.slice(first, first + AT_ONCE);
		lookups.push(...(await Promise.all(wave.map((urn) => getOne(batch, urn)))));
		const isAlike = (lookup: Found | MissingEntry): boolean =>
			'error' in lookup &&
			lookup.error.status === refused?.status &&
			!batch.isOfEntry(lookup.error);
		if (refused && lookups.every(isAlike)) throw refused;
	}
	return lookups;
}

async function getOne<Found extends { readonly urn: string }>(
	batch: BatchGet<Found>,
	urn: string,
): Promise<Found | MissingEntry> {
	try {
		return await batch.single(urn);
	} catch (error) {
		if (!isRefusal(error, [400, 403, 404])) throw error;
		const { status = UNANSWERED.status, code = null, words } = error;
		return { urn, error: { status, code, message: words } };
	}
}

// Old names, until nodes/ follows.
export type { MissingEntry as Missing };
