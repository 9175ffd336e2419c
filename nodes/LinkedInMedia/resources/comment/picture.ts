import type { IDataObject } from 'n8n-workflow';

import type { Intent } from '../../../../linkedin/api/intent';
import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import { readImage } from '../../../../linkedin/files/readImage';
import type { FileSource } from '../../../../linkedin/files/source';
import { IMAGES } from '../../../../linkedin/media/collections';
import { looksWithin } from '../../../../linkedin/media/lookTimes';
import { awaitMedia, type PostMedia } from '../../../../linkedin/posts/ready';
import { inMemory } from '../../../../linkedin/upload/inMemory';
import { isSingleSession, type UploadSession } from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { uploadWrites } from '../../../../linkedin/upload/uploadWrites';
import { openFile } from '../../../files/open';
import { shownFile } from '../../../files/shownFile';
import type { Item } from '../../../run/item';
import type { CommentImage } from './image';

/** What a picture needs of the item's options. */
interface PictureOptions {
	readonly checkFile: boolean;
	/** Milliseconds within which LinkedIn must have processed it. */
	readonly waitMs: number;
}

/** Where an upload that an earlier try of the node began is kept. */
interface Kept {
	image?: UploadSession;
}

/** The image of a comment: a file was checked, and can be uploaded. */
export interface Picture {
	/** As a check shows it. */
	readonly shown: IDataObject;
	/** What {@link Picture.onLinkedIn} does. */
	intentFor(owner: string): Intent;
	/**
	 * Uploads it, and waits until LinkedIn has processed it.
	 *
	 * @returns its URN
	 * @throws LinkedInError, UploadFailure, CancelledError
	 */
	onLinkedIn(owner: string, kept: Kept): Promise<string>;
}

/**
 * Opens and checks the image of a comment, before anything is sent. It is in memory only while it is
 * checked, and then while it is sent: what waits for memory must not hold some.
 *
 * @throws Problem
 */
export async function checkPicture(
	item: Item,
	image: CommentImage | undefined,
	options: PictureOptions,
): Promise<Picture | undefined> {
	if (image === undefined) return undefined;
	const limits = { timeoutMs: options.waitMs, pausesFirst: false };
	const reads = { least: 0, most: looksWithin({ isVideo: false }, limits).most + 1 };
	if (image.from === 'urn') {
		const { urn } = image;
		return {
			shown: { urn },
			intentFor: () => ({ writes: [], reads }),
			onLinkedIn: (owner) => processed(item, { collection: IMAGES, urn }, owner, options),
		};
	}
	const file = await openFile(item, image.file, { wholeUpTo: MAX_IMAGE_BYTES });
	const load = () => readImage(file, IMAGES.noun, options.checkFile, item.signal);
	const { facts, warnings } = await withRoomFor(item, file, load);
	item.warn(...warnings);
	const { name, size } = file;
	return {
		shown: shownFile({ name, size, facts }),
		intentFor: (owner) => ({ writes: uploadWrites(IMAGES, { owner, fileName: name }), reads }),
		onLinkedIn: async (owner, kept) => {
			const { urn } = await withRoomFor(item, file, async () => {
				const { bytes } = await load();
				return upload(item, { owner, fileName: name, bytes }, kept);
			});
			const media = { collection: IMAGES, urn, name, bytes: size };
			return processed(item, media, owner, options);
		},
	};
}

function withRoomFor<Result>(
	{ context }: Item,
	{ size }: FileSource,
	work: () => Promise<Result>,
): Promise<Result> {
	return inMemory(context, size, work);
}

async function upload(
	{ context }: Item,
	file: { readonly owner: string; readonly fileName: string; readonly bytes: Buffer },
	kept: Kept,
): Promise<{ urn: string }> {
	const { owner, fileName, bytes } = file;
	const start = { owner, fileName, fileSizeBytes: bytes.length };
	const begun = kept.image && isSingleSession(kept.image) ? kept.image : undefined;
	const session = begun ?? (await initializeSingle(context, IMAGES, start));
	kept.image = session;
	return sendSingle(context, IMAGES, session, bytes);
}

async function processed(
	{ client, context, signal }: Item,
	medium: PostMedia,
	owner: string,
	{ waitMs: timeoutMs }: PictureOptions,
): Promise<string> {
	await awaitMedia(client, [medium], owner, { timeoutMs, looks: context.looks, signal });
	return medium.urn;
}
