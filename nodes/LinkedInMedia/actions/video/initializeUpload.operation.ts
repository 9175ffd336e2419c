import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { checkVideoSize } from '../../../../linkedin/files/videoSize';
import { VIDEOS } from '../../../../linkedin/media/collections';
import { presignVideo } from '../../../../linkedin/upload/presign';
import { assertAttributionVersion } from '../fields/attribution';
import { fileNameField, fileSizeField, readFileName, readFileSize } from '../fields/handedOver';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import { itemConcurrencyOption, readUploadOptions } from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import { toBoolean } from '../fields/values';
import type { MediaOperation } from '../operation';
import { presignedItem } from '../presigned';
import { linkbackContextOption, templateNameOption } from './options';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['video'], operation: ['initializeUpload'] } },
	[
		ownerField,
		fileSizeField,
		fileNameField,
		{
			displayName: 'Upload Captions',
			name: 'uploadCaptions',
			type: 'boolean',
			default: false,
			description: 'Whether LinkedIn is to give an address for captions (captionsUploadUrl) too',
		},
		{
			displayName: 'Upload Thumbnail',
			name: 'uploadThumbnail',
			type: 'boolean',
			default: false,
			description:
				'Whether LinkedIn is to give an address for a thumbnail (thumbnailUploadUrl) too',
		},
		libraryEntryField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [itemConcurrencyOption, linkbackContextOption, templateNameOption],
		},
	],
);

/** Begins the upload of a video and gives away LinkedIn's addresses: from its size alone. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const owner = readOwner(this, itemIndex, VIDEOS.ownerTypes);
	const options = readUploadOptions(this, itemIndex);
	assertAttributionVersion(options, item.connection.version);
	const fileName = readFileName(this, itemIndex, 'video.mp4');
	const fileSizeBytes = readFileSize(this, itemIndex);
	for (const warning of checkVideoSize({ name: fileName, size: fileSizeBytes })) item.warn(warning);
	const flag = (name: string, what: string): boolean =>
		toBoolean(this.getNodeParameter(name, itemIndex, false), false, what);

	const presigned = await presignVideo(item.uploadContext(options.maxRetries), {
		owner,
		fileName,
		fileSizeBytes,
		uploadCaptions: flag('uploadCaptions', 'Upload Captions'),
		uploadThumbnail: flag('uploadThumbnail', 'Upload Thumbnail'),
		library: readLibraryEntry(this, itemIndex, fileName),
		templateName: options.templateName,
		linkbackContext: options.linkbackContext,
	});
	// Another try of the node would begin a second upload.
	item.memory.keep(presigned.session);
	return [presignedItem(presigned)];
};
