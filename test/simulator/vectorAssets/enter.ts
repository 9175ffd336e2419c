import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import { requireBearer } from '../rules/bearer';
import { enterControlPlane } from '../rules/controlPlane';
import { requireProtocolVersion } from '../rules/protocolVersion';
import { QueryValues } from '../rules/queryValues';
import { requireRestliMethod } from '../rules/restliMethod';

export interface AssetsCaller {
	readonly bearer: Bearer;
	/** Absent below `/v2`. */
	readonly version: number | undefined;
}

/**
 * linkedin-vector-assets-api shows every call below `/rest` and below `/v2`: "All API requests
 * require the header X-Restli-Protocol-Version: 2.0.0". The unversioned ones need no version;
 * assumed: one that comes is not looked at.
 */
export function enterAssets(
	request: SimRequest,
	simulation: Simulation,
	method: 'action' | 'get',
	parameters: readonly string[],
): AssetsCaller {
	if (request.segments[0] !== 'v2') {
		return enterControlPlane(request, simulation, method, parameters);
	}
	const bearer = requireBearer(request, simulation);
	requireProtocolVersion(request);
	requireRestliMethod(request, simulation.settings, method);
	QueryValues.of(request.rawQuery, parameters);
	return { bearer, version: undefined };
}
