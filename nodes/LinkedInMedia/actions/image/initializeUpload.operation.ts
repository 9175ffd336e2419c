import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { IMAGES } from '../../../../linkedin/media/collections';
import { fileNameField } from '../fields/handedOver';
import { libraryEntryField } from '../fields/libraryEntry';
import { itemConcurrencyOption } from '../fields/options';
import { ownerField } from '../fields/owner';
import { initializeSingleUpload } from '../initializeSingle';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['image'], operation: ['initializeUpload'] } },
	[
		ownerField,
		fileNameField,
		libraryEntryField,
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

/** Begins the upload of an image and gives LinkedIn's address away. */
export const execute = initializeSingleUpload(IMAGES, 'image.png');
