import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as batchGet from './batchGet.operation';
import * as create from './create.operation';
import * as remove from './delete.operation';
import * as get from './get.operation';

export const operations: Operations = new Map([
	['batchGet', batchGet.execute],
	['create', create.execute],
	['delete', remove.execute],
	['get', get.execute],
]);

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['post'] } },
		options: [
			{
				name: 'Batch Get',
				value: 'batchGet',
				description: 'Read many posts at once',
				action: 'Get many posts by URN',
			},
			{
				name: 'Create',
				value: 'create',
				description: 'Publish a post with images, a video, a document or an article',
				action: 'Create a post',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Delete a post',
				action: 'Delete a post',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Read a post',
				action: 'Get a post',
			},
		],
		default: 'create',
	},
	...create.description,
	...get.description,
	...batchGet.description,
	...remove.description,
];
