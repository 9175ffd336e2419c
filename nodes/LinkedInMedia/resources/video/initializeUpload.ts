import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { VIDEOS } from '../../../../linkedin/media/collections';
import { startPurpose } from '../../../../linkedin/upload/initialize';
import { presignVideo } from '../../../../linkedin/upload/presign';
import { writeOptions } from '../../../fields/itemOptions';
import { fileName, fileSizeBytes } from '../../../fields/handedOver';
import { calledLike, uploadedEntry } from '../../../fields/libraryEntry';
import { linkbackContext, templateName } from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { flag } from '../../../form/fields';
import { shownFile } from '../../../files/shownFile';
import type { ItemOperation } from '../../../run/operation';
import { presignedItem } from '../media/presigned';
import { shownUpload } from '../media/shownUpload';
import { attributionOf } from './attribution';

const owner = ownerField(VIDEOS.ownerTypes);
const uploadCaptions = flag({
	displayName: 'Return Captions Upload URL',
	name: 'uploadCaptions',
	default: false,
	description: 'Whether to also return a URL for uploading captions (captionsUploadUrl)',
});
const uploadThumbnail = flag({
	displayName: 'Return Thumbnail Upload URL',
	name: 'uploadThumbnail',
	default: false,
	description: 'Whether to also return a URL for uploading a thumbnail (thumbnailUploadUrl)',
});
const options = writeOptions(linkbackContext, templateName);

/** Starts the upload of a video and returns LinkedIn's URLs: only its size is needed. */
export const initializeUpload: ItemOperation = {
	value: 'initializeUpload',
	name: 'Initialize Upload',
	action: 'Initialize the upload of a video',
	description: 'Get upload URLs so that another system can send the file',
	fields: [owner, fileSizeBytes, fileName, uploadCaptions, uploadThumbnail, uploadedEntry, options],
	async execute(item) {
		const [actor, attribution, asked] = await item.check.gather(
			() => item.read(owner),
			() => attributionOf(item.read(options), item.connection.version),
			() => {
				const name = item.read(fileName) || 'video.mp4';
				const size = item.read(fileSizeBytes);
				item.warn(...checkVideoSize({ name, size }));
				return {
					fileName: name,
					fileSizeBytes: size,
					uploadCaptions: item.read(uploadCaptions),
					uploadThumbnail: item.read(uploadThumbnail),
					library: calledLike(name, item.read(uploadedEntry)),
				};
			},
		);
		const start = { ...asked, ...attribution, owner: await item.urnOf(actor) };
		item.check.announce({
			preview: shownUpload(start, [shownFile({ name: asked.fileName, size: asked.fileSizeBytes })]),
			writes: [startPurpose(VIDEOS, start)],
		});
		const presigned = await presignVideo(item.context, start);
		// Another try of the node would start a second upload.
		item.memory.keep(presigned.session);
		return [presignedItem(presigned)];
	},
};
