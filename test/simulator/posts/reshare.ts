import { refusals } from '../core/catalogue';
import type { Simulation } from '../core/simulation';
import type { EntityFields } from './entityFields';
import { findPost, isShown } from './find';
import type { Draft, Reshare } from './post';

/**
 * public (Posts API, "Reshare a Post"): `reshareContext.parent` is a share or a ugcPost, and LinkedIn
 * derives `root` itself. Seen: an activity is INVALID_URN_TYPE.
 */
export function readReshareParent(post: EntityFields): string | undefined {
	const fields = post.optionalObject('reshareContext');
	if (fields === undefined) return undefined;
	const parent = fields.urn('parent', ['share', 'ugcPost']).text;
	fields.noOthers(['root']);
	return parent;
}

/**
 * public (Posts API, schema): `isReshareDisabledByAuthor` of the parent forbids it. assumed: to
 * everybody; and a parent that readers do not see is not there.
 */
export function requireReshare(
	simulation: Simulation,
	{ content, reshareParent }: Draft,
): Reshare | undefined {
	if (reshareParent === undefined) return undefined;
	const { reshareDisabled, reshareWithContent } = simulation.settings.readings;
	if (content !== undefined && reshareWithContent === 'refused') {
		throw refusals.invalidFieldValue('/content', content.kind);
	}
	const parent = findPost(simulation, reshareParent);
	if (parent === undefined || !isShown(parent, 'READER')) throw refusals.notFound(404);
	if (parent.isReshareDisabledByAuthor) throw refusals.reshareDisabled(reshareDisabled, parent.urn);
	return { parent: parent.urn, root: parent.reshare?.root ?? parent.urn };
}
