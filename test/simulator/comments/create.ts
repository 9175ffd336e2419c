import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { postId } from '../core/ids';
import type { Simulation } from '../core/simulation';
import { EntityFields } from '../posts/entityFields';
import { readJsonBody } from '../rules/jsonBody';
import type { Comment } from './comment';
import { enterComments, type CommentsCaller } from './enter';
import { commentEntity } from './entity';
import { readMessage } from './message';
import { requireActor } from './rights';
import { placeOf, readPlace, type Place } from './thread';

const minuteMs = 60_000;

/** documented (Comments API, "Create"): 201, the id in a header and the comment in the body. */
export async function createComment(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterComments(request, simulation, 'create', []);
	const fields = EntityFields.of(await readJsonBody(request));
	const actor = fields.string('actor');
	const object = fields.string('object');
	const parentComment = fields.optionalString('parentComment');
	requireActor(simulation, caller, actor, 'CREATE');
	const place = readPlace(simulation, request);
	requireSamePlace(simulation, place, object, parentComment);
	const { text, mentions } = readMessage(simulation, fields.object('message'));
	const image = readImage(simulation, fields, actor);
	fields.noOthers(['id', 'created', 'lastModified', 'agent', 'commentUrn']);
	requireSlowness(simulation, caller);

	const id = postId();
	const created = simulation.clock.stamp();
	const comment: Comment = {
		id,
		urn: `urn:li:comment:(${place.activity},${id})`,
		post: place.post.urn,
		activity: place.activity,
		parent: place.parent?.urn,
		actor,
		memberId: caller.bearer.memberId,
		image,
		text,
		mentions,
		created,
		modified: created,
		deletedAt: undefined,
		isUnversioned: caller.version === undefined,
	};
	simulation.comments.add(comment);
	return json(201, commentEntity(simulation, comment, caller), { 'x-restli-id': id });
}

/**
 * documented (Comments API): `object` is the post; a reply is sent to the comment and names it in
 * `parentComment`; one level of replies. assumed: what does not fit together is refused.
 */
function requireSamePlace(
	simulation: Simulation,
	{ post, parent }: Place,
	object: string,
	parentComment: string | undefined,
): void {
	if (placeOf(simulation, object).post !== post) {
		throw refusals.invalidFieldValue('/object', object);
	}
	if (parent === undefined) {
		if (parentComment === undefined) return;
		throw refusals.invalidFieldValue('/parentComment', parentComment);
	}
	if (parentComment === undefined) throw refusals.missingField('/parentComment');
	if (placeOf(simulation, parentComment).parent !== parent || parent.parent !== undefined) {
		throw refusals.invalidFieldValue('/parentComment', parentComment);
	}
}

/**
 * Schema: `content` with an image; error table of the Comments API: 403 that names it. A reading.
 * assumed: the image is the actor's.
 */
function readImage(
	{ images, settings }: Simulation,
	fields: EntityFields,
	actor: string,
): string | undefined {
	if (!fields.has('content')) return undefined;
	if (settings.readings.commentImages === 'refused') throw refusals.unpermittedFields(['/content']);
	const [first, ...others] = fields.objects('content');
	if (first === undefined || others.length > 0) {
		throw refusals.invalidFieldValue('/content', 'a list that has not one entity');
	}
	const { text, id } = first.object('entity').urn('image', ['image']);
	const image = images.find(id);
	if (image === undefined) throw refusals.notFound(404);
	if (image.owner !== actor) throw refusals.foreignAsset();
	return text;
}

/** documented (Network Update Social Actions, error table): a limit of its own, of one minute. */
function requireSlowness({ clock, comments, settings }: Simulation, caller: CommentsCaller): void {
	const since = clock.now() - minuteMs;
	const recent = comments
		.all()
		.filter(
			({ created, memberId }) => memberId === caller.bearer.memberId && created.at > since,
		).length;
	if (recent >= settings.commentsPerMinute) throw refusals.commentThrottled();
}
