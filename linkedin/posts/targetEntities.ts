import { isRecord, parseJson } from '../api/parse';
import { Problem } from '../problem';

/** An audience: its facets, each a list; LinkedIn combines facets by AND, their entries by OR. */
export type TargetEntity = Readonly<Record<string, readonly unknown[]>>;

/**
 * The audience of a page's post (Posts API page, schema, `distribution.targetEntities`). Names and
 * values of facets are LinkedIn's to judge: it adds to them at any time.
 *
 * @param value a list of audiences or one alone, or the JSON of it; undefined for none
 * @throws Problem for what has another shape
 */
export function parseTargetEntities(value: unknown, what: string): readonly TargetEntity[] {
	if (value === undefined) return [];
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	const entities: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
	return entities.map((entity) => {
		if (isTargetEntity(entity)) return entity;
		throw new Problem(`${what} is not a valid audience`, {
			description:
				'Enter a list of objects whose facets are lists, e.g. [{"geoLocations": ["urn:li:geo:103644278"]}].',
		});
	});
}

function isTargetEntity(entity: unknown): entity is TargetEntity {
	if (!isRecord(entity)) return false;
	const facets = Object.values(entity);
	return facets.length > 0 && facets.every((facet) => Array.isArray(facet) && facet.length > 0);
}
