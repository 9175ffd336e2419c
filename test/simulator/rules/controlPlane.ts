import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import { requireBearer } from './bearer';
import { requireVersion } from './linkedInVersion';
import { permitParameters } from './parameters';
import { requireProtocolVersion } from './protocolVersion';
import { requireRestliMethod, type RestliMethod } from './restliMethod';

export interface Caller {
	readonly bearer: Bearer;
	readonly version: number;
}

/** The headers that every call of `/rest` needs. assumed: they are looked at in this order. */
export function enterControlPlane(
	request: SimRequest,
	simulation: Simulation,
	method: RestliMethod,
	parameters: readonly string[],
): Caller {
	const bearer = requireBearer(request, simulation);
	const version = requireVersion(request, simulation.settings);
	requireProtocolVersion(request);
	requireRestliMethod(request, simulation.settings, method);
	permitParameters(request, parameters);
	return { bearer, version };
}
