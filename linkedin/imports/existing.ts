import type { LinkedInClient } from '../api/client';
import { isRefusedWith } from '../api/error';
import { batchGetMedia } from '../media/batchGet';
import type { LibraryCollection } from '../media/collections';
import type { MediaEntity } from '../media/entity';
import { findByAccount, MAX_PAGE_SIZE } from '../media/find';
import { libraryMetadata } from '../media/libraryMetadata';
import { findMarker } from './marker';

/** An entry that is already on LinkedIn. */
export interface ExistingEntry {
	readonly urn: string;
	/** LinkedIn's status, or `UNKNOWN`. */
	readonly status: string;
	/** As the library shows it. */
	readonly assetName?: string;
}

/** Where to search, and for what. */
interface LibrarySearch {
	readonly collection: LibraryCollection;
	/** The ad account whose library is searched; without one, only known URNs count. */
	readonly account?: string;
	readonly signal?: AbortSignal;
}

/** An upload that was never completed, or that LinkedIn could not process: it is uploaded again. */
const LOST = new Set(['WAITING_UPLOAD', 'PROCESSING_FAILED']);

/**
 * The entries of a library that have one of the markers, found in one pass: uploads whose worker
 * died are there too, so the status decides.
 *
 * @returns by marker; if several entries have the same one, the last modified
 * @throws LinkedInError; CancelledError
 */
export async function findMarked(
	client: LinkedInClient,
	account: string,
	{ collection, signal }: LibrarySearch,
	markers: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ExistingEntry>> {
	const found = new Map<string, ExistingEntry>();
	if (markers.size === 0) return found;
	const query = { account, pageSize: MAX_PAGE_SIZE, signal };
	for await (const page of findByAccount(client, collection, query)) {
		for (const entity of page) {
			const existing = toExisting(entity);
			const marker = findMarker(existing.assetName ?? '');
			if (marker === undefined || !markers.has(marker) || LOST.has(existing.status)) continue;
			// Last modified first.
			if (!found.has(marker)) found.set(marker, existing);
		}
		if (found.size === markers.size) break;
	}
	return found;
}

/**
 * Which of the URNs that the importing side stored still exist, read in one go. If this connection
 * may not read them, they are trusted: uploading twice would be worse.
 *
 * @returns by URN, without those that LinkedIn no longer has, and uploads that were never completed
 * @throws LinkedInError, but for a refusal; CancelledError
 */
export async function findKnown(
	client: LinkedInClient,
	urns: readonly string[],
	{ collection, account, signal }: LibrarySearch,
	warn: (message: string) => void,
): Promise<ReadonlyMap<string, ExistingEntry>> {
	if (urns.length === 0) return new Map();
	const unread = (urn: string): [string, ExistingEntry] => [urn, { urn, status: 'UNKNOWN' }];
	try {
		const lookups = await batchGetMedia(client, collection, { urns, account, signal });
		return new Map(
			lookups.flatMap((lookup): Array<[string, ExistingEntry]> => {
				if ('error' in lookup) return lookup.error.status === 403 ? [unread(lookup.urn)] : [];
				const existing = toExisting(lookup.entity);
				return LOST.has(existing.status) ? [] : [[lookup.urn, { ...existing, urn: lookup.urn }]];
			}),
		);
	} catch (error) {
		if (!isRefusedWith(error, 403)) throw error;
		warn(
			`Known URNs could not be checked, so they are trusted as given: ${error.message}. ${error.description}`,
		);
		return new Map(urns.map(unread));
	}
}

function toExisting(entity: MediaEntity): ExistingEntry {
	const { assetName } = libraryMetadata(entity);
	return {
		urn: entity.urn,
		status: entity.status,
		...(assetName === undefined ? {} : { assetName }),
	};
}
