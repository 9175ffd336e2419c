import type { INodeProperties } from 'n8n-workflow';

import {
	checkFileOption,
	itemConcurrencyOption,
	maxRetriesOption,
	waitOptions,
} from '../fields/options';

export const supplementFailureOption: INodeProperties = {
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
};

export const partConcurrencyOption: INodeProperties = {
	displayName: 'Part Concurrency',
	name: 'partConcurrency',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0, maxValue: 16, numberPrecision: 0 },
	description:
		'How many parts of the video are sent at the same time, 1 to 16. Each takes about 4 MB of memory; 0 chooses by itself.',
};

export const linkbackContextOption: INodeProperties = {
	displayName: 'Linkback Context',
	name: 'linkbackContext',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/templates/birthday',
	description:
		'Address of the template or tool that the video was made with. Needs API version 202602 or newer.',
};

export const templateNameOption: INodeProperties = {
	displayName: 'Template Name',
	name: 'templateName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Sunshine birthday wishes',
	description:
		'Name of the template that the video was made with, shown on LinkedIn. Needs API version 202602 or newer.',
};

export const videoOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		checkFileOption,
		supplementFailureOption,
		itemConcurrencyOption,
		linkbackContextOption,
		maxRetriesOption,
		partConcurrencyOption,
		templateNameOption,
		...waitOptions,
	],
};

/** A resumed upload: what the video is was told to LinkedIn when it began. */
export const resumeOptionsField: INodeProperties = {
	...videoOptionsField,
	options: [
		checkFileOption,
		supplementFailureOption,
		itemConcurrencyOption,
		maxRetriesOption,
		partConcurrencyOption,
		...waitOptions,
	],
};
