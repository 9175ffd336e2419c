import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { IMAGES } from '../../../../linkedin/media/collections';
import { waitUntilAvailable } from '../../../../linkedin/media/wait';
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
import { readText } from '../fields/text';
import type { MediaOperation } from '../operation';
import { toMedia } from '../result';

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
export const execute: MediaOperation = async function (itemIndex, run): Promise<IDataObject> {
	const owner = readOwner(this, itemIndex, IMAGES.ownerTypes);
	const options = readUploadOptions(this, itemIndex);
	const field = readText(this, 'binaryPropertyName', itemIndex);
	const image = await readImage(
		this,
		itemIndex,
		field,
		'Input Binary Field',
		'image',
		options.checkFile,
	);
	const library = readLibraryEntry(this, itemIndex, image.fileName);
	const warnings = [...image.warnings];

	const context = run.uploadContext(options.maxRetries);
	const urn = await uploadImage(context, {
		owner,
		bytes: image.bytes,
		fileName: image.fileName,
		...(library === undefined ? {} : { library }),
	});
	const { status, entity, warning } = await waitUntilAvailable(
		context.client,
		{
			collection: IMAGES,
			urn,
			name: image.fileName,
			owner,
			...(library === undefined ? {} : { account: library.associatedAccount }),
		},
		options.waitMs,
	);
	if (warning !== undefined && options.waitMs > 0) warnings.push(warning);
	return {
		urn,
		owner,
		status,
		fileSizeBytes: image.bytes.length,
		retries: context.client.retries,
		warnings,
		...(entity === undefined ? {} : { media: toMedia(entity) }),
	};
};
