import type { VideoFacts } from '../../../../linkedin/files/mp4/facts';
import type { FileSource } from '../../../../linkedin/files/source';
import { VIDEOS } from '../../../../linkedin/media/collections';
import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import type { SupplementState, VideoUploadSession } from '../../../../linkedin/upload/session';
import { sendVideo } from '../../../../linkedin/upload/sendVideo';
import type { SupplementName } from '../../../../linkedin/upload/uploadUrls';
import { waitMsOf, type WaitOptions } from '../../../fields/options';
import type { Supplements } from '../../../files/supplements';
import type { Item } from '../../../run/item';
import { toData } from '../../../run/data';
import type { OutputItem } from '../../../run/output';
import { megabytesPerSecond } from '../../../run/progress';
import { readProcessed } from '../media/processing';

/** A video and what goes with it, checked. */
interface CheckedVideo extends Supplements {
	readonly file: FileSource;
	/** What it is, if it was checked. */
	readonly facts?: VideoFacts;
}

/** The options for sending a video. */
interface SendOptions extends WaitOptions {
	readonly partConcurrency: number;
	readonly onSupplementFailure: 'fail' | 'continue';
	/** The ad account whose library shows the state too. */
	readonly library?: LibraryEntry;
}

/**
 * Sends what the session lacks, and reads the result.
 *
 * @throws UploadFailure, CancelledError
 */
export async function sendAndRead(
	item: Item,
	session: VideoUploadSession,
	video: CheckedVideo,
	options: SendOptions,
): Promise<readonly OutputItem[]> {
	const { context, client } = item;
	item.memory.keep(session);
	const { now } = client.options;
	const started = now();
	const missing = session.parts.filter(({ etag }) => etag === undefined);
	const bytes = missing.reduce((sum, part) => sum + part.lastByte - part.firstByte + 1, 0);
	const { facts, ...sent } = video;
	await sendVideo(context, session, {
		...sent,
		lanes: options.partConcurrency,
		onSupplementFailure: options.onSupplementFailure,
	});
	const elapsedMs = now() - started;
	const { status, ...media } = await readProcessed(item, session, {
		collection: VIDEOS,
		library: options.library,
		waitMs: waitMsOf(options),
	});
	const json = {
		urn: session.urn,
		owner: session.owner,
		status,
		fileSizeBytes: session.fileSizeBytes,
		...(facts && { file: toData({ ...facts }) }),
		uploadedParts: session.parts.length,
		captions: outcomeOf('captions', session, video),
		thumbnail: outcomeOf('thumbnail', session, video),
		retries: client.retries,
		calls: client.calls,
		uploadSeconds: Math.round(elapsedMs / 100) / 10,
		megabytesPerSecond: megabytesPerSecond(bytes, elapsedMs),
		warnings: item.warnings,
		...media,
	};
	return [{ json }];
}

/** What could not be read was never announced to LinkedIn, but still counts as failed. */
function outcomeOf(
	name: SupplementName,
	session: VideoUploadSession,
	{ leftOut }: Supplements,
): SupplementState {
	return leftOut.includes(name) && session[name] === 'none' ? 'failed' : session[name];
}
