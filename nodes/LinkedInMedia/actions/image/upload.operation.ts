import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { IMAGES } from '../../../../linkedin/media/collections';
import { isSingleSessionOf } from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { readImage } from '../../items/image';
import { openSource } from '../../items/source';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import {
	checkFileOption,
	itemConcurrencyOption,
	maxRetriesOption,
	readUploadOptions,
	waitOptions,
} from '../fields/options';
import { ownerField, readOwner } from '../fields/owner';
import { sourceFields } from '../fields/source';
import type { MediaOperation } from '../operation';
import { readProcessed } from '../processing';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['image'], operation: ['upload'] } },
	[
		ownerField,
		...sourceFields,
		libraryEntryField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [checkFileOption, itemConcurrencyOption, maxRetriesOption, ...waitOptions],
		},
	],
);

/** Uploads an image: from the item's binary field, or from an address. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const owner = readOwner(this, itemIndex, IMAGES.ownerTypes);
	const { checkFile, maxRetries, waitMs } = readUploadOptions(this, itemIndex);
	const context = item.uploadContext(maxRetries);
	const file = await openSource(this, itemIndex, item, context.client);
	const { bytes, fileName, warnings } = await readImage(file, 'image', checkFile, item.signal);
	const library = readLibraryEntry(this, itemIndex, fileName);
	for (const warning of warnings) item.warn(warning);

	const session =
		item.memory.recall(isSingleSessionOf(bytes.length)) ??
		(await initializeSingle(context, IMAGES, {
			owner,
			fileName,
			fileSizeBytes: bytes.length,
			library,
		}));
	item.memory.keep(session);
	await sendSingle(context, IMAGES, session, bytes);
	const { status, ...media } = await readProcessed(context, IMAGES, session, library, waitMs);
	return [
		{
			json: {
				urn: session.urn,
				owner,
				status,
				fileSizeBytes: bytes.length,
				retries: context.client.retries,
				warnings: [...item.warnings],
				...media,
			},
		},
	];
};
