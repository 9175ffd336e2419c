import type { INodeProperties } from 'n8n-workflow';

import type { ViewContext } from '../../../../linkedin/posts/get';
import { POST, parsePost } from '../../../../linkedin/posts/postInput';
import { regexOf, regexOrEmpty } from '../../../../linkedin/api/notation';
import { flag } from '../../../form/fields';
import { Field } from '../../../form/field';
import { locatorValue, typed } from '../../../form/locator';

function postField<const Name extends string>(
	look: Pick<INodeProperties, 'description' | 'displayName' | 'required'> & {
		readonly name: Name;
	},
	whereFrom: string,
): Field<string, Name> {
	// n8n tests a locator that may stay empty, too.
	const regex = look.required ? regexOf(POST) : regexOrEmpty(POST);
	return new Field<string, Name>(
		{
			...look,
			type: 'resourceLocator',
			default: { mode: 'urn', value: '' },
			modes: [
				typed({
					displayName: 'By URL',
					name: 'url',
					placeholder: 'e.g. https://www.linkedin.com/feed/update/urn:li:share:6844785523593134080',
					regex,
					errorMessage: `Enter the URL ${whereFrom}. Links with an activity ID (…-activity-…) don’t work: LinkedIn’s API finds posts only by URN.`,
				}),
				typed({
					displayName: 'By URN',
					name: 'urn',
					placeholder: 'e.g. urn:li:share:6844785523593134080',
					regex,
					errorMessage: `Enter the URN ${whereFrom}, e.g. urn:li:share:6844785523593134080`,
				}),
			],
		},
		(value, what) => parsePost(locatorValue(value), what),
	);
}

/** One post. */
export const postUrn = postField(
	{
		displayName: 'Post',
		name: 'urn',
		required: true,
		description: 'The URN returned by Create, or the post’s feed URL (…/feed/update/urn:li:…)',
	},
	'that Create returned',
);

/**
 * The post that a reshare shares. Not `required`: n8n would ask for it in every workflow whose content
 * is an expression.
 */
export const parentPost = postField(
	{
		displayName: 'Post to Reshare',
		name: 'parentPost',
		description:
			'The URN that Create returned. For other people’s posts, open the post’s menu on LinkedIn, choose "Embed this post" and copy the URL in the code.',
	},
	'that Create returned, or the one in the code of "Embed this post" on LinkedIn',
).when({ contentType: ['reshare'] });

/** Whose eyes see the post. */
export const includeDrafts = flag({
	displayName: 'Include Drafts',
	name: 'includeDrafts',
	default: false,
	description: 'Whether to read as the author, including drafts and unpublished changes',
}).map((asAuthor): ViewContext => (asAuthor ? 'AUTHOR' : 'READER'));
