import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireBearer } from '../rules/bearer';
import { requireVerb } from '../rules/bytePlane';

/**
 * public (MATON; the profile API's samples): who is connected, for `r_basicprofile`; without a
 * version header. Seen by others: 403 with the scopes of OpenID Connect alone.
 */
export function me(simulation: Simulation, request: SimRequest): SimResponse {
	requireVerb(request, 'GET');
	const { memberId, scopes } = requireBearer(request, simulation);
	if (!scopes.has('r_basicprofile')) throw refusals.notEnoughPermissions('me.GET.NO_VERSION');
	const member = simulation.world.members[memberId];
	const locale = { country: 'US', language: 'en' };
	const inLocale = (text: string) => ({
		localized: { en_US: text },
		preferredLocale: locale,
	});
	return json(200, {
		id: memberId,
		...(member === undefined
			? {}
			: {
					localizedFirstName: member.givenName,
					localizedLastName: member.familyName,
					firstName: inLocale(member.givenName),
					lastName: inLocale(member.familyName),
					localizedHeadline: 'Marketing',
					vanityName: `${member.givenName}-${member.familyName}`.toLowerCase(),
				}),
	});
}
