import type { ViewContext } from '../../../../linkedin/posts/get';
import { parsePost } from '../../../../linkedin/posts/postInput';
import { flag } from '../../../form/fields';
import { Field } from '../../../form/field';

/** One post. */
export const postUrn = new Field<string, 'urn'>(
	{
		displayName: 'URN',
		name: 'urn',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. urn:li:share:6844785523593134080',
		description: 'The post: the URN that its creation returned, or its address in the feed',
	},
	parsePost,
);

/** Whose eyes see the post. */
export const includeDrafts = flag({
	displayName: 'Include Drafts',
	name: 'includeDrafts',
	default: false,
	description: 'Whether to read as the author, who also sees drafts and unpublished changes',
}).map((asAuthor): ViewContext => (asAuthor ? 'AUTHOR' : 'READER'));
