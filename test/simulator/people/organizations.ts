import { readPage, pagingOf, sameQuery } from '../assets/paging';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import { tryParseJson } from '../core/json';
import { Refusal } from '../core/refusal';
import type { SimulationHandler } from '../core/routing';
import type { Simulation } from '../core/simulation';
import { enterControlPlane, type Caller } from '../rules/controlPlane';
import { requireAnyScope } from './scopes';
import { rolesOf, type Holder } from './world';

/** public (organization lookup), "Permissions". assumed: reading alone does too. */
const scopes = ['rw_organization_admin', 'r_organization_admin'];

/** public (organization lookup), "Retrieve an Administered Organization". */
export function getOrganization(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'get', []);
	requireAnyScope(caller, scopes, 'organizations.GET');
	const id = requireId(request.segments[2] ?? '');
	const found = administered(simulation, caller, id);
	if (found instanceof Refusal) throw found;
	return json(200, found);
}

/** public (organization lookup): a batch get keyed by the bare id; a page of others is an error in it. */
export const batchGetOrganizations = batch('organizations', administered);

/**
 * public (organization lookup), "Find Non-Administered Organizations": names of any page, without
 * what only its administrators see. public (LinkedIn's collection of requests): 404 for a page that is
 * unknown, 403 for one that is forbidden. assumed: what a forbidden one is.
 */
export const lookUpOrganizations = batch('organizationsLookup', ({ world }, { version }, id) => {
	const holder = world.organizations[id];
	if (holder === undefined) return refusals.notFound(404);
	if (holder.hidden) return refusals.notEnoughPermissions(`organizationsLookup.GET.${version}01`);
	return publicFields(id, holder);
});

/** public (pagination): 10 unless asked otherwise. assumed: at most 100. */
const page = { size: 10, largest: 100 };

/**
 * public (organization lookup), "Find Organization by Vanity Name": any page, with what everybody sees
 * of it; "all strings are case-insensitive". assumed: an unknown name finds nothing, which is no error.
 */
export function findOrganizations(simulation: Simulation, request: SimRequest): SimResponse {
	const parameters = ['q', 'vanityName', 'start', 'count'];
	const caller = enterControlPlane(request, simulation, 'finder', parameters);
	requireAnyScope(caller, scopes, 'organizations.FINDER-vanityName');
	const wanted = caller.query.text('vanityName').toLowerCase();
	const found = Object.entries(simulation.world.organizations).filter(
		([, holder]) => !holder.hidden && vanityNameOf(holder).toLowerCase() === wanted,
	);
	const asked = readPage(caller.query, page);
	const elements = found
		.slice(asked.start, asked.start + asked.count)
		.map(([id, holder]) => publicFields(id, holder));
	const extent = { shown: elements.length, total: found.length };
	const paging = pagingOf(simulation, asked, extent, sameQuery(simulation, request));
	return json(200, { elements, paging });
}

type ReadOne = (simulation: Simulation, caller: Caller, id: string) => object | Refusal;

function batch(
	resource: 'organizations' | 'organizationsLookup',
	read: ReadOne,
): SimulationHandler {
	return (simulation, request) => {
		const caller = enterControlPlane(request, simulation, 'batch_get', ['ids']);
		const { readings } = simulation.settings;
		// public (Increasing Access): the development tier has no batch get. As others saw it: 403.
		if (readings.batchGet === 'refused') {
			throw refusals.notEnoughPermissions(`${resource}.BATCH_GET.${caller.version}01`);
		}
		const isOpen = resource === 'organizationsLookup' && readings.lookupScope === 'none';
		if (!isOpen) requireAnyScope(caller, scopes, `${resource}.BATCH_GET`);
		const results: Record<string, object> = {};
		const statuses: Record<string, number> = {};
		const errors: Record<string, unknown> = {};
		for (const id of caller.query.texts('ids').map(requireId)) {
			const found = read(simulation, caller, id);
			if (found instanceof Refusal) {
				statuses[id] = found.response.status;
				errors[id] = tryParseJson(found.response.body)?.value;
			} else {
				results[id] = found;
				statuses[id] = 200;
			}
		}
		return json(200, { results, statuses, errors });
	};
}

function administered(simulation: Simulation, caller: Caller, id: string): object | Refusal {
	const holder = simulation.world.organizations[id];
	if (holder === undefined) return refusals.notFound(404);
	const roles = rolesOf(holder, caller.bearer.memberId);
	const enough =
		simulation.settings.readings.organizationsFor === 'administrators'
			? roles.includes('ADMINISTRATOR')
			: roles.length > 0;
	if (!enough) return refusals.notEnoughPermissions(`organizations.GET.${caller.version}01`);
	const kind = holder.brand ? 'organizationBrand' : 'organization';
	return {
		...publicFields(id, holder),
		$URN: `urn:li:${kind}:${id}`,
		defaultLocale: locale,
		versionTag: '1',
	};
}

const locale = { country: 'US', language: 'en' };

/** public: the sample of the lookup. The id is a number; as a key it is a text. A showcase page is a BRAND. */
function publicFields(id: string, holder: Holder): object {
	const { name, brand } = holder;
	return {
		id: Number(id),
		localizedName: name,
		name: { localized: { en_US: name }, preferredLocale: locale },
		vanityName: vanityNameOf(holder),
		primaryOrganizationType: brand ? 'BRAND' : 'NONE',
		locations: [],
	};
}

function vanityNameOf({ name, vanityName }: Holder): string {
	return vanityName ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function requireId(text: string): string {
	if (/^[1-9]\d*$/.test(text)) return text;
	throw refusals.badRequest(`Invalid organization id ${text}`);
}
