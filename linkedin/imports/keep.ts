import { LinkedInError } from '../api/error';
import type { Intent } from '../api/intent';
import { updateLibraryEntry, updatePurpose } from '../media/library';
import type { LibraryChange } from '../media/libraryUpdate';
import type { ImportEntry } from './entry';
import { titleOf } from './entryNames';
import type { ExistingEntry } from './existing';
import { isOtherFile } from './knownFile';
import { markedName } from './marker';
import type { ImportRequest } from './request';
import type { EntryResult, ImportedMedia } from './result';
import { typeByName } from './typeByName';
import { openEntry, uploadEntry, type EntryTools } from './upload';

/** What came of an entry that was there already. */
type Kept = Pick<EntryResult, 'state' | 'reason' | 'video' | 'file' | 'known'>;

/**
 * What is there stays, or follows the request where that is wanted: its name, and its file where the
 * importing side knows the old one and finds another.
 *
 * @throws Problem, LinkedInError, UploadFailure, CancelledError
 */
export async function keepEntry(
	tools: EntryTools,
	request: ImportRequest,
	entry: ImportEntry,
	existing: ExistingEntry,
): Promise<Kept> {
	const { known } = entry;
	const kept = { video: mediaOf(entry, existing, request), ...(known && { known }) };
	const skipped: Kept = { state: 'skipped', reason: 'already exists', ...kept };
	if (request.ifExists !== 'update' || request.account === undefined) return skipped;
	const replaced = await replaceOther(tools, request, entry, existing);
	if (replaced) return replaced;
	const title = titleOf(entry);
	if (title === undefined) return skipped;
	const { systemName } = request;
	const assetName = markedName(title, { systemName, externalId: entry.externalId });
	if (assetName === existing.assetName) return skipped;
	const renaming = changeIntent(request, existing, { assetName });
	tools.context.announce?.({ ...renaming, preview: { action: 'update', ...renaming.preview } });
	await change(tools, request, existing, { assetName });
	return { state: 'success', reason: 'updated', ...kept };
}

/** LinkedIn changes no file: another one is a new entry, and the old one goes to the archive. */
async function replaceOther(
	tools: EntryTools,
	request: ImportRequest,
	entry: ImportEntry,
	existing: ExistingEntry,
): Promise<Kept | undefined> {
	if (!entry.known) return undefined;
	const file = await openEntry(tools, request, entry);
	if (!isOtherFile(entry.known, file, request.options.acceptChangingEtag)) return undefined;
	const wanted: LibraryChange = { mediaLibraryStatus: 'ARCHIVED' };
	const archiving = changeIntent(request, existing, wanted);
	const uploaded = await uploadEntry(tools, request, entry, { source: file, then: archiving });
	try {
		await change(tools, request, existing, wanted);
	} catch (error) {
		if (!(error instanceof LinkedInError)) throw error;
		tools.context.warn(
			`The new file was uploaded, but its old entry ${existing.urn} could not be archived. ${error.message}. ${error.description}`,
		);
	}
	return { state: 'success', reason: 'replaced', ...uploaded };
}

/** One write, and the read after it. */
function changeIntent(
	{ account = '', collection }: ImportRequest,
	{ urn }: ExistingEntry,
	change: LibraryChange,
): Intent {
	return {
		preview: { urn, ...change },
		writes: [updatePurpose(collection, { urn, account })],
		reads: { least: 1, most: 1 },
	};
}

async function change(
	{ context }: EntryTools,
	{ account, collection }: ImportRequest,
	{ urn }: ExistingEntry,
	wanted: LibraryChange,
): Promise<void> {
	if (account === undefined) return;
	const update = { urn, account, change: wanted };
	const { warning } = await updateLibraryEntry(context.client, collection, update);
	if (warning !== undefined) context.warn(warning);
}

function mediaOf(
	{ url, fileName }: ImportEntry,
	{ urn }: ExistingEntry,
	{ collection }: ImportRequest,
): ImportedMedia {
	const path = URL.canParse(url) ? new URL(url).pathname : undefined;
	const mimeType = typeByName(collection.urnType, [path, fileName]);
	return {
		mediaId: urn,
		originalUrl: url,
		...(mimeType === undefined ? {} : { mimeType }),
	};
}
