import { Problem } from '../../../../linkedin/problem';
import { assertSameFile } from '../../../../linkedin/upload/sameFile';
import { parseSession } from '../../../../linkedin/upload/parseSession';
import { withSession } from '../../../../linkedin/upload/uploadFailure';
import { assertSessionUrls } from '../../../../linkedin/upload/uploadUrls';
import { isVideoSession, type VideoUploadSession } from '../../../../linkedin/upload/session';
import { writeOptions } from '../../../fields/itemOptions';
import { captions } from '../../../fields/captions';
import {
	acceptChangingEtag,
	checkFile,
	onSupplementFailure,
	partConcurrency,
	waitMsOf,
	waitSeconds,
} from '../../../fields/options';
import { source } from '../../../fields/source';
import { thumbnail } from '../../../fields/thumbnail';
import { openFile } from '../../../files/open';
import { shownFile } from '../../../files/shownFile';
import { readSupplements, type Supplements } from '../../../files/supplements';
import { factsOfBegun } from '../../../files/video';
import { json } from '../../../form/fields';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { foreseeCompletion } from './foreseeCompletion';
import { sendAndRead } from './send';

const uploadSession = json({
	displayName: 'Upload Session',
	name: 'uploadSession',
	default: '={{ $json.error?.uploadSession ?? $json.uploadSession }}',
	description:
		'The "uploadSession" of a failed upload’s error item, or of Initialize Upload. Only the missing parts are sent.',
}).map(parseSession);
/** LinkedIn was told what the video is when the upload started. */
const options = writeOptions(
	acceptChangingEtag,
	checkFile,
	onSupplementFailure,
	partConcurrency,
	waitSeconds,
);

/**
 * Continues an interrupted upload: the missing parts, then captions, thumbnail and finalize if
 * still due. The file must be the same.
 */
export const resumeUpload: ItemOperation = {
	value: 'resumeUpload',
	name: 'Resume Upload',
	action: 'Resume the upload of a video',
	description: 'Continue a failed upload; only the missing parts are sent',
	fields: [uploadSession, ...source.fields, ...captions.fields, ...thumbnail.fields, options],
	async execute(item) {
		const chosen = item.read(options);
		const given = item.read(uploadSession);
		assertSessionUrls(item.client, given);
		const session = item.memory.recall(isVideoSession) ?? given;
		// Whatever fails from here on, what has arrived is not lost.
		return withSession(session, async () => {
			const [file, supplements] = await item.check.gather(
				async () => {
					const opened = await openFile(item, item.read(source), chosen);
					await assertSameFile(session, opened, item.signal);
					return opened;
				},
				() =>
					readSupplements(item, {
						...chosen,
						captions: () => item.read(captions),
						thumbnail: () => item.read(thumbnail),
						videoName: () => session.fileName,
					}),
			);
			const wanted = stillDue(item, session, supplements, chosen.onSupplementFailure);
			const facts = chosen.checkFile ? await factsOfBegun(item, file) : undefined;
			item.check.foresee({ media: [shownFile({ ...file, ...wanted, facts })] });
			await foreseeCompletion(item, session, waitMsOf(chosen), { ...wanted, ...chosen });
			return sendAndRead(item, session, { file, facts, ...wanted }, chosen);
		});
	},
};

/**
 * Captions and thumbnail are sent only if LinkedIn was told about them when the upload started.
 *
 * @throws Problem if one is due but was not given
 */
function stillDue(
	item: Item,
	session: VideoUploadSession,
	given: Supplements,
	onFailure: 'fail' | 'continue',
): Supplements {
	const choose = <Content>(
		what: 'captions' | 'thumbnail',
		content: Content | undefined,
	): Content | undefined => {
		const state = session[what];
		if (state === 'none' && content !== undefined) {
			item.warn(
				`Continuing without ${what}: LinkedIn accepts ${what} only if they were declared when the upload started.`,
			);
			return undefined;
		}
		if (state !== 'due' || content !== undefined || given.leftOut.includes(what)) return content;
		if (onFailure === 'fail') {
			throw new Problem(
				`The upload of ${session.urn} was started with ${what}, but this node has no ${what}`,
				{
					description: `Set "${what === 'captions' ? 'Captions' : 'Thumbnail'}" as in the first upload. To continue without ${what}, set "If Captions or Thumbnail Fail" to "Continue Without Them".`,
				},
			);
		}
		session[what] = 'failed';
		item.warn(`Continuing without ${what}, which this node did not receive.`);
		return undefined;
	};
	return {
		leftOut: given.leftOut,
		captions: choose('captions', given.captions),
		thumbnail: choose('thumbnail', given.thumbnail),
	};
}
