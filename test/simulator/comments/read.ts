import { pagingOf, readPage, sameQuery } from '../assets/paging';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterComments } from './enter';
import { commentEntity } from './entity';
import { mayRead } from './rights';
import { readPlace, requireComment } from './thread';
import { refusals } from '../core/catalogue';

/** public (pagination): `count` is 10 unless asked otherwise. assumed: at most 100. */
const page = { size: 10, largest: 100 };

/** documented (Comments API): `GET …/comments/{id}`. */
export function getComment(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterComments(request, simulation, 'get', []);
	const comment = requireComment(simulation, request);
	const { post } = readPlace(simulation, request);
	const asked = { author: post.author, activity: comment.activity };
	if (!mayRead(simulation, caller, asked, 'GET')) throw refusals.notFound(404);
	return json(200, commentEntity(simulation, comment, caller));
}

/**
 * documented (Comments API): `{elements, paging}` of the comments of a post, or of the replies to a
 * comment. assumed: the newest first, and the replies are not among the comments of the post.
 */
export function listComments(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterComments(request, simulation, 'get_all', ['start', 'count']);
	const asked = readPage(caller.query, page);
	const { activity, parent, post } = readPlace(simulation, request);
	const isReader = mayRead(simulation, caller, { author: post.author, activity }, 'GET_ALL');
	const found = simulation.comments
		.all()
		.filter(
			(comment) =>
				isReader &&
				comment.activity === activity &&
				comment.parent === parent?.urn &&
				comment.deletedAt === undefined,
		)
		.reverse();
	const shown = found.slice(asked.start, asked.start + asked.count);
	const extent = { shown: shown.length, total: found.length };
	return json(200, {
		elements: shown.map((comment) => commentEntity(simulation, comment, caller)),
		paging: {
			...pagingOf(simulation, asked, extent, sameQuery(simulation, request)),
			total: found.length,
		},
	});
}
