import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { readDocument } from '../../items/document';
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
	{ show: { resource: ['document'], operation: ['upload'] } },
	[
		ownerField,
		...sourceFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					...checkFileOption,
					description:
						'Whether to look into the document before anything is sent (kind, size, pages, password), and to refuse what LinkedIn would refuse',
				},
				itemConcurrencyOption,
				maxRetriesOption,
				...waitOptions,
			],
		},
	],
);

export const execute = uploadSingle({
	collection: DOCUMENTS,
	load: async (file, check, signal) => {
		const { pages, ...document } = await readDocument(file, check, signal);
		return { ...document, ...(pages === undefined ? {} : { facts: { pages } }) };
	},
});
