import { resource, type Room } from '../core/routing';
import { batchGetPosts } from './batchGet';
import { createPost } from './create';
import { deletePost } from './delete';
import { findPostsByAuthor } from './findByAuthor';
import { getPost } from './get';
import { updatePost } from './partialUpdate';

export const postRoutes: readonly Room[] = [
	resource('/rest/posts', {
		POST: ['posts.create', createPost],
		'GET /key': ['posts.get', getPost],
		'POST /key': ['posts.partialUpdate', updatePost],
		'GET ?q=author': ['posts.find', findPostsByAuthor],
		'GET ?ids': ['posts.batchGet', batchGetPosts],
		'POST ?ids': ['posts.batchGet', batchGetPosts],
		'DELETE /key': ['posts.delete', deletePost],
	}),
];
