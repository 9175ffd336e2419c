import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const post: Resource = {
	value: 'post',
	name: 'Post',
	description: 'Publish and manage posts with media',
	defaultOperation: 'create',
	operations: Object.values(operations),
};
