import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import * as asset from './actions/asset';
import * as document from './actions/document';
import * as image from './actions/image';
import * as mediaImport from './actions/import';
import * as post from './actions/post';
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
		description: 'Upload videos, images and documents to LinkedIn, post and manage them',
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
					{
						name: 'Asset (Legacy)',
						value: 'asset',
						description: 'Images and videos by the older Vector Assets API',
					},
					{ name: 'Document', value: 'document' },
					{ name: 'Image', value: 'image' },
					{
						name: 'Import',
						value: 'import',
						description: 'Many videos or images from their addresses, each once',
					},
					{ name: 'Post', value: 'post', description: 'Posts that show media' },
					{ name: 'Video', value: 'video' },
				],
				default: 'video',
			},
			...video.description,
			...image.description,
			...document.description,
			...post.description,
			...asset.description,
			...mediaImport.description,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router.call(this);
	}
}
