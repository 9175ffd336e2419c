import type { INodeProperties } from 'n8n-workflow';

import { ownerField } from '../fields/owner';

/** Who speaks: the same picker as for the owner of media. */
export const authorField: INodeProperties = {
	...ownerField,
	displayName: 'Author',
	name: 'author',
	description: 'The member or company page in whose name the post is published',
};

const ONE_MEDIUM = ['image', 'video', 'document', 'article'];

/** What the post shows and says. */
export const contentFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'commentary',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		placeholder: 'e.g. Our talk (with slides) is online #1',
		description:
			'Up to 3,000 characters, published exactly as typed. A real mention is written @[Name](urn:li:organization:2414183) with the name as LinkedIn knows it, a real hashtag {hashtag|#|word}; @Name and #word typed alone stay plain text.',
	},
	{
		displayName: 'Content',
		name: 'contentType',
		type: 'options',
		options: [
			{ name: 'Article', value: 'article', description: 'A link with title and thumbnail' },
			{ name: 'Document', value: 'document', description: 'PDF, Word or PowerPoint' },
			{ name: 'Image', value: 'image' },
			{ name: 'Several Images', value: 'multiImage', description: '2 to 20 images' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
		description: 'What the post shows',
	},
	{
		displayName: 'Article URL',
		name: 'articleUrl',
		type: 'string',
		// Not `required`: n8n would ask for it in every workflow whose content is an expression.
		default: '',
		placeholder: 'e.g. https://example.com/news',
		displayOptions: { show: { contentType: ['article'] } },
		description: 'The page to which the post leads',
	},
	{
		displayName: 'Media Source',
		name: 'mediaSource',
		type: 'options',
		options: [
			{
				name: 'Binary Field',
				value: 'binaryData',
				description: 'Files in the item: uploaded first, then posted',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'Direct links: the files are uploaded first, then posted',
			},
			{ name: 'URN', value: 'urn', description: 'Media that are on LinkedIn already' },
		],
		default: 'urn',
		description:
			'Where the media come from. The post waits until LinkedIn has processed them. Of an article this is the thumbnail.',
	},
	{
		displayName: 'Media URN',
		name: 'mediaUrn',
		type: 'string',
		default: '',
		placeholder: 'e.g. urn:li:video:C5505AQH-oV1qvnFtKA',
		displayOptions: { show: { contentType: ONE_MEDIUM, mediaSource: ['urn'] } },
		description: 'As an upload returned it. Of an article the thumbnail; empty for none.',
	},
	{
		displayName: 'Media URNs',
		name: 'mediaUrns',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA, urn:li:image:C4E10AQG3',
		displayOptions: { show: { contentType: ['multiImage'], mediaSource: ['urn'] } },
		description: '2 to 20 images, split by comma or line, or a list by expression',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		displayOptions: { show: { contentType: ONE_MEDIUM, mediaSource: ['binaryData'] } },
		hint: 'The name of the input field that holds the file',
	},
	{
		displayName: 'Input Binary Fields',
		name: 'binaryPropertyNames',
		type: 'string',
		default: '',
		placeholder: 'e.g. image1, image2',
		displayOptions: { show: { contentType: ['multiImage'], mediaSource: ['binaryData'] } },
		hint: 'The names of the 2 to 20 input fields that hold the images, in their order',
	},
	{
		displayName: 'Media URL',
		name: 'mediaUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/videos/talk.mp4',
		displayOptions: { show: { contentType: ONE_MEDIUM, mediaSource: ['url'] } },
		description: 'Direct link to the file. Of an article the thumbnail; empty for none.',
	},
	{
		displayName: 'Media URLs',
		name: 'mediaUrls',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. https://example.com/images/1.jpg',
		displayOptions: { show: { contentType: ['multiImage'], mediaSource: ['url'] } },
		description: 'Direct links to 2 to 20 images, one in each line, or a list by expression',
	},
	{
		displayName: 'Alt Text',
		name: 'altText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. The team on stage',
		displayOptions: { show: { contentType: ['image', 'multiImage'] } },
		description:
			'What screen readers say. Of several images one text in each line, in their order, or a list by expression.',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Annual report',
		displayOptions: { show: { contentType: ONE_MEDIUM } },
		description:
			'Shown with the media. An article needs one, and so does a document; an uploaded document goes by its file name where there is none.',
	},
	{
		displayName: 'Article Description',
		name: 'articleDescription',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		displayOptions: { show: { contentType: ['article'] } },
	},
	{
		displayName: 'Visibility',
		name: 'visibility',
		type: 'options',
		options: [
			{ name: 'Connections', value: 'CONNECTIONS', description: 'Connections of the member' },
			{ name: 'Logged In', value: 'LOGGED_IN', description: 'Everyone who is logged in' },
			{ name: 'Public', value: 'PUBLIC', description: 'Everyone' },
		],
		default: 'PUBLIC',
		description: 'Who sees the post',
	},
];
