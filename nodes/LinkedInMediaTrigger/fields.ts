import { LIBRARY_EVENTS, type LibraryEventName } from '../../linkedin/media/events';
import { IMAGES, VIDEOS, type LibraryCollection } from '../../linkedin/media/collections';
import { Problem } from '../../linkedin/problem';
import { account as anyAccount } from '../fields/account';
import { Field } from '../form/field';
import { choice } from '../form/fields';

const mediaType = choice({
	displayName: 'Media',
	name: 'mediaType',
	options: [
		{ name: 'Both', value: 'both' },
		{ name: 'Images', value: 'image' },
		{ name: 'Videos', value: 'video' },
	],
	default: 'video',
	description: 'Which media to watch. Both cost twice the calls.',
});

/** Which libraries are watched. */
export const collections = mediaType.map((media): readonly LibraryCollection[] =>
	[VIDEOS, IMAGES].filter(({ urnType }) => media === 'both' || media === urnType),
);

/** `urn:li:sponsoredAccount:…` */
export const account = anyAccount.with({
	description: 'The ad account whose media library is watched',
});

const OFFERED: ReadonlyArray<{ name: string; value: LibraryEventName; description: string }> = [
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
];

/** At least one. */
export const events = new Field<ReadonlySet<LibraryEventName>>(
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: OFFERED.map((event) => ({ ...event })),
		default: ['available'],
		description:
			'What starts the workflow. Each poll costs one or two calls of LinkedIn’s daily limit, more for large libraries.',
	},
	(value, what) => {
		const names: readonly unknown[] = Array.isArray(value) ? value : [value];
		const chosen = LIBRARY_EVENTS.filter((event) => names.includes(event));
		if (chosen.length > 0) return new Set(chosen);
		throw new Problem(`${what} is empty`, { description: 'Choose at least one event.' });
	},
);
