import { refusals } from '../core/catalogue';
import type { EntityFields } from './entityFields';

/** public (Posts API, schema): the facets that are lists of URNs, each with its type. */
const urnFacets = {
	geoLocations: 'geo',
	industries: 'industry',
	jobFunctions: 'function',
	seniorities: 'seniority',
	degrees: 'degree',
	fieldsOfStudy: 'fieldOfStudy',
	organizations: 'organization',
} as const;

/** public (other clients; the first in a sample of LinkedIn's): words, and not the ads' URNs. */
const staffCountRanges = [
	'SIZE_1',
	'SIZE_2_TO_10',
	'SIZE_11_TO_50',
	'SIZE_51_TO_200',
	'SIZE_201_TO_500',
	'SIZE_501_TO_1000',
	'SIZE_1001_TO_5000',
	'SIZE_5001_TO_10000',
	'SIZE_10001_OR_MORE',
] as const;

/**
 * public (Posts API, schema): `targetEntities` are records of facets, each a list, and the author is a
 * page. Nobody counts the 300 members here that the audience needs.
 */
export function readTargets(distribution: EntityFields, author: string): object[] {
	const targets = distribution.optionalObjects('targetEntities') ?? [];
	if (targets.length > 0 && !author.startsWith('urn:li:organization:')) {
		throw refusals.invalidFieldValue(
			distribution.at('targetEntities'),
			`${targets.length} target entities`,
		);
	}
	for (const target of targets) checkFacets(target);
	return targets.map(({ value }) => value);
}

function checkFacets(target: EntityFields): void {
	for (const [facet, type] of Object.entries(urnFacets)) target.optionalUrns(facet, [type]);
	target.optionalChoices('staffCountRanges', staffCountRanges);
	for (const locale of target.optionalObjects('interfaceLocales') ?? []) {
		requireCode(locale, 'country', /^[A-Z]{2}$/);
		requireCode(locale, 'language', /^[a-z]{2}$/);
		locale.noOthers();
	}
	target.noOthers();
}

/** assumed: the codes of a locale as LinkedIn's samples write them. */
function requireCode(locale: EntityFields, name: string, form: RegExp): void {
	const code = locale.string(name);
	if (!form.test(code)) throw refusals.invalidFieldValue(locale.at(name), code);
}
