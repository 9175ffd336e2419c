import { VIDEOS } from '../../../../linkedin/media/collections';
import { differenceTo } from '../../../../linkedin/upload/sameFile';
import { withSession } from '../../../../linkedin/upload/uploadFailure';
import { isVideoSession } from '../../../../linkedin/upload/session';
import { initializeVideo } from '../../../../linkedin/upload/video';
import { itemOptions } from '../../../fields/itemOptions';
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
	waitSeconds,
} from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { source } from '../../../fields/source';
import { thumbnail } from '../../../fields/thumbnail';
import { openFile } from '../../../files/open';
import { readVideo } from '../../../files/video';
import type { ItemOperation } from '../../../run/operation';
import { attributionOf } from './attribution';
import { sendAndRead } from './send';

const owner = ownerField(VIDEOS.ownerTypes);
const options = itemOptions(
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
		const actor = item.read(owner);
		const chosen = item.read(options);
		const attribution = attributionOf(chosen, item.connection.version);
		const begun = item.memory.recall(isVideoSession);
		const send = async () => {
			const file = await openFile(item, item.read(source), chosen);
			const library = calledLike(file.name, item.read(uploadedEntry));
			const video = await readVideo(item, file, {
				...chosen,
				captions: () => item.read(captions),
				thumbnail: () => item.read(thumbnail),
				videoName: file.name,
			});
			const goesOn = begun && (await differenceTo(begun, file, item.signal)) === undefined;
			const session = goesOn
				? begun
				: await initializeVideo(item.context, {
						owner: await item.urnOf(actor),
						fileName: file.name,
						fileSizeBytes: file.size,
						uploadCaptions: video.captions !== undefined,
						uploadThumbnail: video.thumbnail !== undefined,
						library,
						...attribution,
					});
			return sendAndRead(item, session, video, { ...chosen, library });
		};
		// Whatever fails, what an earlier try has sent is not lost.
		return begun ? withSession(begun, send) : send();
	},
};
