import type { LinkedInClient } from '../api/client';
import { IMAGES, VIDEOS } from '../media/collections';
import type { MediaLookup } from '../media/lookup';
import { isOpen, lookTwice } from '../media/lookTwice';
import type { KnownEntry, KnownImport } from './readStatus';

/** An import, or one entry of it, as it stands now; the other fields of what was given stay. */
interface ImportStatus {
	/** Nothing is being processed any more, and nothing is left to be found out. */
	readonly finished: boolean;
	readonly state: string;
	readonly [field: string]: unknown;
}

interface EntryStatus {
	readonly finished: boolean;
	readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What LinkedIn has made of the entries of several imports, by as few calls as there are hundreds of
 * them altogether.
 *
 * Per entry: `PROCESSING` is `started`, `AVAILABLE` is `success` (or stays `skipped`),
 * `PROCESSING_FAILED` is `failed` with LinkedIn's reason. What this connection may not read is
 * `unknown`, and so is what LinkedIn failed to read twice, which is not finished; what failed before
 * stays as it was.
 *
 * @returns the status of each import, in the document's shape; of what was given as an entry an entry
 * @throws LinkedInError, CancelledError
 */
export async function getImportStatuses(
	client: LinkedInClient,
	imports: readonly KnownImport[],
	signal?: AbortSignal,
): Promise<ReadonlyMap<KnownImport, ImportStatus>> {
	const urns = imports.flatMap(({ entries = [] }) => entries.flatMap(({ urn }) => urn ?? []));
	const lookups = new Map<string, MediaLookup>();
	for (const collection of [VIDEOS, IMAGES]) {
		const ofType = urns.filter(({ type }) => type === collection.urnType).map(({ text }) => text);
		if (ofType.length === 0) continue;
		for (const lookup of await lookTwice(client, collection, { urns: ofType, signal })) {
			lookups.set(lookup.urn, lookup);
		}
	}
	return new Map(imports.map((known) => [known, statusOf(known, lookups)]));
}

function statusOf(
	{ fields, entries, isEntry }: KnownImport,
	lookups: ReadonlyMap<string, MediaLookup>,
): ImportStatus {
	if (entries === undefined) {
		const state = String(fields.state);
		return { ...fields, finished: state !== 'started', state };
	}
	const judged = entries.map((entry) => judge(entry, entry.urn && lookups.get(entry.urn.text)));
	const [only] = judged;
	if (isEntry && only) {
		return { ...only.fields, finished: only.finished, state: String(only.fields.state) };
	}
	const finished = judged.every((entry) => entry.finished);
	const videos = judged.map((entry) => entry.fields);
	return { ...fields, finished, state: finished ? 'success' : 'started', videos };
}

function judge(entry: KnownEntry, lookup: MediaLookup | undefined): EntryStatus {
	if (!lookup) return { finished: entry.fields.state !== 'started', fields: entry.fields };
	// What was said before may hold no more.
	const { reason, description, ...fields } = without(entry.fields, 'finished');
	const told = (state: string, why?: string, status = 'UNKNOWN'): EntryStatus => ({
		finished: state !== 'started',
		fields: { ...fields, state, ...(why === undefined ? {} : { reason: why }), status },
	});
	if ('error' in lookup) {
		const { status, message } = lookup.error;
		if (isOpen(lookup.error)) {
			const why = `Its status is not known yet: LinkedIn said "${message}" (status ${status})`;
			return { ...told('unknown', why), finished: false };
		}
		return status === 403
			? told('unknown', `Its status could not be read: ${message}`)
			: told('failed', `LinkedIn can’t find it: ${message}`);
	}
	const { status, processingFailureReason: why = 'LinkedIn gave no reason' } = lookup.entity;
	switch (status) {
		case 'PROCESSING_FAILED':
			return told('failed', `LinkedIn could not process it: ${why}`, status);
		case 'AVAILABLE':
			if (fields.state !== 'skipped') return told('success', undefined, status);
			return {
				finished: true,
				fields: {
					...fields,
					reason,
					...(description === undefined ? {} : { description }),
					status,
				},
			};
		default:
			return told('started', undefined, status);
	}
}

function without(
	fields: Readonly<Record<string, unknown>>,
	dropped: string,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== dropped));
}
