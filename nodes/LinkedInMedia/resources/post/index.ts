import type { Resource } from '../../../run/operation';
import { batchGet } from './batchGet';
import { create } from './create';
import { deleteOperation } from './delete';
import { get } from './get';

export const post: Resource = {
	value: 'post',
	name: 'Post',
	description: 'Posts that show media',
	defaultOperation: 'create',
	operations: [create, get, batchGet, deleteOperation],
};
