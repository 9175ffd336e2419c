import { VIDEOS } from '../../../../linkedin/media/collections';
import { finalizeVideo } from '../../../../linkedin/upload/finalize';
import { parseUploadedParts } from '../../../../linkedin/upload/uploadedParts';
import { parseSession } from '../../../../linkedin/upload/parseSession';
import { withSession } from '../../../../linkedin/upload/uploadFailure';
import { assertSessionUrls } from '../../../../linkedin/upload/uploadUrls';
import { isVideoSession, type VideoUploadSession } from '../../../../linkedin/upload/session';
import { writeOptions } from '../../../fields/itemOptions';
import { uploadedParts } from '../../../fields/handedOver';
import { waitMsOf, waitSeconds } from '../../../fields/options';
import { json } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { readProcessed } from '../media/processing';
import { foreseeCompletion } from './foreseeCompletion';

const uploadSession = json({
	displayName: 'Upload Session',
	name: 'uploadSession',
	default: '={{ $json.uploadSession }}',
	description: 'The "uploadSession" that Initialize Upload returned',
}).map(parseSession);
const options = writeOptions(waitSeconds);

/** Completes an upload whose parts another system has sent. */
export const finalizeUpload: ItemOperation = {
	value: 'finalizeUpload',
	name: 'Finalize Upload',
	action: 'Finalize the upload of a video',
	description: 'Complete an upload whose parts another system has sent',
	fields: [uploadSession, uploadedParts, options],
	async execute(item) {
		const [chosen, given] = await item.check.gather(
			() => item.read(options),
			() => item.read(uploadSession),
		);
		// The file was already sent by another system, wherever that was.
		assertSessionUrls(item.client, given, 'answer');
		fillIn(given, item.read(uploadedParts));
		const session = item.memory.recall(isVideoSession) ?? given;
		await foreseeCompletion(item, session, waitMsOf(chosen));
		item.memory.keep(session);

		if (!session.finalized) {
			await withSession(session, () => finalizeVideo(item.context, session));
		}
		const waitMs = waitMsOf(chosen);
		const { status } = await readProcessed(item, session, { collection: VIDEOS, waitMs });
		return [{ json: { urn: session.urn, status } }];
	},
};

/**
 * Stores each part's ID at its part in the session.
 *
 * @throws Problem unless they are complete, or the session has them
 */
function fillIn(session: VideoUploadSession, given: unknown): void {
	const { parts } = session;
	if (given === undefined && parts.every(({ etag }) => etag !== undefined)) return;
	for (const [index, { id }] of parseUploadedParts(given, parts.length).entries()) {
		const part = parts[index];
		if (part) part.etag = id;
	}
}
