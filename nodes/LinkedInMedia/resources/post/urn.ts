import type { ViewContext } from '../../../../linkedin/posts/get';
import { POST, parsePost } from '../../../../linkedin/posts/postInput';
import { regexOf } from '../../../../linkedin/api/notation';
import { flag } from '../../../form/fields';
import { Field } from '../../../form/field';
import { locatorValue, typed } from '../../../form/locator';

const regex = regexOf(POST);

/** One post. */
export const postUrn = new Field<string, 'urn'>(
	{
		displayName: 'Post',
		name: 'urn',
		type: 'resourceLocator',
		default: { mode: 'urn', value: '' },
		required: true,
		description: 'The URN returned by Create, or the post’s feed URL (…/feed/update/urn:li:…)',
		modes: [
			typed({
				displayName: 'By URL',
				name: 'url',
				placeholder: 'e.g. https://www.linkedin.com/feed/update/urn:li:share:6844785523593134080',
				regex,
				errorMessage:
					'Enter the URL that Create returned. Links with an activity ID (…-activity-…) don’t work: LinkedIn’s API finds posts only by URN.',
			}),
			typed({
				displayName: 'By URN',
				name: 'urn',
				placeholder: 'e.g. urn:li:share:6844785523593134080',
				regex,
				errorMessage: 'Enter the URN that Create returned, e.g. urn:li:share:6844785523593134080',
			}),
		],
	},
	(value, what) => parsePost(locatorValue(value), what),
);

/** Who views the post. */
export const includeDrafts = flag({
	displayName: 'Include Drafts',
	name: 'includeDrafts',
	default: false,
	description: 'Whether to read as the author, including drafts and unpublished changes',
}).map((asAuthor): ViewContext => (asAuthor ? 'AUTHOR' : 'READER'));
