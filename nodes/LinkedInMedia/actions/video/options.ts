import type { INodeProperties } from 'n8n-workflow';

import { checkFileOption, maxRetriesOption, waitOptions } from '../fields/options';

export const videoOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		checkFileOption,
		{
			displayName: 'If Captions or Thumbnail Fail',
			name: 'onSupplementFailure',
			type: 'options',
			options: [
				{
					name: 'Continue Without Them',
					value: 'continue',
					description: 'Good for a feed video; an ads video could not be served',
				},
				{ name: 'Fail the Upload', value: 'fail' },
			],
			default: 'fail',
			description: 'What a failed upload of captions or thumbnail does to the video',
		},
		{
			displayName: 'Linkback Context',
			name: 'linkbackContext',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/templates/birthday',
			description:
				'Address of the template or tool that the video was made with. Needs API version 202602 or newer.',
		},
		maxRetriesOption,
		{
			displayName: 'Part Concurrency',
			name: 'partConcurrency',
			type: 'number',
			default: 0,
			typeOptions: { minValue: 0, maxValue: 16, numberPrecision: 0 },
			description:
				'How many parts of the video are sent at the same time, 1 to 16. Each takes about 4 MB of memory; 0 chooses by itself.',
		},
		{
			displayName: 'Template Name',
			name: 'templateName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Sunshine birthday wishes',
			description:
				'Name of the template that the video was made with, shown on LinkedIn. Needs API version 202602 or newer.',
		},
		...waitOptions,
	],
};
