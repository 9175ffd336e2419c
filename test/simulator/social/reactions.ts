import { refusals } from '../core/catalogue';
import { empty, json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { placeOf } from '../comments/thread';
import { enterControlPlane, type Caller } from '../rules/controlPlane';
import { readJsonBody } from '../rules/jsonBody';
import { EntityFields } from '../posts/entityFields';
import { postOfThread } from '../posts/thread';
import { parseRestli, RestliRecord } from '../rules/restli';
import { reactionTypes, type Reaction } from './reactionBook';
import { requireActor, requireSelf } from './rights';

const call = 'partnerApiReactions';

/**
 * public (Reactions): 201 with the reaction. A second one of another type takes the place of the first.
 * assumed: a root that is not there is a 404, a post or a comment.
 */
export async function createReaction(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'create', ['actor']);
	const body = EntityFields.of(await readJsonBody(request));
	const actor = requireActor(simulation, caller, `${call}.CREATE`);
	const root = rootOf(simulation, body.string('root'));
	const reactionType = body.choice('reactionType', reactionTypes);
	body.noOthers();
	const createdAt = simulation.clock.now();
	const reaction: Reaction = { actor, root, reactionType, createdAt };
	const { reactionReplaced } = simulation.settings.readings;
	const status = simulation.reactions.find(reaction) === undefined ? 201 : Number(reactionReplaced);
	simulation.reactions.put(reaction);
	return json(status, entityOf(reaction), { 'x-restli-id': idOf(reaction) });
}

/** public (Reactions): 204. A second time: 204 again, or 404, in two readings. */
export function deleteReaction(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'delete', []);
	const key = keyOf(simulation, caller, request, 'DELETE');
	const found = simulation.reactions.remove(key);
	if (!found && simulation.settings.readings.reactionGone === '404') throw refusals.notFound(404);
	return empty(204);
}

/** The key is a record: its parts are encoded in the path, its marks are not. */
function keyOf(
	simulation: Simulation,
	caller: Caller,
	{ path }: SimRequest,
	method: string,
): Pick<Reaction, 'actor' | 'root'> {
	const key = parsedKey(path.split('/')[3] ?? '');
	const [actor, entity] = ['actor', 'entity'].map((name) => key?.entries.get(name));
	if (typeof actor !== 'string' || typeof entity !== 'string' || key?.entries.size !== 2) {
		throw refusals.badRequest('The key is not (actor:...,entity:...)');
	}
	const denied = refusals.notEnoughPermissions(`${call}.${method}.${caller.version}01`);
	return {
		actor: requireSelf(simulation, caller, actor, denied),
		root: rootOf(simulation, entity),
	};
}

function parsedKey(text: string): RestliRecord | undefined {
	try {
		const value = parseRestli(text);
		return value instanceof RestliRecord ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The post or the comment by its own URN, whichever was sent. */
function rootOf(simulation: Simulation, urn: string): string {
	if (!urn.startsWith('urn:li:comment:')) return postOfThread(simulation, urn, 'root').urn;
	const { parent: comment } = placeOf(simulation, urn);
	if (comment === undefined) throw refusals.invalidUrnType('root', urn, 'comment');
	return comment.urn;
}

function idOf({ actor, root }: Reaction): string {
	return `urn:li:reaction:(${actor},${root})`;
}

function entityOf(reaction: Reaction): object {
	const { actor, createdAt, reactionType, root } = reaction;
	const stamp = { actor, time: createdAt };
	return { id: idOf(reaction), reactionType, root, created: stamp, lastModified: stamp };
}
