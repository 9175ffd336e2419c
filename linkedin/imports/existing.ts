import type { LinkedInClient } from '../api/client';
import type { LookupError } from '../api/entryBatch';
import { isRefusedWith } from '../api/error';
import type { LibraryCollection } from '../media/collections';
import type { MediaEntity } from '../media/entity';
import { findByAccount, MAX_PAGE_SIZE } from '../media/find';
import { libraryMetadata } from '../media/libraryMetadata';
import { isOpen, lookTwice } from '../media/lookTwice';
import { Problem } from '../problem';
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

/** What has become of a URN: it is there, or nobody can say it. One that is gone is neither. */
export type Remembered = ExistingEntry | Problem;

/**
 * What is left of URNs that the importing side remembers, read in one go. Where LinkedIn does not let
 * this connection read, the memory is believed: uploading twice would be worse. For the same reason an
 * entry is gone only where LinkedIn says so of it (404, or a code that names the entry).
 *
 * @returns by URN, without those that LinkedIn no longer has, and uploads that were never completed
 * @throws LinkedInError, but for a refusal; CancelledError
 */
export async function findKnown(
	client: LinkedInClient,
	urns: readonly string[],
	{ collection, account, signal }: LibrarySearch,
	warn: (message: string) => void,
): Promise<ReadonlyMap<string, Remembered>> {
	if (urns.length === 0) return new Map();
	const unread = (urn: string): [string, ExistingEntry] => [urn, { urn, status: 'UNKNOWN' }];
	try {
		const lookups = await lookTwice(client, collection, { urns, account, signal });
		return new Map(
			lookups.flatMap((lookup): Array<[string, Remembered]> => {
				const { urn } = lookup;
				if ('error' in lookup) {
					const { error } = lookup;
					if (isOpen(error)) return [[urn, unclearProblem(urn, error)]];
					return error.status === 403 ? [unread(urn)] : [];
				}
				const existing = toExisting(lookup.entity);
				return LOST.has(existing.status) ? [] : [[urn, { ...existing, urn }]];
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

function unclearProblem(urn: string, { status, message }: LookupError): Problem {
	return new Problem(`Could not check whether ${urn} is still on LinkedIn`, {
		description: `Nothing was uploaded, because it may be there. LinkedIn said: "${message}" (status ${status}). Run the import again later.`,
	});
}

function toExisting(entity: MediaEntity): ExistingEntry {
	const { assetName } = libraryMetadata(entity);
	return {
		urn: entity.urn,
		status: entity.status,
		...(assetName === undefined ? {} : { assetName }),
	};
}
