import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { IMAGES } from '../../../../linkedin/media/collections';
import { readImage } from '../../../../linkedin/files/readImage';
import { libraryEntryField, readLibraryEntry } from '../fields/libraryEntry';
import {
	checkFileOption,
	itemConcurrencyOption,
	maxRetriesOption,
	waitOptions,
} from '../fields/options';
import { ownerField } from '../fields/owner';
import { sourceFields } from '../fields/source';
import { uploadSingle } from '../media/uploadSingle';

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

export const execute = uploadSingle({
	collection: IMAGES,
	load: (file, check, signal) => readImage(file, 'image', check, signal),
	libraryOf: readLibraryEntry,
});
