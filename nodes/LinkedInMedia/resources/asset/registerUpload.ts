import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { presignAsset } from '../../../../linkedin/upload/asset/presign';
import { itemOptions } from '../../../fields/itemOptions';
import { fileName, optionalSize } from '../../../fields/handedOver';
import type { ItemOperation } from '../../../run/operation';
import { presignedItem } from '../media/presigned';
import { owner } from './fields';
import { registration } from './registration';

const size = optionalSize.with({
	description:
		'The exact size of the file, or 0 if it isn’t known. A video over 200 MB, or sent in parts, requires it.',
});
const options = itemOptions();

/** Registers the upload of a legacy asset and returns LinkedIn's URLs. */
export const registerUpload: ItemOperation = {
	value: 'registerUpload',
	name: 'Register Upload',
	action: 'Register the upload of a legacy asset',
	description: 'Get upload URLs so that another system can send the file',
	fields: [owner, size, fileName, ...registration.fields, options],
	async execute(item) {
		const actor = item.read(owner);
		const form = item.read(registration);
		const isVideo = form.mediaType === 'video';
		const given = item.read(size);
		const bytes = given === 0 ? undefined : given;
		const name = item.read(fileName) || (isVideo ? 'video.mp4' : 'image.png');
		if (isVideo) item.warn(...sizeWarnings(name, bytes));
		const presigned = await presignAsset(item.context, {
			...form,
			owner: await item.urnOf(actor),
			fileName: name,
			fileSizeBytes: bytes,
		});
		// Another try of the node would register a second upload.
		item.memory.keep(presigned.session);
		const { metadata } = presigned.session;
		const uploadMetadata = metadata === undefined ? {} : { uploadMetadata: metadata };
		const { json } = presignedItem(presigned);
		return [{ json: { ...json, recipes: [...form.recipes], ...uploadMetadata } }];
	},
};

/** @throws Problem for a size that LinkedIn doesn't allow */
function sizeWarnings(name: string, bytes: number | undefined): string[] {
	if (bytes !== undefined) return checkVideoSize({ name, size: bytes });
	return [
		`The size of "${name}" is not known, so LinkedIn expects it in one request of less than 200 MB. For a larger video, enter its size.`,
	];
}
