import type { IExecuteFunctions } from 'n8n-workflow';

import type { FileSource } from '../../../../linkedin/files/source';
import { VIDEOS } from '../../../../linkedin/media/collections';
import type { UploadContext } from '../../../../linkedin/upload/context';
import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import type { VideoUploadSession } from '../../../../linkedin/upload/session';
import type { Captions, Thumbnail } from '../../../../linkedin/upload/supplements';
import { sendVideo } from '../../../../linkedin/upload/video';
import { megabytesPerSecond } from '../../../shared/progress';
import type { UploadOptions } from '../fields/options';
import type { OutputItem } from '../operation';
import { readProcessed } from '../processing';
import type { ItemRun } from '../run';
import { readCaptions } from './captions';
import { readThumbnail } from './thumbnail';

/** A video and what goes with it, looked into. */
export interface CheckedVideo {
	readonly file: FileSource;
	readonly captions?: Captions;
	readonly thumbnail?: Thumbnail;
}

/** Captions and thumbnail as the form names them; their warnings are told. @throws Problem */
export async function readSupplements(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	context: UploadContext,
	videoName: string,
	checkFile: boolean,
): Promise<Pick<CheckedVideo, 'captions' | 'thumbnail'>> {
	const { client } = context;
	const captions = await readCaptions(execution, itemIndex, item, client, videoName);
	const thumbnail = await readThumbnail(execution, itemIndex, item, client, checkFile);
	for (const warning of [...(captions?.warnings ?? []), ...(thumbnail?.warnings ?? [])])
		item.warn(warning);
	return { captions, thumbnail };
}

/**
 * Sends what the session lacks, and reads what LinkedIn made of it.
 *
 * @throws UploadFailure, CancelledError
 */
export async function sendAndRead(
	item: ItemRun,
	context: UploadContext,
	session: VideoUploadSession,
	video: CheckedVideo,
	options: UploadOptions,
	library: LibraryEntry | undefined,
): Promise<readonly OutputItem[]> {
	item.memory.keep(session);
	const { now } = context.client.options;
	const started = now();
	const missing = session.parts.filter(({ etag }) => etag === undefined);
	const bytes = missing.reduce((sum, part) => sum + part.lastByte - part.firstByte + 1, 0);
	await sendVideo(context, session, {
		...video,
		lanes: options.partConcurrency,
		onSupplementFailure: options.onSupplementFailure,
	});
	const elapsedMs = now() - started;
	const { status, ...media } = await readProcessed(
		context,
		VIDEOS,
		session,
		library,
		options.waitMs,
	);
	return [
		{
			json: {
				urn: session.urn,
				owner: session.owner,
				status,
				fileSizeBytes: session.fileSizeBytes,
				uploadedParts: session.parts.length,
				captions: session.captions,
				thumbnail: session.thumbnail,
				retries: context.client.retries,
				uploadSeconds: Math.round(elapsedMs / 100) / 10,
				megabytesPerSecond: megabytesPerSecond(bytes, elapsedMs),
				warnings: [...item.warnings],
				...media,
			},
		},
	];
}
