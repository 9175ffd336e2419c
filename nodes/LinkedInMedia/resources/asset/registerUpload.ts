import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { presignAsset } from '../../../../linkedin/upload/asset/presign';
import { fileName, fileSizeBytes, requireSize } from '../../../fields/handedOver';
import { itemConcurrency } from '../../../fields/options';
import { optionsWith } from '../../../form/collection';
import type { ItemOperation } from '../../../run/operation';
import { presignedItem } from '../media/presigned';
import { owner } from './fields';
import { registration } from './registration';

const size = fileSizeBytes.with({
	required: false,
	description: 'The exact size of the file. Optional for images (0).',
});
const options = optionsWith(itemConcurrency);

/** Registers the upload of a legacy asset and gives LinkedIn's addresses away. */
export const registerUpload: ItemOperation = {
	value: 'registerUpload',
	name: 'Register Upload',
	action: 'Register the upload of an asset',
	description: 'Get upload URLs so that another system can send the file',
	fields: [owner, size, fileName, ...registration.fields, options],
	async execute(item) {
		const actor = item.read(owner);
		item.read(options);
		const form = item.read(registration);
		const isVideo = form.mediaType === 'video';
		const bytes = item.read(size);
		const name = item.read(fileName) || (isVideo ? 'video.mp4' : 'image.png');
		if (isVideo) item.warn(...checkVideoSize({ name, size: requireSize(bytes) }));
		const presigned = await presignAsset(item.context, {
			...form,
			owner: await item.urnOf(actor),
			fileName: name,
			fileSizeBytes: bytes === 0 ? undefined : bytes,
		});
		// Another try of the node would register a second one.
		item.memory.keep(presigned.session);
		const { metadata } = presigned.session;
		const uploadMetadata = metadata === undefined ? {} : { uploadMetadata: metadata };
		const { json } = presignedItem(presigned);
		return [{ json: { ...json, recipes: [form.recipe], ...uploadMetadata } }];
	},
};
