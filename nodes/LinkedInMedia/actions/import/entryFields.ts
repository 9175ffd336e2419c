import type { INodeProperties } from 'n8n-workflow';

const perItem = { show: { entriesFrom: ['items'] } };

/** Where the list of files comes from, and what an entry of it has. */
export const entryFields: INodeProperties[] = [
	{
		displayName: 'Entries From',
		name: 'entriesFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Input Items', value: 'items', description: 'Each item is one entry' },
			{ name: 'JSON', value: 'json', description: 'A list in one item' },
		],
		default: 'items',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		// Not `required`: n8n would ask for it in every workflow whose source is an expression.
		default: '={{ $json.url }}',
		placeholder: 'e.g. https://example.com/videos/talk.mp4',
		displayOptions: perItem,
		description: 'Direct link to the file. What it serves must be video/* or image/*.',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '={{ $json.id }}',
		placeholder: 'e.g. 123abc',
		displayOptions: perItem,
		description: 'What the importing system calls the file; it names it for good',
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '={{ $json.fileName }}',
		placeholder: 'e.g. talk.mp4',
		displayOptions: perItem,
		description: 'How messages call the file, and its name in a media library',
	},
	{
		displayName: 'Metadata',
		name: 'metadata',
		type: 'json',
		default: '={{ $json.metadata }}',
		displayOptions: perItem,
		description:
			'An object that comes back with the result. Of it "assetName", else "title", names the library entry.',
	},
	{
		displayName: 'Known URN',
		name: 'knownUrn',
		type: 'string',
		default: '',
		placeholder: 'e.g. urn:li:video:C5505AQH-oV1qvnFtKA',
		displayOptions: perItem,
		description:
			'What an earlier import made of this entry, where a table of yours remembers it instead of a media library',
	},
	{
		displayName: 'Entries',
		name: 'entries',
		type: 'json',
		default: '={{ $json.videos }}',
		placeholder: '[{"url": "https://example.com/talk.mp4", …}]',
		displayOptions: { show: { entriesFrom: ['json'] } },
		description: 'A JSON list with an object for each file, as in the body of an import request',
	},
];
