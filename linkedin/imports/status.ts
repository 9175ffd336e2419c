import type { LinkedInClient } from '../api/client';
import { batchGetMedia } from '../media/batchGet';
import { IMAGES, VIDEOS } from '../media/collections';
import type { MediaLookup } from '../media/lookup';
import type { KnownEntry, KnownImport } from './readStatus';

/** The current status of an import, in the documented form; fields of the result stay. */
interface ImportStatus {
	/** No entry is still being processed. */
	readonly finished: boolean;
	readonly state: string;
	readonly [field: string]: unknown;
}

/**
 * The current status of an import's entries, with one call for each hundred of them.
 *
 * For each entry: `PROCESSING` is `started`, `AVAILABLE` is `success` (or stays `skipped`),
 * `PROCESSING_FAILED` is `failed` with LinkedIn's reason. What this connection can't read is
 * `unknown`; what failed before stays failed.
 *
 * @throws LinkedInError, CancelledError
 */
export async function getImportStatus(
	client: LinkedInClient,
	known: KnownImport,
	signal?: AbortSignal,
): Promise<ImportStatus> {
	const { fields, entries } = known;
	if (entries === undefined) {
		const state = String(fields.state);
		return { ...fields, finished: state !== 'started', state };
	}
	const lookups = new Map<string, MediaLookup>();
	for (const collection of [VIDEOS, IMAGES]) {
		const urns = entries.flatMap(({ urn }) => (urn?.type === collection.urnType ? [urn.text] : []));
		if (urns.length === 0) continue;
		for (const lookup of await batchGetMedia(client, collection, { urns, signal })) {
			lookups.set(lookup.urn, lookup);
		}
	}
	const videos = entries.map((entry) => {
		const lookup = entry.urn && lookups.get(entry.urn.text);
		return lookup ? judged(entry, lookup) : entry.fields;
	});
	const finished = videos.every(({ state }) => state !== 'started');
	return { ...fields, finished, state: finished ? 'success' : 'started', videos };
}

function judged(entry: KnownEntry, lookup: MediaLookup): Readonly<Record<string, unknown>> {
	// What was said before may no longer be true.
	const { reason, description, ...fields } = entry.fields;
	if ('error' in lookup) {
		const { status, message } = lookup.error;
		return status === 403
			? {
					...fields,
					state: 'unknown',
					reason: `Its status could not be read: ${message}`,
					status: 'UNKNOWN',
				}
			: {
					...fields,
					state: 'failed',
					reason: `LinkedIn can’t find it: ${message}`,
					status: 'UNKNOWN',
				};
	}
	const { status, processingFailureReason: why = 'LinkedIn gave no reason' } = lookup.entity;
	switch (status) {
		case 'PROCESSING_FAILED':
			return {
				...fields,
				state: 'failed',
				reason: `LinkedIn could not process it: ${why}`,
				status,
			};
		case 'AVAILABLE':
			return fields.state === 'skipped'
				? { ...fields, reason, ...(description === undefined ? {} : { description }), status }
				: { ...fields, state: 'success', status };
		default:
			return { ...fields, state: 'started', status };
	}
}
