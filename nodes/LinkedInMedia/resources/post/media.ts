import type { IDataObject } from 'n8n-workflow';

import type { FileSource } from '../../../../linkedin/files/source';
import { readDocument } from '../../../../linkedin/files/readDocument';
import { readImage } from '../../../../linkedin/files/readImage';
import { CONTENT_TYPES, type MediaContentName } from '../../../../linkedin/posts/contentTypes';
import {
	isSingleSession,
	isVideoSession,
	type UploadSession,
} from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { initializeVideo } from '../../../../linkedin/upload/video';
import { sendVideo } from '../../../../linkedin/upload/sendVideo';
import { captions } from '../../../fields/captions';
import { thumbnail } from '../../../fields/thumbnail';
import { shownFile } from '../../../files/shownFile';
import { readVideo } from '../../../files/video';
import type { Item } from '../../../run/item';
import type { MediaFacts } from './files';
import type { PostOptions } from './options';

/** A checked file, and how to upload it. */
interface ReadyFile {
	readonly name: string;
	readonly bytes: number;
	/** What it is, if it was checked. */
	readonly facts?: MediaFacts;
	/** As a check shows it. */
	readonly shown: IDataObject;
	/**
	 * @param owner the post's author, who owns the media
	 * @param begun the upload that an earlier try of the node started
	 * @param keep called as soon as there is a session
	 * @throws UploadFailure, LinkedInError, CancelledError
	 */
	upload(
		owner: string,
		begun: UploadSession | undefined,
		keep: (session: UploadSession) => void,
	): Promise<UploadSession>;
}

/** What the files of a post need besides themselves. */
export interface MediaWork {
	readonly item: Item;
	readonly options: PostOptions;
}

/**
 * Reads and checks the files of a post, all before the first of them is uploaded. Images and
 * documents are then in memory.
 *
 * @throws Problem
 */
export async function readFiles(
	work: MediaWork,
	contentType: MediaContentName,
	files: readonly FileSource[],
): Promise<readonly ReadyFile[]> {
	const { check } = work.item;
	const shown: IDataObject[] = [];
	const reading = files.map((file) => async (): Promise<ReadyFile> => {
		const ready =
			contentType === 'video'
				? await readyVideo(work, file)
				: await readySingle(work, contentType, file);
		shown.push(ready.shown);
		check.foresee({ media: shown });
		return ready;
	});
	return check.gather(...reading);
}

async function readySingle(
	{ item, options }: MediaWork,
	contentType: MediaContentName,
	file: FileSource,
): Promise<ReadyFile> {
	const { collection } = CONTENT_TYPES[contentType];
	const noun = contentType === 'article' ? 'thumbnail' : collection.noun;
	const { bytes, fileName, facts, warnings } =
		contentType === 'document'
			? await readDocument(file, options.checkFile, item.signal)
			: await readImage(file, noun, options.checkFile, item.signal);
	item.warn(...warnings);
	const { context } = item;
	return {
		name: fileName,
		bytes: bytes.length,
		facts,
		shown: shownFile({ name: fileName, size: bytes.length, facts }),
		upload: async (owner, begun, keep) => {
			const session =
				begun && isSingleSession(begun)
					? begun
					: await initializeSingle(context, collection, {
							owner,
							fileName,
							fileSizeBytes: bytes.length,
						});
			keep(session);
			return sendSingle(context, collection, session, bytes);
		},
	};
}

async function readyVideo({ item, options }: MediaWork, file: FileSource): Promise<ReadyFile> {
	const { partConcurrency: lanes, onSupplementFailure } = options;
	const { facts, ...video } = await readVideo(item, () => Promise.resolve(file), {
		...options,
		captions: () => item.read(captions),
		thumbnail: () => item.read(thumbnail),
		videoName: () => file.name,
	});
	const { context } = item;
	return {
		name: file.name,
		bytes: file.size,
		facts,
		shown: shownFile({ ...video, name: file.name, size: file.size, facts }),
		upload: async (owner, begun, keep) => {
			const session =
				begun && isVideoSession(begun)
					? begun
					: await initializeVideo(context, {
							owner,
							fileName: file.name,
							fileSizeBytes: file.size,
							uploadCaptions: video.captions !== undefined,
							uploadThumbnail: video.thumbnail !== undefined,
						});
			keep(session);
			return sendVideo(context, session, { ...video, lanes, onSupplementFailure });
		},
	};
}
