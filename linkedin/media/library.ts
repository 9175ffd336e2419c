import type { LinkedInClient } from '../api/client';
import { LinkedInError } from '../api/error';
import { isUnclear } from '../api/retry';
import { buildQuery, encodeValue } from '../api/restli';
import type { LibraryCollection } from './collections';
import { getEntity, libraryMetadata, type MediaEntity } from './entity';
import type { LibraryStatus } from './find';

/** The fields that LinkedIn takes; it ignores all others without a word. */
export interface LibraryChange {
	readonly assetName?: string;
	readonly mediaLibraryStatus?: LibraryStatus;
}

/** An entry of an ad account's library, and what is to change. */
export interface LibraryUpdate {
	readonly urn: string;
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly change: LibraryChange;
}

/** The entry after an update. */
export interface UpdateResult {
	/** Undefined where it could not be read afterwards. */
	readonly entity?: MediaEntity;
	readonly warning?: string;
}

/**
 * `POST .../{URN}?associatedAccount=...` with a patch, then the entry as it now is.
 *
 * An update whose answer was lost is not sent again: the entry itself shows whether it was carried
 * out.
 *
 * @throws LinkedInError, which explains a move that LinkedIn does not allow
 */
export async function updateLibraryEntry(
	client: LinkedInClient,
	collection: LibraryCollection,
	update: LibraryUpdate,
): Promise<UpdateResult> {
	try {
		await patch(client, collection, update);
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		const seen = await getEntity(client, collection, update).catch(() => undefined);
		if (isUnclear(error) && seen && hasChanged(seen, update.change)) return { entity: seen };
		throw updateError(error, collection, update, seen);
	}
	return readAfter(client, collection, update);
}

function patch(
	client: LinkedInClient,
	collection: LibraryCollection,
	{ urn, account, change }: LibraryUpdate,
): Promise<void> {
	return client.callWithoutAnswer({
		method: 'POST',
		restliMethod: 'partial_update',
		path: `${collection.path}/${encodeValue(urn)}${buildQuery([['associatedAccount', account]])}`,
		body: { patch: { mediaLibraryMetadata: { $set: change } } },
		purpose: {
			doing: `update the ${collection.noun} ${urn} in the library of ${account}`,
			right: 'updateLibrary',
			account,
		},
	});
}

/** What was updated stays so, whether it can be read or not. */
async function readAfter(
	client: LinkedInClient,
	collection: LibraryCollection,
	update: LibraryUpdate,
): Promise<UpdateResult> {
	try {
		return { entity: await getEntity(client, collection, update) };
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

/** LinkedIn's own words say little about a move that it does not allow; its documents do. */
function updateError(
	error: LinkedInError,
	{ noun }: LibraryCollection,
	{ urn, change }: LibraryUpdate,
	entity: MediaEntity | undefined,
): LinkedInError {
	const refused = error.status === 400 || error.status === 409 || error.status === 422;
	const wanted = change.mediaLibraryStatus;
	const rule = wanted === undefined ? undefined : ruleAgainst(wanted, entity?.status);
	if (!refused || rule === undefined) return error;
	const state = entity === undefined ? '' : ` Its status is ${entity.status}.`;
	return new LinkedInError(`The ${noun} ${urn} cannot be made ${wanted ?? ''} now`, {
		...error.facts,
		description: `${rule}${state}`,
	});
}

/** linkedin-videos-api, linkedin-images-api, "Partial Update". Undefined: no rule is against it. */
function ruleAgainst(wanted: LibraryStatus, status: string | undefined): string | undefined {
	if (wanted === 'ARCHIVED') {
		if (status === 'AVAILABLE' || status === 'PROCESSING_FAILED') return undefined;
		return 'LinkedIn archives an entry only while it is not being processed: wait until it is available or has failed.';
	}
	if (status === 'AVAILABLE') return undefined;
	return 'LinkedIn makes an entry active again only where it was processed successfully. Upload the file anew.';
}
