import type { Simulation } from '../core/simulation';
import type { Fields } from '../rules/fields';
import { parseUrn, type Urn } from '../rules/urn';
import type { MediaType } from './recipes';

const holders = ['person', 'organization', 'sponsoredAccount'];
const documentedAccount = 'urn:li:sponsoredAdAccount:';
const newerAccount = 'urn:li:sponsoredAccount:';

export interface Owner {
	/** As the request named it. */
	readonly text: string;
	/** An ad account is a `sponsoredAccount` here, as everywhere else. */
	readonly urn: Urn;
}

/**
 * linkedin-vector-assets-api, schema of `owner`: `urn:li:person`, `urn:li:organization` or
 * `urn:li:sponsoredAdAccount`. assumed: `urn:li:sponsoredAccount`, the newer name, too.
 */
export function readOwner(simulation: Simulation, fields: Fields, kind: MediaType): Owner {
	const text = fields.string('owner');
	if (text.startsWith(documentedAccount)) {
		const urn = newerAccount + text.slice(documentedAccount.length);
		return { text, urn: parseUrn(kind, 'owner', urn, holders) };
	}
	const newer = simulation.settings.readings.assetAccountOwner === 'either';
	const types = newer ? holders : holders.slice(0, 2);
	return { text, urn: parseUrn(kind, 'owner', text, types) };
}
