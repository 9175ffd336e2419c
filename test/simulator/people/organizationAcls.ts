import { readPage, pagingOf, sameQuery } from '../assets/paging';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { requireAnyScope } from './scopes';
import { aclStates, type AclState, type Holder } from './world';

const parameters = ['q', 'role', 'state', 'start', 'count'];
/** public (pagination): 10 unless asked otherwise. assumed: at most 100. */
const page = { size: 10, largest: 100 };
/** public (organization access control by role), "Permissions". */
const adminScopes = ['rw_organization_admin', 'r_organization_admin'];
const socialScopes = ['r_organization_social', 'w_organization_social'];

interface Acl {
	readonly organization: string;
	readonly role: string;
	readonly roleAssignee: string;
	readonly state: AclState;
}

/**
 * public (organization access control by role), "Find a member's organization access control":
 * one element for each role of the member who calls, in any state but for the filters.
 */
export function findOwnAcls(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'finder', parameters);
	const { readings } = simulation.settings;
	const scopes = readings.aclScopes === 'social' ? [...adminScopes, ...socialScopes] : adminScopes;
	requireAnyScope(caller, scopes, 'organizationAcls.FINDER-roleAssignee');
	const role = caller.query.optionalText('role');
	const state = caller.query.optionalText('state');
	if (state !== undefined && !aclStates.some((each) => each === state)) {
		throw refusals.invalidQuery('state', 'it is not an enum symbol');
	}
	const wanted = readPage(caller.query, page);
	const most = readings.aclCount === 'fewer' ? 25 : wanted.count;
	const asked = { ...wanted, count: Math.min(wanted.count, most) };
	const acls = aclsOf(simulation, caller.bearer.memberId).filter(
		(acl) => (role ?? acl.role) === acl.role && (state ?? acl.state) === acl.state,
	);
	const elements = acls.slice(asked.start, asked.start + asked.count);
	const extent = { shown: elements.length, total: acls.length };
	const paging = pagingOf(simulation, asked, extent, sameQuery(simulation, request));
	return json(200, {
		elements,
		// public: the samples show no links; a page that is not full is the last one.
		paging: readings.aclLinks === 'omitted' ? { ...paging, links: [] } : paging,
	});
}

function aclsOf({ world }: Simulation, memberId: string): readonly Acl[] {
	return Object.entries(world.organizations).flatMap(([id, holder]) =>
		(holder.roles[memberId] ?? []).map((role) => ({
			roleAssignee: `urn:li:person:${memberId}`,
			state: stateOf(holder, memberId),
			role,
			organization: `urn:li:organization:${id}`,
		})),
	);
}

function stateOf(holder: Holder, memberId: string): AclState {
	return holder.states?.[memberId] ?? 'APPROVED';
}
