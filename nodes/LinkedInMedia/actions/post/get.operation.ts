import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { getPost } from '../../../../linkedin/posts/get';
import { parsePost } from '../../../../linkedin/posts/postInput';
import { toBoolean } from '../fields/values';
import type { MediaOperation } from '../operation';
import { toData } from '../result';
import { includeDraftsOption, postUrnField, viewOf } from './urnField';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['post'], operation: ['get'] } },
	[
		postUrnField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [includeDraftsOption],
		},
	],
);

/** Reads a post. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const urn = parsePost(this.getNodeParameter('urn', itemIndex, ''), 'URN');
	const collection: unknown = this.getNodeParameter('options', itemIndex, {});
	const options = isRecord(collection) ? collection : {};
	const view = viewOf(toBoolean(options.includeDrafts, false, 'Include Drafts'));
	return [{ json: toData(await getPost(item.client(), urn, view)) }];
};
