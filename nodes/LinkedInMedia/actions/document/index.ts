import type { INodeProperties } from 'n8n-workflow';

import { DOCUMENTS } from '../../../../linkedin/media/collections';
import { describeGet, getOperation } from '../media/get.operation';
import type { Operations } from '../operation';
import * as initializeUpload from './initializeUpload.operation';
import * as upload from './upload.operation';

export const operations: Operations = new Map([
	['get', getOperation(DOCUMENTS, false)],
	['initializeUpload', initializeUpload.execute],
	['upload', upload.execute],
]);

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['document'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Read a document and its state',
				action: 'Get a document',
			},
			{
				name: 'Initialize Upload',
				value: 'initializeUpload',
				description: 'Get the address to which someone else may send the bytes',
				action: 'Initialize the upload of a document',
			},
			{
				name: 'Upload',
				value: 'upload',
				description: 'Upload a PDF, Word or PowerPoint file',
				action: 'Upload a document',
			},
		],
		default: 'upload',
	},
	...upload.description,
	...initializeUpload.description,
	...describeGet(DOCUMENTS, false),
];
