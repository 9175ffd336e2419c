import type { INodeProperties } from 'n8n-workflow';

import { IMAGES } from '../../../../linkedin/media/collections';
import { libraryFields, libraryOperations } from '../media';
import type { Operations } from '../operation';
import * as initializeUpload from './initializeUpload.operation';
import * as upload from './upload.operation';

export const operations: Operations = new Map([
	['initializeUpload', initializeUpload.execute],
	['upload', upload.execute],
	...libraryOperations(IMAGES),
]);

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['image'] } },
		options: [
			{
				name: 'Batch Get',
				value: 'batchGet',
				description: 'Get many images by their URNs',
				action: 'Get many images',
			},
			{
				name: 'Download',
				value: 'download',
				description: 'Download an image',
				action: 'Download an image',
			},
			{
				name: 'Find by Account',
				value: 'findByAccount',
				description: 'List the images in the media library of an ad account',
				action: 'Find images by account',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Get an image, or wait until LinkedIn has processed it',
				action: 'Get an image',
			},
			{
				name: 'Initialize Upload',
				value: 'initializeUpload',
				description: 'Get the address to which someone else may send the bytes',
				action: 'Initialize the upload of an image',
			},
			{
				name: 'Update Library',
				value: 'updateLibrary',
				description: 'Rename, archive or reactivate an image in a media library',
				action: 'Update an image in a library',
			},
			{
				name: 'Upload',
				value: 'upload',
				description: 'Upload an image',
				action: 'Upload an image',
			},
		],
		default: 'upload',
	},
	...upload.description,
	...initializeUpload.description,
	...libraryFields(IMAGES),
];
