import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { LinkedInClient } from '../../../../linkedin/api/client';
import type { FileSource } from '../../../../linkedin/files/source';
import { Problem } from '../../../../linkedin/problem';
import type { Thumbnail } from '../../../../linkedin/upload/supplements';
import { openBinary } from '../../items/binary';
import { readImage } from '../../../../linkedin/files/readImage';
import { openUrlField } from '../../items/source';
import { readText } from '../fields/values';
import type { ItemRun } from '../run';

export const thumbnailFields: INodeProperties[] = [
	{
		displayName: 'Thumbnail',
		name: 'thumbnailSource',
		type: 'options',
		options: [
			{ name: 'Binary Field', value: 'binaryData', description: 'An image in the item' },
			{ name: 'None', value: 'none', description: 'LinkedIn may choose a frame of the video' },
			{ name: 'URL', value: 'url', description: 'A direct link to an image' },
		],
		default: 'none',
		description: 'The still image that LinkedIn shows before the video plays',
	},
	{
		displayName: 'Thumbnail Binary Field',
		name: 'thumbnailBinaryPropertyName',
		type: 'string',
		default: 'thumbnail',
		required: true,
		displayOptions: { show: { thumbnailSource: ['binaryData'] } },
		hint: 'The name of the input field that holds the image',
	},
	{
		displayName: 'Thumbnail URL',
		name: 'thumbnailUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/images/talk.jpg',
		displayOptions: { show: { thumbnailSource: ['url'] } },
		description: 'Direct link to the image',
	},
];

/** @throws Problem for a missing field or an image that LinkedIn would refuse */
export async function readThumbnail(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	client: LinkedInClient,
	checkFile: boolean,
): Promise<(Thumbnail & { readonly warnings: readonly string[] }) | undefined> {
	const file = await openThumbnail(execution, itemIndex, item, client);
	return file && readImage(file, 'thumbnail', checkFile, item.signal);
}

function openThumbnail(
	execution: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
	client: LinkedInClient,
): Promise<FileSource | undefined> {
	const source = readText(execution, 'thumbnailSource', itemIndex, 'Thumbnail', 'none');
	switch (source) {
		case 'none':
			return Promise.resolve(undefined);
		case 'binaryData':
			return openBinary(
				execution,
				itemIndex,
				'thumbnailBinaryPropertyName',
				'Thumbnail Binary Field',
			);
		case 'url':
			return openUrlField(execution, itemIndex, item, client, 'thumbnailUrl', 'Thumbnail URL');
		default:
			throw new Problem(`The thumbnail cannot come from "${source}"`, {
				description: 'Choose "None", "Binary Field" or "URL".',
			});
	}
}
