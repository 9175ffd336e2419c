import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import { requireBearer } from '../rules/bearer';
import { enterControlPlane } from '../rules/controlPlane';
import { requireProtocolVersion } from '../rules/protocolVersion';
import { QueryValues } from '../rules/queryValues';
import { requireRestliMethod, type RestliMethod } from '../rules/restliMethod';

export interface CommentsCaller {
	readonly bearer: Bearer;
	/** Absent below `/v2`. */
	readonly version: number | undefined;
	readonly query: QueryValues;
}

/**
 * Seen: `/v2/socialActions` has the same shapes and needs no version. assumed: all other headers are
 * looked at there too, and a version that comes is not.
 */
export function enterComments(
	request: SimRequest,
	simulation: Simulation,
	method: RestliMethod,
	parameters: readonly string[],
): CommentsCaller {
	if (request.segments[0] !== 'v2') {
		return enterControlPlane(request, simulation, method, parameters);
	}
	const bearer = requireBearer(request, simulation);
	requireProtocolVersion(request);
	requireRestliMethod(request, simulation.settings, method);
	return { bearer, version: undefined, query: QueryValues.of(request.rawQuery, parameters) };
}

type Operation = 'CREATE' | 'GET' | 'GET_ALL' | 'BATCH_GET' | 'PARTIAL_UPDATE' | 'DELETE';

/** Seen: the gateway names the entitlement that is missing. */
export function deniedComments({ version }: CommentsCaller, operation: Operation) {
	const suffix = version === undefined ? 'NO_VERSION' : `${version}01`;
	return refusals.notEnoughPermissions(`partnerApiSocialActions.${operation}.${suffix}`);
}
