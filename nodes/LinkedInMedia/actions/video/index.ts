import type { INodeProperties } from 'n8n-workflow';

import * as upload from './upload.operation';

export { upload };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['video'] } },
		options: [
			{
				name: 'Upload',
				value: 'upload',
				description: 'Upload a video with captions and thumbnail',
				action: 'Upload a video',
			},
		],
		default: 'upload',
	},
	...upload.description,
];
