import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireBearer } from '../rules/bearer';
import { requireVerb } from '../rules/bytePlane';

/** public (Sign In with LinkedIn using OpenID Connect): claims by scope; no version header. */
export function userinfo(simulation: Simulation, request: SimRequest): SimResponse {
	requireVerb(request, 'GET');
	const { memberId, scopes } = requireBearer(request, simulation);
	if (!scopes.has('openid') && !scopes.has('profile')) {
		throw refusals.notEnoughPermissions('userinfo.GET.NO_VERSION');
	}
	const member = simulation.world.members[memberId];
	const profile = scopes.has('profile') && member !== undefined;
	return json(200, {
		sub: memberId,
		...(profile
			? {
					name: `${member.givenName} ${member.familyName}`,
					given_name: member.givenName,
					family_name: member.familyName,
					locale: { country: 'US', language: 'en' },
				}
			: {}),
		...(scopes.has('email') && member !== undefined
			? { email: member.email, email_verified: true }
			: {}),
	});
}
