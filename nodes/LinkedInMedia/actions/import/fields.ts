import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { libraryEntryField } from '../fields/libraryEntry';
import {
	checkFileOption,
	itemConcurrencyOption,
	maxRetriesOption,
	waitOptions,
} from '../fields/options';
import { ownerField } from '../fields/owner';
import { partConcurrencyOption } from '../video/options';
import { entryFields } from './entryFields';

const notificationFields: INodeProperties[] = [
	{
		displayName: 'Webhook URL',
		name: 'webhookUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/webhooks/video-import',
		description:
			'Gets a POST when the import has ended: its ID, its state, how many entries are in which state, and the context',
	},
	{
		displayName: 'Webhook Secret',
		name: 'webhookSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Signs what the webhook gets: the header X-Signature-256 is "sha256=" and the HMAC-SHA256 of the body',
	},
	{
		displayName: 'Context',
		name: 'context',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"jobId": 17}',
		description: 'An object that the webhook gets as it is, at most 8192 bytes',
	},
];

const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'One Item for Each Entry',
			value: 'entries',
			description: 'Paired with the item that it came from',
		},
		{ name: 'Summary', value: 'summary', description: 'One item with all entries in it' },
	],
	default: 'summary',
	description: 'What the node gives',
};

const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		checkFileOption,
		{
			displayName: 'Import ID',
			name: 'importId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 25bzj8j',
			description: 'What the import is called in the result. Default: a new one.',
		},
		{
			...itemConcurrencyOption,
			description: 'How many entries are imported at the same time, 1 to 16',
		},
		maxRetriesOption,
		partConcurrencyOption,
		...waitOptions,
	],
};

export const fromUrlsFields: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['import'], operation: ['fromUrls'] } },
	[
		{
			displayName: 'System Name',
			name: 'systemName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. archive',
			description:
				'What the system is called that the files come from. Together with the ID of an entry it tells later imports what is there already.',
		},
		...entryFields,
		{
			displayName: 'Media Type',
			name: 'mediaType',
			type: 'options',
			options: [
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
			],
			default: 'video',
		},
		ownerField,
		{
			...libraryEntryField,
			description:
				'The media library of an ad account lists what is imported, and remembers it for later imports',
		},
		{
			displayName: 'If Exists',
			name: 'ifExists',
			type: 'options',
			options: [
				{ name: 'Skip', value: 'skip', description: 'Leave it as it is' },
				{
					name: 'Update',
					value: 'update',
					description: 'Give the library entry the name that the request has',
				},
				{
					name: 'Upload Anew',
					value: 'uploadAnew',
					description: 'Upload the file once more; what is there stays too',
				},
			],
			default: 'skip',
			description: 'What to do with an entry that an earlier import has brought in',
		},
		...notificationFields,
		outputField,
		optionsField,
	],
);
