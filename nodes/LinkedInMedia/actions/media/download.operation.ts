import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { downloadMedia } from '../../../../linkedin/media/download';
import { downloadInto } from '../../../shared/download';
import { readUrn, urnField } from '../fields/urn';
import { toChoice, toText } from '../fields/values';
import type { MediaOperation } from '../operation';
import { readCollection } from './fields';

const contentOption: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'options',
	options: [
		{ name: 'Captions', value: 'captions' },
		{ name: 'Media', value: 'media', description: 'The video itself' },
		{ name: 'Thumbnail', value: 'thumbnail' },
	],
	default: 'media',
	description: 'What is to be downloaded',
};

export function describeDownload(collection: LibraryCollection): INodeProperties[] {
	const hasMore = Object.keys(collection.downloads).length > 1;
	return updateDisplayOptions(
		{ show: { resource: [collection.urnType], operation: ['download'] } },
		[
			urnField(collection),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					...(hasMore ? [contentOption] : []),
					{
						displayName: 'Put Output File in Field',
						name: 'outputBinaryPropertyName',
						type: 'string',
						default: 'data',
						placeholder: 'e.g. data',
						hint: 'The name of the output binary field to put the file in',
					},
				],
			},
		],
	);
}

/** Puts the media, its thumbnail or its captions into a binary field. */
export function downloadOperation(collection: LibraryCollection): MediaOperation {
	return async function (itemIndex, item) {
		const urn = readUrn(this, itemIndex, collection);
		const { content, field } = readOptions(this, itemIndex);
		const { signal } = item;
		const { entity, name, mimeType, stored } = await downloadMedia(
			item.client(),
			collection,
			{ urn, content, signal },
			downloadInto(this),
		);
		const json = { urn, content, status: entity.status, fileName: name, mimeType };
		return [{ json, binary: { [field]: stored } }];
	};
}

function readOptions(
	execution: IExecuteFunctions,
	itemIndex: number,
): { content: 'media' | 'thumbnail' | 'captions'; field: string } {
	const options = readCollection(execution, itemIndex, 'options');
	return {
		content: toChoice(options.content, ['media', 'thumbnail', 'captions'], 'Content'),
		field: toText(options.outputBinaryPropertyName, 'data', 'Put Output File in Field'),
	};
}
