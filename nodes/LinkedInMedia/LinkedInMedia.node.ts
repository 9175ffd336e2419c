import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchAdAccounts, searchLibrary, searchOwners, searchPages } from '../pickers';
import { Dispatch, propertiesOf } from '../run/resources';
import { runNode } from '../run/router';
import { subtitleOf } from '../run/subtitle';
import { testFileServer } from '../transport/fileServer';
import { DEFAULT_TYPE_VERSION, TYPE_VERSIONS } from '../run/typeVersion';
import { RESOURCES } from './resources';

const dispatch = new Dispatch(RESOURCES);

export class LinkedInMedia implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkedIn Media',
		name: 'linkedInMedia',
		icon: { light: 'file:linkedInMedia.svg', dark: 'file:linkedInMedia.dark.svg' },
		group: ['output'],
		version: TYPE_VERSIONS,
		defaultVersion: DEFAULT_TYPE_VERSION,
		subtitle: subtitleOf(RESOURCES),
		description:
			'Upload videos, images and documents to LinkedIn, publish posts and manage media libraries',
		defaults: { name: 'LinkedIn Media' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'linkedInMediaOAuth2Api', required: true },
			{
				name: 'linkedInMediaFileServerApi',
				required: false,
				testedBy: 'testFileServer',
				// Where files are read by URL, and nowhere else: beside a second credential n8n doesn't offer to
				// connect the first one with one click.
				displayOptions: {
					show: { operation: ['create', 'fromUrls', 'resumeUpload', 'upload'] },
					hide: {
						contentType: ['text', 'reshare'],
						source: ['binaryData'],
						mediaSource: ['binaryData', 'none', 'urn'],
						imageSource: ['binaryData', 'none', 'urn'],
					},
				},
			},
		],
		properties: propertiesOf(RESOURCES, 'video'),
	};

	methods = {
		credentialTest: { testFileServer },
		listSearch: { searchAdAccounts, searchLibrary, searchOwners, searchPages },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return runNode(this, dispatch);
	}
}
