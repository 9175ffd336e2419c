import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import * as image from './actions/image';
import { router } from './actions/router';
import * as video from './actions/video';
import { listSearch } from './methods';

export class LinkedInMedia implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Media',
		name: 'linkedInMedia',
		icon: { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Upload videos with captions and thumbnails, and images, to LinkedIn',
		defaults: { name: 'LinkedIn Media' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'linkedInMediaOAuth2Api', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Image', value: 'image' },
					{ name: 'Video', value: 'video' },
				],
				default: 'video',
			},
			...video.description,
			...image.description,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router.call(this);
	}
}
