import { unusable } from './anotherEntry';
import type { LinkedInClient } from './client';
import type { EntryBatch, MissingEntry } from './entryBatch';
import { isRefusedWith, LinkedInError } from './error';
import { CancelledError } from './http';
import { isTransient } from './retry';

/** Single reads at once, and the pause before the next ones: at most 20 a second. */
const AT_ONCE = 5;
const PAUSE_MS = 250;

/**
 * The entries one by one, where batch get cannot be had. What LinkedIn fails to read of one of them is
 * that one's answer; where it fails for a whole wave, none further is asked for.
 *
 * @param refused why not. It is thrown if the first single gets are refused in the same way, so
 * that a token without permissions doesn't cost a call for each entry.
 * @throws LinkedInError; CancelledError
 */
export async function getSingly<Found extends { readonly urn: string }>(
	client: LinkedInClient,
	batch: EntryBatch<Found>,
	refused?: LinkedInError,
): Promise<ReadonlyArray<Found | MissingEntry>> {
	const { urns, signal } = batch;
	const lookups: Array<Found | MissingEntry> = [];
	for (let first = 0; first < urns.length; first += AT_ONCE) {
		if (signal?.aborted) throw new CancelledError();
		if (first > 0) await client.options.sleep(PAUSE_MS, signal);
		const wave = urns.slice(first, first + AT_ONCE);
		const failures: LinkedInError[] = [];
		lookups.push(...(await Promise.all(wave.map((urn) => getOne(batch, urn, failures)))));
		const [failure] = failures;
		if (failure && failures.length === wave.length) throw failure;
		const isAlike = (lookup: Found | MissingEntry): boolean =>
			'error' in lookup &&
			lookup.error.status === refused?.status &&
			!batch.isOfEntry(lookup.error);
		if (refused && lookups.every(isAlike)) throw refused;
	}
	return lookups;
}

/** @param failures takes what LinkedIn may well answer at another time */
async function getOne<Found extends { readonly urn: string }>(
	batch: EntryBatch<Found>,
	urn: string,
	failures: LinkedInError[],
): Promise<Found | MissingEntry> {
	try {
		return await batch.single(urn);
	} catch (error) {
		const reason = error instanceof LinkedInError ? unusable(error.cause) : undefined;
		if (reason !== undefined) return { urn, error: reason };
		if (!(error instanceof LinkedInError)) throw error;
		const { status, code = null, words } = error;
		if (status === undefined) throw error;
		if (isTransient(status)) failures.push(error);
		else if (!isRefusedWith(error, 400, 403, 404)) throw error;
		return { urn, error: { status, code, message: words } };
	}
}
