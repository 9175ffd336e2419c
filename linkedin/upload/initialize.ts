import type { LinkedInClient } from '../api/client';
import type { JsonFields } from '../api/parse';
import type { CallPurpose } from '../api/purpose';
import type { MediaCollection } from '../media/collections';
import type { LibraryStatus } from '../media/libraryQuery';

/** The media library entry that an upload creates (linkedin-videos-api, MediaLibraryMetadata). */
export interface LibraryEntry {
	/** `urn:li:sponsoredAccount:…` */
	readonly associatedAccount: string;
	readonly assetName: string;
	/** `ACTIVE` on creation, where it is not given. */
	readonly mediaLibraryStatus?: LibraryStatus;
}

/** What LinkedIn must know about a file before it returns an upload URL. */
export interface UploadStart {
	/** A URN of one of the collection's owner types. */
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly library?: LibraryEntry;
}

/**
 * `{videos|images|documents}?action=initializeUpload`.
 *
 * @param details fields that only this collection has, if any
 * @throws LinkedInError; nothing was sent then
 */
export function initializeUpload<Session>(
	client: LinkedInClient,
	collection: MediaCollection,
	start: UploadStart & { readonly details?: Readonly<Record<string, unknown>> },
	read: (answer: JsonFields) => Session,
): Promise<Session> {
	const { owner, library, details } = start;
	return client.call(
		{
			method: 'POST',
			restliMethod: 'action',
			path: `${collection.path}?action=initializeUpload`,
			body: { initializeUploadRequest: { owner, mediaLibraryMetadata: library, ...details } },
			purpose: startPurpose(collection, start),
		},
		read,
	);
}

/** What the call is for that starts an upload. */
export function startPurpose(
	{ uploadRight: right }: MediaCollection,
	{ owner, fileName, library }: Omit<UploadStart, 'fileSizeBytes'>,
): CallPurpose {
	const account = library?.associatedAccount;
	return { doing: `start the upload of "${fileName}"`, right, owner, account };
}
