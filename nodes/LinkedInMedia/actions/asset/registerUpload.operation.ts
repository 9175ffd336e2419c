import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { ASSET_OWNERS } from '../../../../linkedin/upload/asset/owners';
import { presignAsset } from '../../../../linkedin/upload/asset/presign';
import { fileNameField, fileSizeField, readFileName, readFileSize } from '../fields/handedOver';
import { itemConcurrencyOption, readUploadOptions } from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import type { MediaOperation } from '../operation';
import { presignedItem } from '../presigned';
import { registrationFields } from './fields';
import { readRegistration } from './registration';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['asset'], operation: ['registerUpload'] } },
	[
		ownerField,
		{
			...fileSizeField,
			required: false,
			description: 'The exact size of the file; images need none (0)',
		},
		fileNameField,
		...registrationFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [itemConcurrencyOption],
		},
	],
);

/** Registers the upload of a legacy asset and gives LinkedIn's addresses away. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const owner = readOwner(this, itemIndex, ASSET_OWNERS);
	const { maxRetries } = readUploadOptions(this, itemIndex);
	const registration = readRegistration(this, itemIndex);
	const { mediaType, recipe } = registration;
	const size = readFileSize(this, itemIndex);
	const fileName = readFileName(this, itemIndex, mediaType === 'video' ? 'video.mp4' : 'image.png');
	if (mediaType === 'video') {
		for (const warning of checkVideoSize({ name: fileName, size })) item.warn(warning);
	}
	const presigned = await presignAsset(item.uploadContext(maxRetries), {
		...registration,
		owner,
		fileName,
		fileSizeBytes: size === 0 ? undefined : size,
	});
	// Another try of the node would register a second one.
	item.memory.keep(presigned.session);
	const { metadata } = presigned.session;
	const uploadMetadata = metadata === undefined ? {} : { uploadMetadata: metadata };
	return [{ json: { ...presignedItem(presigned).json, recipes: [recipe], ...uploadMetadata } }];
};
