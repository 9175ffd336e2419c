import type { IDataObject } from 'n8n-workflow';

import type { Intent } from '../../../../linkedin/api/intent';
import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import { readImage } from '../../../../linkedin/files/readImage';
import type { FileSource } from '../../../../linkedin/files/source';
import { IMAGES } from '../../../../linkedin/media/collections';
import { looksWithin } from '../../../../linkedin/media/lookTimes';
import { foreseeMedia } from '../../../../linkedin/posts/foreseeMedia';
import type { Suspicion } from '../../../../linkedin/posts/ownership';
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
	/**
	 * In a check: what LinkedIn says of it today, and what the run will do for it.
	 *
	 * @throws Problem, LinkedInError for an image that LinkedIn would refuse, or that a wait won't help
	 */
	foresee(owner: string): Promise<ForeseenPicture>;
	/**
	 * Uploads it.
	 *
	 * @throws LinkedInError, UploadFailure, CancelledError
	 */
	onLinkedIn(owner: string, kept: Kept): Promise<PostMedia>;
}

/** What a check finds out about a picture. */
interface ForeseenPicture {
	readonly shown: IDataObject;
	readonly intent: Intent;
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
	if (image.from === 'urn') {
		const medium = { collection: IMAGES, urn: image.urn };
		return {
			shown: { urn: image.urn },
			foresee: (owner) => foreseen(item, medium, owner, options),
			onLinkedIn: () => Promise.resolve(medium),
		};
	}
	const file = await openFile(item, image.file, { wholeUpTo: MAX_IMAGE_BYTES });
	const load = () => readImage(file, IMAGES.noun, options.checkFile, item.signal);
	const { facts, warnings } = await withRoomFor(item, file, load);
	item.warn(...warnings);
	const { name, size } = file;
	const shown = shownFile({ name, size, facts });
	const limits = { timeoutMs: options.waitMs, pausesFirst: false };
	const reads = { least: 0, most: looksWithin({ isVideo: false }, limits).most + 1 };
	return {
		shown,
		foresee: (owner) => {
			const writes = uploadWrites(IMAGES, { owner, fileName: name });
			return Promise.resolve({ shown, intent: { writes, reads } });
		},
		onLinkedIn: async (owner, kept) => {
			const { urn } = await withRoomFor(item, file, async () => {
				const { bytes } = await load();
				return upload(item, { owner, fileName: name, bytes }, kept);
			});
			return { collection: IMAGES, urn, name, bytes: size };
		},
	};
}

/** By its state today, as {@link awaitPicture} will find it. */
async function foreseen(
	item: Item,
	medium: PostMedia,
	owner: string,
	{ waitMs: timeoutMs }: PictureOptions,
): Promise<ForeseenPicture> {
	const { check, client, context } = item;
	const { looks } = context;
	const found = await foreseeMedia(client, [medium], owner, { timeoutMs, looks, of: 'comment' });
	item.warn(...found.warnings);
	await check.gather(
		...found.problems.map((problem) => () => {
			throw problem;
		}),
	);
	const [status] = found.statuses;
	return { shown: { urn: medium.urn, status }, intent: { writes: [], reads: found.reads } };
}

/**
 * Waits until LinkedIn has processed the image of a comment.
 *
 * @param readyBy epoch milliseconds
 * @returns why LinkedIn may refuse it nevertheless
 * @throws LinkedInError, CancelledError
 */
export function awaitPicture(
	{ client, context, signal }: Item,
	medium: PostMedia,
	owner: string,
	readyBy: number,
): Promise<Suspicion | undefined> {
	const timeoutMs = Math.max(0, readyBy - client.options.now());
	const wait = { timeoutMs, looks: context.looks, signal, of: 'comment' } as const;
	return awaitMedia(client, [medium], owner, wait);
}

/** The URN of an image that was uploaded for a comment, for errors; none of one that was there before. */
export function uploadedIn(medium: PostMedia | undefined): readonly string[] {
	return medium?.name === undefined ? [] : [medium.urn];
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
