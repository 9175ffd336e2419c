import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const comment: Resource = {
	value: 'comment',
	name: 'Comment',
	description: 'Comment on posts, reply, and read the comments of a page’s posts',
	defaultOperation: 'create',
	operations: Object.values(operations),
};
