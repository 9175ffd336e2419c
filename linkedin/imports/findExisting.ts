import type { LinkedInClient } from '../api/client';
import { parseMediaUrn } from '../api/urn';
import type { ImportEntry } from './entry';
import type { Remembered } from './existing';
import { findMarked, findKnown } from './existing';
import { markerOf } from './marker';
import type { ImportRequest } from './request';

/** How to search for entries. */
export interface SearchOptions {
	/** Takes a warning for the user. */
	readonly warn: (message: string) => void;
	readonly signal?: AbortSignal;
}

/**
 * The entries that are on LinkedIn already, by their ids: the library's own memory first, then that of
 * the importing side. Of an entry of which it is not known whether it is there, the reason why.
 *
 * @throws LinkedInError; CancelledError
 */
export async function findExisting(
	client: LinkedInClient,
	request: ImportRequest,
	wanted: readonly ImportEntry[],
	{ warn, signal }: SearchOptions,
): Promise<ReadonlyMap<string, Remembered>> {
	const { systemName, collection, account, ifExists } = request;
	const existing = new Map<string, Remembered>();
	if (ifExists === 'uploadAnew') return existing;
	const search = { collection, account, signal };
	if (account !== undefined) {
		const markers = new Map(
			wanted.map(({ externalId }) => [markerOf({ systemName, externalId }), externalId]),
		);
		const found = await findMarked(client, account, search, new Set(markers.keys()));
		for (const [marker, externalId] of markers) {
			const entity = found.get(marker);
			if (entity) existing.set(externalId, entity);
		}
	}
	const remembered = wanted.flatMap(({ externalId, knownUrn }) =>
		knownUrn === undefined || existing.has(externalId)
			? []
			: [{ externalId, urn: parseMediaUrn(knownUrn, collection.urnType, 'Known URN').text }],
	);
	const urns = remembered.map(({ urn }) => urn);
	const found = await findKnown(client, urns, search, warn);
	for (const { externalId, urn } of remembered) {
		const entity = found.get(urn);
		if (entity) existing.set(externalId, entity);
	}
	return existing;
}
