import { resource, type Room } from '../core/routing';
import { getSocialMetadata } from './metadata';
import { createReaction, deleteReaction } from './reactions';

export const socialRoutes: readonly Room[] = [
	resource('/rest/reactions', {
		POST: ['reactions.create', createReaction],
		'DELETE /key': ['reactions.delete', deleteReaction],
	}),
	resource('/rest/socialMetadata', { 'GET /key': ['socialMetadata.get', getSocialMetadata] }),
];
