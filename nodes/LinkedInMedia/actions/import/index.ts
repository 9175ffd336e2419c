import type { INodeProperties } from 'n8n-workflow';

import type { Operations, RunOperations } from '../operation';
import { fromUrlsFields } from './fields';
import * as fromUrls from './fromUrls.operation';
import * as getStatus from './getStatus.operation';

export const operations: Operations = new Map([['getStatus', getStatus.execute]]);

export const runOperations: RunOperations = new Map([['fromUrls', fromUrls.execute]]);

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['import'] } },
		options: [
			{
				name: 'From URLs',
				value: 'fromUrls',
				description: 'Bring a list of files from their addresses into LinkedIn, each once',
				action: 'Import media from their addresses',
			},
			{
				name: 'Get Status',
				value: 'getStatus',
				description: 'Read what LinkedIn has made of an import',
				action: 'Get the status of an import',
			},
		],
		default: 'fromUrls',
	},
	...fromUrlsFields,
	...getStatus.description,
];
