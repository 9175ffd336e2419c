import type { INodeProperties } from 'n8n-workflow';

import { accountField } from '../LinkedInMedia/actions/fields/account';

export const properties: INodeProperties[] = [
	{
		displayName: 'Media',
		name: 'mediaType',
		type: 'options',
		options: [
			{ name: 'Both', value: 'both' },
			{ name: 'Images', value: 'image' },
			{ name: 'Videos', value: 'video' },
		],
		default: 'video',
		description: 'Which media to watch. Both cost twice the calls.',
	},
	{ ...accountField, description: 'The ad account whose media library is watched' },
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [
			{ name: 'Added', value: 'added', description: 'Media entered the library' },
			{ name: 'Archived', value: 'archived', description: 'An entry was archived' },
			{
				name: 'Available',
				value: 'available',
				description: 'LinkedIn has processed the media, so that it can be used',
			},
			{ name: 'Failed', value: 'failed', description: 'LinkedIn could not process the media' },
			{
				name: 'Reactivated',
				value: 'reactivated',
				description: 'An archived entry was made active again',
			},
		],
		default: ['available'],
		description:
			'What starts the workflow. Each poll costs one or two calls of LinkedIn’s daily limit, more for large libraries.',
	},
];
