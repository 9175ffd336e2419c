import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { batchGetPosts } from '../../../../linkedin/posts/batchGet';
import { parsePost } from '../../../../linkedin/posts/postInput';
import { Problem } from '../../../../linkedin/problem';
import { toBoolean } from '../fields/values';
import { assertAllFound, failOnMissingOption, toMissingItem } from '../lookups';
import type { MediaOperation, OutputItem } from '../operation';
import { toData } from '../result';
import { COMMAS, readNames } from './lists';
import { includeDraftsOption, viewOf } from './urnField';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['post'], operation: ['batchGet'] } },
	[
		{
			displayName: 'URNs',
			name: 'urns',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. urn:li:share:6844785523593134080, urn:li:ugcPost:68447855235931240',
			description: 'The posts, split by comma or line, or a list by expression',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [failOnMissingOption, includeDraftsOption],
		},
	],
);

/** Reads many posts: one output item for each, in the order asked. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const entries = readNames(this.getNodeParameter('urns', itemIndex, ''), 'URNs', COMMAS);
	if (entries.length === 0) {
		throw new Problem('URNs is empty', { description: 'Give one URN or more.' });
	}
	const urns = entries.map((entry) => parsePost(entry, 'URNs'));
	const collection: unknown = this.getNodeParameter('options', itemIndex, {});
	const options = isRecord(collection) ? collection : {};
	const view = viewOf(toBoolean(options.includeDrafts, false, 'Include Drafts'));
	const failOnMissing = toBoolean(options.failOnMissing, false, 'Fail on Missing');
	const lookups = await batchGetPosts(item.client(), { urns, view, signal: item.signal });
	if (failOnMissing) assertAllFound(lookups, 'post');
	return lookups.map((lookup): OutputItem =>
		'post' in lookup ? { json: toData(lookup.post) } : toMissingItem(lookup),
	);
};
