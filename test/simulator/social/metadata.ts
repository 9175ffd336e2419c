import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { postOfThread } from '../posts/thread';
import { enterControlPlane } from '../rules/controlPlane';
import { times } from '../statistics/activity';
import { mayReadBelow } from './rights';

/**
 * public (Social Metadata): `commentSummary` counts replies too, beside the comments without them; a type
 * of reaction without any is left out. assumed: 404 for no post; what was told of as a like is a LIKE.
 */
export function getSocialMetadata(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'get', []);
	const urn = request.segments[2] ?? '';
	const post = postOfThread(simulation, urn, 'entity');
	if (!mayReadBelow(simulation, caller, post.author)) {
		throw refusals.notEnoughPermissions(`socialMetadata.GET.${caller.version}01`);
	}
	const deeds = simulation.activity.inFeed(new Set([post.urn]));
	const counts = new Map<string, number>();
	const add = (type: string, count: number): void => {
		if (count > 0) counts.set(type, (counts.get(type) ?? 0) + count);
	};
	add('LIKE', times(deeds, 'like'));
	for (const { root, reactionType } of simulation.reactions.all()) {
		if (root === post.urn) add(reactionType, 1);
	}
	const below = simulation.comments
		.all()
		.filter((comment) => comment.post === post.urn && comment.deletedAt === undefined);
	return json(200, {
		entity: urn,
		commentsState: 'OPEN',
		commentSummary: {
			count: times(deeds, 'comment') + below.length,
			topLevelCount:
				times(
					deeds.filter(({ reply }) => reply !== true),
					'comment',
				) + below.filter(({ parent }) => parent === undefined).length,
		},
		reactionSummaries: Object.fromEntries(
			[...counts].map(([reactionType, count]) => [reactionType, { reactionType, count }]),
		),
	});
}
