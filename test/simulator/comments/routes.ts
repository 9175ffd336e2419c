import type { SimRequest } from '../core/http';
import { bind, resource, type Call, type Room } from '../core/routing';
import { deleteComment, updateComment } from './change';
import { createComment } from './create';
import { findNotifications } from './notifications';
import { getComment, listComments } from './read';

const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
	['POST', ['comments.create', createComment]],
	['GET', ['comments.list', listComments]],
	['GET /id', ['comments.get', getComment]],
	['POST /id', ['comments.update', updateComment]],
	['DELETE /id', ['comments.delete', deleteComment]],
]);

/** documented (Comments API): `/rest/socialActions/{URN}/comments`; seen: the same below `/v2`. */
export const commentRoutes: readonly Room[] = [
	(simulation, request) => bind(simulation, calls.get(formOf(request) ?? '')),
	resource('/rest/organizationalEntityNotifications', {
		'GET ?q=criteria': ['notifications.find', findNotifications],
	}),
];

function formOf({ method, segments }: SimRequest): string | undefined {
	const [api = '', name, thread = '', comments, id, ...others] = segments;
	const isOurs = ['rest', 'v2'].includes(api) && name === 'socialActions';
	if (!isOurs || comments !== 'comments' || thread === '' || others.length > 0) return undefined;
	return id === undefined ? method : `${method} /id`;
}
