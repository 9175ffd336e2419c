import { refusals } from '../core/catalogue';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import type { Readings } from '../core/readings';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { readJsonBody } from '../rules/jsonBody';
import { parseUrn } from '../rules/urn';
import { requireLandingPage } from './callToAction';
import { requireWords } from './commentary';
import { findPost } from './find';
import type { Post } from './post';
import { readPatch, type Changes } from './readPatch';
import { authorTypes, denied, mayActOn, requireSponsor } from './rights';

/**
 * public (Posts API, "Update Posts"): 204 without a body. assumed: 404 for what was deleted, and what
 * is sponsored is changed by whoever may create it.
 */
export async function updatePost(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	const caller = enterControlPlane(request, simulation, 'partial_update', []);
	const { readings } = simulation.settings;
	const changes = readPatch(await readJsonBody(request), readings);
	const post = findPost(simulation, request.segments[2] ?? '');
	if (post === undefined || post.deletedAt !== undefined) throw refusals.notFound(404);
	if (!mayActOn(simulation, caller, post.author, 'PARTIAL_UPDATE')) {
		throw denied(caller, 'PARTIAL_UPDATE');
	}
	if (changes.adContext !== undefined) {
		const author = parseUrn('image', 'author', post.author, authorTypes);
		requireSponsor(simulation, caller, author, post.adContext);
	}
	requirePossible(post, changes, readings);
	apply(simulation, post, changes);
	return empty(204);
}

/** The rules of a create hold for the post as it would be. */
function requirePossible(post: Post, changes: Changes, readings: Readings): void {
	const { adContext, commentary, contentCallToActionLabel: label, lifecycleState } = changes;
	const frozen = post.adContext !== undefined && readings.darkPostEdits === 'refused';
	if (frozen && commentary !== undefined) refuseValue('$set/commentary', 'another text');
	if (frozen && label !== undefined) refuseValue('$set/contentCallToActionLabel', label);
	if (commentary !== undefined) {
		const beside = { content: post.content !== undefined, reshare: post.reshare !== undefined };
		requireWords('/patch/$set/commentary', commentary, beside, readings);
	}
	if (label !== undefined) requireLandingPage(buttonOf(post, changes), readings);
	// assumed: what was published stays so.
	if (lifecycleState === 'DRAFT' && post.lifecycleState === 'PUBLISHED') {
		refuseValue('$set/lifecycleState', lifecycleState);
	}
	// assumed: a post that is not sponsored does not become so.
	if (adContext !== undefined && post.adContext === undefined) {
		refuseValue('adContext', 'a value in a post that is not sponsored');
	}
}

function refuseValue(path: string, value: string): never {
	throw refusals.invalidFieldValue(`/patch/${path}`, value);
}

function buttonOf(post: Post, changes: Changes) {
	return {
		contentCallToActionLabel: changes.contentCallToActionLabel ?? post.contentCallToActionLabel,
		contentLandingPage: changes.contentLandingPage ?? post.contentLandingPage,
	};
}

/** public (Posts API, schema): `isEditedByAuthor` from then on. */
function apply({ clock }: Simulation, post: Post, changes: Changes): void {
	const { adContext, commentary, lifecycleState } = changes;
	const button = buttonOf(post, changes);
	post.modified = clock.stamp();
	post.isEdited = true;
	post.contentCallToActionLabel = button.contentCallToActionLabel;
	post.contentLandingPage = button.contentLandingPage;
	post.commentary = commentary ?? post.commentary;
	if (lifecycleState === 'PUBLISHED') post.publishedAt ??= post.modified.at;
	post.lifecycleState = lifecycleState ?? post.lifecycleState;
	if (post.adContext !== undefined) post.adContext = { ...post.adContext, ...adContext };
}
