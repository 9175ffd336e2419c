import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { presignAsset } from '../../../../linkedin/upload/asset/presign';
import { checkRegistration, registerPurpose } from '../../../../linkedin/upload/asset/register';
import { writeOptions } from '../../../fields/itemOptions';
import { fileName, optionalSize } from '../../../fields/handedOver';
import type { ItemOperation } from '../../../run/operation';
import { presignedItem } from '../media/presigned';
import { owner } from './fields';
import { registration } from './registration';

const size = optionalSize.with({
	description:
		'The exact size of the file, or 0 if it isn’t known. A video over 200 MB, or sent in parts, requires it.',
});
const options = writeOptions();

/** Registers the upload of a legacy asset and returns LinkedIn's URLs. */
export const registerUpload: ItemOperation = {
	value: 'registerUpload',
	name: 'Register Upload',
	action: 'Register the upload of a legacy asset',
	description: 'Get upload URLs so that another system can send the file',
	fields: [owner, size, fileName, ...registration.fields, options],
	async execute(item) {
		const [actor, form] = await item.check.gather(
			() => item.read(owner),
			() => item.read(registration),
		);
		const isVideo = form.mediaType === 'video';
		const given = item.read(size);
		const bytes = given === 0 ? undefined : given;
		const name = item.read(fileName) || (isVideo ? 'video.mp4' : 'image.png');
		if (isVideo) item.warn(...sizeWarnings(name, bytes));
		const asked = {
			...form,
			owner: await item.urnOf(actor),
			fileName: name,
			fileSizeBytes: bytes,
		};
		const mechanism = checkRegistration(asked);
		item.check.announce({
			preview: { owner: asked.owner, recipes: form.recipes, mechanism, media: [{ name }] },
			writes: [registerPurpose(asked)],
		});
		const presigned = await presignAsset(item.context, asked);
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
