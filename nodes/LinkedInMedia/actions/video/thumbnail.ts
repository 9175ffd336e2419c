import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { Problem } from '../../../../linkedin/problem';
import type { Thumbnail } from '../../../../linkedin/upload/supplements';
import { readImage } from '../../items/image';
import { readText } from '../fields/values';

export const thumbnailFields: INodeProperties[] = [
	{
		displayName: 'Thumbnail',
		name: 'thumbnailSource',
		type: 'options',
		options: [
			{ name: 'Binary Field', value: 'binaryData', description: 'An image in the item' },
			{ name: 'None', value: 'none', description: 'LinkedIn may choose a frame of the video' },
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
];

/** @throws Problem for a missing field or an image that LinkedIn would refuse */
export async function readThumbnail(
	execution: IExecuteFunctions,
	itemIndex: number,
	checkFile: boolean,
): Promise<(Thumbnail & { readonly warnings: readonly string[] }) | undefined> {
	const source = readText(execution, 'thumbnailSource', itemIndex, 'Thumbnail', 'none');
	switch (source) {
		case 'none':
			return undefined;
		case 'binaryData':
			return readImage(
				execution,
				itemIndex,
				'thumbnailBinaryPropertyName',
				'Thumbnail Binary Field',
				'thumbnail',
				checkFile,
			);
		default:
			throw new Problem(`The thumbnail cannot come from "${source}"`, {
				description: 'Choose "None" or "Binary Field".',
			});
	}
}
