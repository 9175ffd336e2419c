import { VIDEOS } from '../../../../linkedin/media/collections';
import { differenceTo } from '../../../../linkedin/upload/sameFile';
import { withSession } from '../../../../linkedin/upload/uploadFailure';
import { uploadWrites } from '../../../../linkedin/upload/uploadWrites';
import { isVideoSession } from '../../../../linkedin/upload/session';
import { initializeVideo } from '../../../../linkedin/upload/video';
import { writeOptions } from '../../../fields/itemOptions';
import { captions } from '../../../fields/captions';
import { calledLike, uploadedEntry } from '../../../fields/libraryEntry';
import {
	acceptChangingEtag,
	checkFile,
	connectedTv,
	linkbackContext,
	onSupplementFailure,
	partConcurrency,
	templateName,
	waitMsOf,
	waitSeconds,
} from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { source } from '../../../fields/source';
import { thumbnail } from '../../../fields/thumbnail';
import { openFile } from '../../../files/open';
import { shownFile } from '../../../files/shownFile';
import { readVideo } from '../../../files/video';
import { once } from '../../../run/once';
import type { ItemOperation } from '../../../run/operation';
import { processingReads } from '../media/processing';
import { shownUpload } from '../media/shownUpload';
import { attributionOf } from './attribution';
import { sendAndRead } from './send';

const owner = ownerField(VIDEOS.ownerTypes);
const options = writeOptions(
	acceptChangingEtag,
	checkFile,
	connectedTv,
	onSupplementFailure,
	linkbackContext,
	partConcurrency,
	templateName,
	waitSeconds,
);

/**
 * Uploads a video with captions and thumbnail. Everything is read and checked before the first call
 * to LinkedIn. An upload that an earlier try of the node started is continued.
 */
export const upload: ItemOperation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a video',
	description: 'Upload a video with captions and thumbnail',
	fields: [
		owner,
		...source.fields,
		...captions.fields,
		...thumbnail.fields,
		uploadedEntry,
		options,
	],
	async execute(item) {
		const { check } = item;
		await check.attempt(() => item.read(owner));
		const chosen = item.read(options);
		const { version } = item.connection;
		const attribution = await check.attempt(() => attributionOf(chosen, version));
		const begun = item.memory.recall(isVideoSession);
		const send = async () => {
			const open = once(() => openFile(item, item.read(source), chosen));
			const by = once(() => item.urnOf(item.read(owner)));
			const [library, { file, ...video }] = await check.gather(
				async () => calledLike((await open()).name, item.read(uploadedEntry)),
				() =>
					readVideo(item, open, {
						...chosen,
						captions: () => item.read(captions),
						thumbnail: () => item.read(thumbnail),
						videoName: async () => (await open()).name,
					}),
				async () => begun ?? (await by()),
			);
			const start = async () => {
				const upload = {
					owner: await by(),
					fileName: file.name,
					fileSizeBytes: file.size,
					uploadCaptions: video.captions !== undefined,
					uploadThumbnail: video.thumbnail !== undefined,
					library,
					...attribution,
				};
				check.announce({
					preview: shownUpload(upload, [shownFile({ ...video, ...file })]),
					writes: uploadWrites(VIDEOS, upload),
					reads: processingReads(VIDEOS, file.size, waitMsOf(chosen)),
				});
				return initializeVideo(item.context, upload);
			};
			const goesOn = begun && (await differenceTo(begun, file, item.signal)) === undefined;
			const session = goesOn ? begun : await start();
			return sendAndRead(item, session, { file, ...video }, { ...chosen, library });
		};
		// Whatever fails, what an earlier try has sent is not lost.
		return begun ? withSession(begun, send) : send();
	},
};
