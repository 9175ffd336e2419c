import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import type { CallPurpose } from '../api/purpose';
import { isUnclear } from '../api/retry';
import { buildQuery, encodeValue } from '../api/restli';
import type { LibraryCollection } from './collections';
import { getEntity, type MediaEntity } from './entity';
import { libraryMetadata } from './libraryMetadata';
import type { LibraryUpdate, LibraryChange } from './libraryUpdate';
import { updateError } from './updateError';

/** The entry after the update. */
interface UpdateResult {
	/** Undefined if it could not be read afterwards. */
	readonly entity?: MediaEntity;
	readonly warning?: string;
}

/**
 * `POST .../{URN}?associatedAccount=...` with a patch: one call.
 *
 * An update whose answer was lost is not retried: the entry itself shows whether it was carried
 * out.
 *
 * @returns the entry, where it had to be read to know that
 * @throws LinkedInError, which explains a move that LinkedIn does not allow
 */
export async function changeLibraryEntry(
	client: LinkedInClient,
	collection: LibraryCollection,
	update: LibraryUpdate,
): Promise<MediaEntity | undefined> {
	try {
		await patch(client, collection, update);
		return undefined;
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		const seen = await getEntity(client, collection, update).catch(() => undefined);
		if (isUnclear(error) && seen && hasChanged(seen, update.change)) return seen;
		throw updateError(error, collection, update, seen);
	}
}

/**
 * The same, and then the entry as it now is.
 *
 * @throws LinkedInError as {@link changeLibraryEntry}
 */
export async function updateLibraryEntry(
	client: LinkedInClient,
	collection: LibraryCollection,
	update: LibraryUpdate,
): Promise<UpdateResult> {
	const entity = await changeLibraryEntry(client, collection, update);
	return entity ? { entity } : readAfter(client, collection, update);
}

function patch(
	client: LinkedInClient,
	collection: LibraryCollection,
	{ urn, account, change }: LibraryUpdate,
): Promise<void> {
	return client.callWithoutAnswer({
		method: 'POST',
		restliMethod: 'partial_update',
		documented: 204,
		path: `${collection.path}/${encodeValue(urn)}${buildQuery([['associatedAccount', account]])}`,
		body: { patch: { mediaLibraryMetadata: { $set: change } } },
		purpose: updatePurpose(collection, { urn, account }),
	});
}

/** What the call is for that changes an entry. */
export function updatePurpose(
	{ noun }: LibraryCollection,
	{ urn, account }: Pick<LibraryUpdate, 'urn' | 'account'>,
): CallPurpose {
	const doing = `update the ${noun} ${urn} in the library of ${account}`;
	return { doing, right: 'updateLibrary', account };
}

/** The update stays done, whether the entry can be read or not. */
async function readAfter(
	client: LinkedInClient,
	collection: LibraryCollection,
	update: LibraryUpdate,
): Promise<UpdateResult> {
	try {
		const entity = await getEntity(client, collection, update);
		if (hasChanged(entity, update.change)) return { entity };
		const warning = `LinkedIn accepted the update of the ${collection.noun} ${update.urn}, but still returns the old values. Use "Get" later to check whether they changed.`;
		return { entity, warning };
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		const warning = `The ${collection.noun} ${update.urn} was updated, but could not be read afterwards. ${error.message}.`;
		return { warning };
	}
}

function hasChanged(entity: MediaEntity, change: LibraryChange): boolean {
	const { assetName, mediaLibraryStatus } = libraryMetadata(entity);
	return (
		(change.assetName === undefined || change.assetName === assetName) &&
		(change.mediaLibraryStatus === undefined || change.mediaLibraryStatus === mediaLibraryStatus)
	);
}
