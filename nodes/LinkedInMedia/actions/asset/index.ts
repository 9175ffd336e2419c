import type { INodeProperties } from 'n8n-workflow';

import type { Operations } from '../operation';
import * as completeUpload from './completeUpload.operation';
import * as convertUrn from './convertUrn.operation';
import * as get from './get.operation';
import * as getArtifacts from './getArtifacts.operation';
import * as registerUpload from './registerUpload.operation';
import * as upload from './upload.operation';

export const operations: Operations = new Map([
	['upload', upload.execute],
	['registerUpload', registerUpload.execute],
	['completeUpload', completeUpload.execute],
	['get', get.execute],
	['getArtifacts', getArtifacts.execute],
	['convertUrn', convertUrn.execute],
]);

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['asset'] } },
		options: [
			{
				name: 'Complete Upload',
				value: 'completeUpload',
				description: 'Link the parts that someone else has sent',
				action: 'Complete the upload of an asset',
			},
			{
				name: 'Convert URN',
				value: 'convertUrn',
				description: 'Get the name of the same media in another API of LinkedIn',
				action: 'Convert the URN of an asset',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Get the state of an asset and of its recipes',
				action: 'Get an asset',
			},
			{
				name: 'Get Artifacts',
				value: 'getArtifacts',
				description: 'Get what LinkedIn has made of an asset',
				action: 'Get the artifacts of an asset',
			},
			{
				name: 'Register Upload',
				value: 'registerUpload',
				description: 'Get the addresses to which someone else may send the bytes',
				action: 'Register the upload of an asset',
			},
			{
				name: 'Upload',
				value: 'upload',
				description: 'Upload an image or a video by the legacy assets API',
				action: 'Upload an asset',
			},
		],
		default: 'upload',
	},
	...upload.description,
	...registerUpload.description,
	...completeUpload.description,
	...get.description,
	...getArtifacts.description,
	...convertUrn.description,
];
