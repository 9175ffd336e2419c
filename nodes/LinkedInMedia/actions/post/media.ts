import type { IExecuteFunctions } from 'n8n-workflow';

import type { FileSource } from '../../../../linkedin/files/source';
import { lookIntoVideo } from '../../../../linkedin/files/look';
import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import type { Collection } from '../../../../linkedin/media/collections';
import type { ContentTypeName } from '../../../../linkedin/posts/contentTypes';
import { CONTENT_TYPES } from '../../../../linkedin/posts/contentTypes';
import type { UploadContext } from '../../../../linkedin/upload/context';
import {
	isSingleSession,
	isVideoSession,
	type UploadSession,
} from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { initializeVideo, sendVideo } from '../../../../linkedin/upload/video';
import { readDocument } from '../../items/document';
import { readImage } from '../../../../linkedin/files/readImage';
import type { ItemRun } from '../run';
import { readSupplements } from '../video/send';
import type { PostOptions } from './options';

/** A file that was looked into, and how it goes up. */
export interface ReadyFile {
	readonly name: string;
	/**
	 * @param begun what an earlier try of the node began
	 * @param keep called as soon as there is a session
	 * @throws UploadFailure, LinkedInError, CancelledError
	 */
	upload(
		begun: UploadSession | undefined,
		keep: (session: UploadSession) => void,
	): Promise<UploadSession>;
}

/** What the files of a post need besides themselves. */
export interface MediaWork {
	readonly execution: IExecuteFunctions;
	readonly itemIndex: number;
	readonly item: ItemRun;
	readonly context: UploadContext;
	readonly options: PostOptions;
	/** The media belong to the post's author. */
	readonly owner: string;
}

/**
 * Reads and checks the files of a post, all before the first of them is uploaded. Images and
 * documents are then in memory.
 *
 * @throws Problem
 */
export async function readFiles(
	work: MediaWork,
	contentType: ContentTypeName,
	files: readonly FileSource[],
): Promise<readonly ReadyFile[]> {
	const ready: ReadyFile[] = [];
	for (const file of files) {
		ready.push(
			contentType === 'video'
				? await readyVideo(work, file)
				: await readySingle(work, contentType, file),
		);
	}
	return ready;
}

async function readySingle(
	{ item, context, options, owner }: MediaWork,
	contentType: ContentTypeName,
	file: FileSource,
): Promise<ReadyFile> {
	const { collection } = CONTENT_TYPES[contentType];
	const noun = contentType === 'article' ? 'thumbnail' : collection.noun;
	const { bytes, fileName, warnings } =
		contentType === 'document'
			? await readDocument(file, options.checkFile, item.signal)
			: await readImage(file, noun, options.checkFile, item.signal);
	for (const warning of warnings) item.warn(warning);
	return {
		name: fileName,
		upload: async (begun, keep) => {
			const session =
				begun && isSingleSession(begun)
					? begun
					: await begin(context, collection, owner, fileName, bytes.length);
			keep(session);
			return sendSingle(context, collection, session, bytes);
		},
	};
}

function begin(
	context: UploadContext,
	collection: Collection,
	owner: string,
	fileName: string,
	fileSizeBytes: number,
): ReturnType<typeof initializeSingle> {
	return initializeSingle(context, collection, { owner, fileName, fileSizeBytes });
}

async function readyVideo(work: MediaWork, file: FileSource): Promise<ReadyFile> {
	const { execution, itemIndex, item, context, options, owner } = work;
	const { checkFile, partConcurrency, onSupplementFailure } = options;
	for (const warning of checkVideoSize(file)) item.warn(warning);
	const supplements = await readSupplements(
		execution,
		itemIndex,
		item,
		context,
		file.name,
		checkFile,
	);
	if (checkFile) {
		for (const warning of (await lookIntoVideo(file, item.signal)).warnings) item.warn(warning);
	}
	return {
		name: file.name,
		upload: async (begun, keep) => {
			const session =
				begun && isVideoSession(begun)
					? begun
					: await initializeVideo(context, {
							owner,
							fileName: file.name,
							fileSizeBytes: file.size,
							uploadCaptions: supplements.captions !== undefined,
							uploadThumbnail: supplements.thumbnail !== undefined,
						});
			keep(session);
			const content = { file, ...supplements, lanes: partConcurrency, onSupplementFailure };
			return sendVideo(context, session, content);
		},
	};
}
