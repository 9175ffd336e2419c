import type { INodeProperties } from 'n8n-workflow';

import { LIBRARY_EVENTS, type LibraryEventName } from '../../linkedin/media/events';
import { IMAGES, VIDEOS, type LibraryCollection } from '../../linkedin/media/collections';
import { Problem } from '../../linkedin/problem';
import { account as anyAccount } from '../fields/account';
import { pageField } from '../fields/page';
import { simplify } from '../fields/results';
import { Field } from '../form/field';
import { choice } from '../form/fields';

const CONNECTION_EXPIRING = 'connectionExpiring';
const POSTED = 'posted';
const COMMENTED = 'commented';

/** Shown where one of them is chosen. */
const ofLibrary = { events: LIBRARY_EVENTS };

/** Not read: what users should know before the trigger runs unattended for months. */
export const notice: INodeProperties = {
	displayName:
		'Media libraries need the LinkedIn App "Company Pages and Ad Accounts" in the credential, and a role in the ad account, e.g. Viewer. The connection expires after 60 days unless LinkedIn has approved your app for refresh tokens: reconnect before then, or the trigger stops. The event "Connection Expiring" starts the workflow seven days ahead.',
	name: 'connectionNotice',
	type: 'notice',
	default: '',
};

const mediaType = choice({
	displayName: 'Media',
	name: 'mediaType',
	options: [
		{ name: 'Both', value: 'both' },
		{ name: 'Images', value: 'image' },
		{ name: 'Videos', value: 'video' },
	],
	default: 'video',
	description: 'Which media to watch. Watching both doubles the API calls.',
}).when(ofLibrary);

/** Which libraries are watched. */
export const collections = mediaType.map((media): readonly LibraryCollection[] =>
	[VIDEOS, IMAGES].filter(({ urnType }) => media === 'both' || media === urnType),
);

/** `urn:li:sponsoredAccount:…` */
export const account = anyAccount
	.with({ description: 'The ad account whose media library to watch' })
	.when(ofLibrary);

/** Shown where it is chosen. */
const ofPosts = { events: [POSTED, COMMENTED] };

/** The page whose posts, or comments on them, are watched, as the form names it. */
export const page = pageField({
	description:
		'The company page whose posts, or the comments on them, to watch. New posts need the scope "r_organization_social" and a role in the page; comments need "rw_organization_admin" and the role Super admin, or else "r_organization_social" and "r_organization_social_feed".',
}).when(ofPosts);

/** Of media and posts, as in the node. */
export const simplifyEvents = simplify
	.with({
		description:
			'Whether to return a simplified version of the media, the post or the comment instead of the raw data',
	})
	.when({ events: [...LIBRARY_EVENTS, POSTED, COMMENTED] });

/** What starts the workflow: something in a library, a page's post, a comment on it, or the end of the connection. */
type EventName = LibraryEventName | typeof CONNECTION_EXPIRING | typeof POSTED | typeof COMMENTED;

/** As shown in the form. */
export const EVENTS: ReadonlyArray<{ name: string; value: EventName; description: string }> = [
	{
		name: 'Connection Expiring',
		value: CONNECTION_EXPIRING,
		description: 'Once a day, when the credential expires within seven days or has expired',
	},
	{ name: 'Media Added', value: 'added', description: 'Media were added to the library' },
	{ name: 'Media Archived', value: 'archived', description: 'Media were archived' },
	{
		name: 'Media Reactivated',
		value: 'reactivated',
		description: 'Archived media were made active again',
	},
	{
		name: 'Media Ready',
		value: 'available',
		description: 'LinkedIn has processed the media, so that they can be used',
	},
	{
		name: 'New Comment on a Page’s Post',
		value: COMMENTED,
		description: 'Someone other than the page commented on one of its posts',
	},
	{
		name: 'New Post of a Page',
		value: POSTED,
		description: 'A company page published a post, with any tool',
	},
	{
		name: 'Processing Failed',
		value: 'failed',
		description: 'LinkedIn could not process the media',
	},
];

/** What was chosen. */
export interface Events {
	readonly library: ReadonlySet<LibraryEventName>;
	readonly posted: boolean;
	readonly commented: boolean;
	readonly connectionExpiring: boolean;
}

/** At least one. */
export const events = new Field<Events>(
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENTS.map((event) => ({ ...event })),
		default: ['available'],
		description:
			'Which events start the workflow. Each poll of a library uses one or two calls of LinkedIn’s daily limit, or more for large libraries; each poll of a page’s posts or comments usually uses one, or eleven if LinkedIn refuses the page’s notifications.',
	},
	(value, what) => {
		const names: readonly unknown[] = Array.isArray(value) ? value : [value];
		const library = LIBRARY_EVENTS.filter((event) => names.includes(event));
		const connectionExpiring = names.includes(CONNECTION_EXPIRING);
		const posted = names.includes(POSTED);
		const commented = names.includes(COMMENTED);
		if (library.length > 0 || posted || commented || connectionExpiring) {
			return { library: new Set(library), posted, commented, connectionExpiring };
		}
		throw new Problem(`${what} is empty`, { description: 'Choose at least one event.' });
	},
);
