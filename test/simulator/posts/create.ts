import { empty, type SimRequest, type SimResponse } from '../core/http';
import { postId } from '../core/ids';
import type { Readings } from '../core/readings';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { readJsonBody } from '../rules/jsonBody';
import { parseUrn } from '../rules/urn';
import { requireAttachments } from './attachments';
import { refuseDuplicate } from './duplicates';
import { EntityFields } from './entityFields';
import type { Draft, Post } from './post';
import { readDraft } from './readDraft';
import { requireReshare } from './reshare';
import { authorTypes, requireAuthor, requireSponsor } from './rights';
import { requireSponsorship } from './sponsorship';

/** public (Posts API, "Create A Post"): 201, and the URN in a header of an answer without a body. */
export async function createPost(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'create', []);
	const createRequest = await readJsonBody(request);
	const { clock, posts, settings } = simulation;
	const draft = readDraft(EntityFields.of(createRequest), settings.readings);
	const author = parseUrn('image', 'author', draft.author, authorTypes);
	requireAuthor(simulation, caller, author);
	requireSponsorship(draft.author, draft.distribution, draft.adContext, draft.content);
	requireSponsor(simulation, caller, author, draft.adContext);
	const reshare = requireReshare(simulation, draft);
	requireAttachments(simulation, draft);
	refuseDuplicate(simulation, draft);

	const id = postId();
	const modified = clock.stamp();
	const urn = `urn:li:${urnType(draft, settings.readings)}:${id}`;
	const post: Post = {
		...draft,
		id,
		urn,
		createRequest,
		createdAt: modified.at,
		reshare,
		modified,
		publishedAt: draft.lifecycleState === 'PUBLISHED' ? modified.at : undefined,
		isEdited: false,
		deletedAt: undefined,
	};
	posts.add(post);
	return empty(201, idHeaders(urn, settings.readings));
}

function urnType({ content }: Draft, { postUrn }: Readings): string {
	if (postUrn !== 'ugcPostForVideo') return postUrn;
	const [first] = content?.media ?? [];
	return first?.startsWith('urn:li:video:') === true ? 'ugcPost' : 'share';
}

function idHeaders(urn: string, { postIdHeader }: Readings): Readonly<Record<string, string>> {
	return {
		...(postIdHeader === 'linkedinId' ? {} : { 'x-restli-id': urn }),
		...(postIdHeader === 'restliId' ? {} : { 'x-linkedin-id': urn }),
	};
}
