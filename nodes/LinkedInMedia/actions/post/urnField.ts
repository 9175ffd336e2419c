import type { INodeProperties } from 'n8n-workflow';

import type { ViewContext } from '../../../../linkedin/posts/get';

/** One post. */
export const postUrnField: INodeProperties = {
	displayName: 'URN',
	name: 'urn',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. urn:li:share:6844785523593134080',
	description: 'The post: the URN that its creation returned, or its address in the feed',
};

export const includeDraftsOption: INodeProperties = {
	displayName: 'Include Drafts',
	name: 'includeDrafts',
	type: 'boolean',
	default: false,
	description: 'Whether to read as the author, who also sees drafts and unpublished changes',
};

export function viewOf(includeDrafts: boolean): ViewContext {
	return includeDrafts ? 'AUTHOR' : 'READER';
}
