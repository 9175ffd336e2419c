import { refusals } from '../core/catalogue';
import { empty, json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { readJsonBody } from '../rules/jsonBody';
import type { Comment } from './comment';
import { enterComments, type CommentsCaller } from './enter';
import { commentEntity } from './entity';
import { readMessagePatch } from './message';
import { requireActor } from './rights';
import { requireComment } from './thread';

/**
 * public (another vendor's guide): a partial update with the actor in the query, of the text alone; its status is a
 * reading.
 */
export async function updateComment(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterComments(request, simulation, 'partial_update', ['actor']);
	const body = await readJsonBody(request);
	const comment = requireOwn(simulation, request, caller, 'PARTIAL_UPDATE');
	const { text, mentions } = readMessagePatch(simulation, body);
	comment.text = text;
	comment.mentions = mentions;
	comment.modified = simulation.clock.stamp();
	if (simulation.settings.readings.commentEditStatus === '204') return empty(204);
	return json(200, commentEntity(simulation, comment, caller));
}

/** public (another vendor's guide): 204. assumed: 404 for what was deleted before, and its replies go with it. */
export function deleteComment(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterComments(request, simulation, 'delete', ['actor']);
	const comment = requireOwn(simulation, request, caller, 'DELETE');
	const now = simulation.clock.now();
	comment.deletedAt = now;
	for (const reply of simulation.comments.all()) {
		if (reply.parent === comment.urn) reply.deletedAt ??= now;
	}
	return empty(204);
}

/**
 * public (another vendor's guide): `actor` is needed where a page wrote it, and does no harm where a member did. assumed:
 * whoever did not write it is refused.
 */
function requireOwn(
	simulation: Simulation,
	request: SimRequest,
	caller: CommentsCaller,
	operation: 'PARTIAL_UPDATE' | 'DELETE',
): Comment {
	const actor = caller.query.optionalText('actor') ?? `urn:li:person:${caller.bearer.memberId}`;
	requireActor(simulation, caller, actor, operation);
	const comment = requireComment(simulation, request);
	if (comment.actor !== actor) throw refusals.deniedField('/actor');
	return comment;
}
