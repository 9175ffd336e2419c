import type { Intent } from '../api/intent';
import { MAX_IMAGE_BYTES } from '../files/imageLimits';
import type { FileSource } from '../files/source';
import type { UrlUse } from '../files/url/fileUrl';
import { waitUntilAvailable } from '../media/wait';
import type { UploadContext } from '../upload/context';
import { inMemory } from '../upload/inMemory';
import { sendVideo } from '../upload/sendVideo';
import { initializeSingle, sendSingle } from '../upload/single';
import { initializeVideo } from '../upload/video';
import type { ImportEntry } from './entry';
import { checkImportedFile, type CheckedFile } from './checkImportedFile';
import { nameOf, titleOf } from './entryNames';
import { knownOf } from './knownFile';
import { uploadIntent } from './intent';
import { markedName } from './marker';
import type { ImportRequest } from './request';
import { sessionToResume } from './resume';
import type { UploadedEntry } from './result';

/** What importing one entry needs from outside; one per entry. */
export interface EntryTools {
	readonly context: UploadContext;
	/** Opens the file at a URL. @throws Problem */
	readonly open: (url: string, use: UrlUse) => Promise<FileSource>;
}

/** The file of an entry. */
interface EntryFile {
	/** As {@link openEntry} opened it. */
	readonly source: FileSource;
	/** What is written after it. */
	readonly then?: Intent;
}

/** The file at an entry's address; nothing is sent yet. @throws Problem, CancelledError */
export async function openEntry(
	{ open }: EntryTools,
	{ collection, options }: ImportRequest,
	entry: ImportEntry,
): Promise<FileSource> {
	const use =
		collection.urnType === 'video'
			? { acceptChangingEtag: options.acceptChangingEtag }
			: { wholeUpTo: MAX_IMAGE_BYTES };
	const opened = await open(entry.url, use);
	return { ...opened, name: nameOf(entry) ?? opened.name };
}

/**
 * One file from its address into LinkedIn: its bytes go straight on while they come in, nothing is
 * stored on the way.
 *
 * @throws Problem, LinkedInError, UploadFailure, CancelledError
 */
export async function uploadEntry(
	{ context }: EntryTools,
	request: ImportRequest,
	entry: ImportEntry,
	{ source, then = { writes: [] } }: EntryFile,
): Promise<UploadedEntry> {
	const { collection, options } = request;
	const carry = async () => {
		const { urnType } = collection;
		const checked = await checkImportedFile(source, urnType, options, context.signal);
		for (const warning of checked.warnings) context.warn(warning);
		const { mimeType, facts } = checked;
		return { urn: await send(context, request, entry, { ...checked, then }), mimeType, facts };
	};
	const isWhole = collection.urnType === 'image';
	const { urn, mimeType, facts } = await (isWhole
		? inMemory(context, source.size, carry)
		: carry());
	if (options.waitMs > 0) {
		const { owner, account } = request;
		const watched = { collection, urn, owner, account, name: source.name, bytes: source.size };
		const { client, looks, signal } = context;
		const wait = { timeoutMs: options.waitMs, looks, signal };
		const { warning } = await waitUntilAvailable(client, watched, wait);
		if (warning !== undefined) context.warn(warning);
	}
	return {
		video: { mediaId: urn, originalUrl: entry.url, mimeType },
		...(facts && { file: facts }),
		known: knownOf(source),
	};
}

async function send(
	context: UploadContext,
	{ owner, account, systemName, collection, options }: ImportRequest,
	entry: ImportEntry,
	checked: CheckedFile & { readonly then: Intent },
): Promise<string> {
	const { file, bytes } = checked;
	const title = titleOf(entry) ?? file.name;
	const { externalId } = entry;
	const library =
		account === undefined
			? undefined
			: {
					associatedAccount: account,
					assetName: markedName(title, { systemName, externalId }),
				};
	const start = { owner, library, fileName: file.name, fileSizeBytes: file.size };
	const resumed = bytes
		? undefined
		: await sessionToResume(context, { session: entry.uploadSession, owner, file });
	context.announce?.(uploadIntent({ ...checked, collection, start, resumed }, options.waitMs));
	if (bytes) {
		const session = await initializeSingle(context, collection, start);
		await sendSingle(context, collection, session, bytes);
		return session.urn;
	}
	const without = { uploadCaptions: false, uploadThumbnail: false };
	const session = resumed ?? (await initializeVideo(context, { ...start, ...without }));
	const { partConcurrency: lanes } = options;
	await sendVideo(context, session, { file, lanes, onSupplementFailure: 'fail' });
	return session.urn;
}
