import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { IMAGES } from '../../../../linkedin/media/collections';
import { uploadImage } from '../../../../linkedin/upload/image';
import { readImage } from '../../items/image';
import { binaryField } from '../fields/binary';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import {
	checkFileOption,
	maxRetriesOption,
	readUploadOptions,
	waitOptions,
} from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import type { MediaOperation } from '../operation';
import { readProcessed } from '../processing';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['image'], operation: ['upload'] } },
	[
		ownerField,
		binaryField,
		libraryEntryField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [checkFileOption, maxRetriesOption, ...waitOptions],
		},
	],
);

/** Uploads the image in the item's binary field. */
export const execute: MediaOperation = async function (itemIndex, item): Promise<IDataObject> {
	const owner = readOwner(this, itemIndex, IMAGES.ownerTypes);
	const { checkFile, maxRetries, waitMs } = readUploadOptions(this, itemIndex);
	const image = await readImage(
		this,
		itemIndex,
		'binaryPropertyName',
		'Input Binary Field',
		'image',
		checkFile,
	);
	const { bytes, fileName } = image;
	const library = readLibraryEntry(this, itemIndex, fileName);
	for (const warning of image.warnings) item.warn(warning);

	const context = item.uploadContext(maxRetries);
	const session = await uploadImage(context, {
		owner,
		bytes,
		fileName,
		library,
	});
	const { status, ...media } = await readProcessed(context, IMAGES, session, library, waitMs);
	return {
		urn: session.urn,
		owner,
		status,
		fileSizeBytes: bytes.length,
		retries: context.client.retries,
		warnings: [...item.warnings],
		...media,
	};
};
