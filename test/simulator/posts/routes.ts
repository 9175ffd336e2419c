import { resource, type Room } from '../core/routing';
import { batchGetPosts } from './batchGet';
import { createPost } from './create';
import { deletePost } from './delete';
import { getPost } from './get';

export const postRoutes: readonly Room[] = [
	resource('/rest/posts', {
		POST: ['posts.create', createPost],
		'GET /key': ['posts.get', getPost],
		'GET ?ids': ['posts.batchGet', batchGetPosts],
		'POST ?ids': ['posts.batchGet', batchGetPosts],
		'DELETE /key': ['posts.delete', deletePost],
	}),
];
