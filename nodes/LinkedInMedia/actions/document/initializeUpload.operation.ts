import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { fileNameField } from '../fields/handedOver';
import { itemConcurrencyOption } from '../fields/options';
import { ownerField } from '../fields/owner';
import { initializeSingleUpload } from '../initializeSingle';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['document'], operation: ['initializeUpload'] } },
	[
		ownerField,
		fileNameField,
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

/** Begins the upload of a document and gives LinkedIn's address away. */
export const execute = initializeSingleUpload(DOCUMENTS, 'document.pdf');
