import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';
import { requireBearer } from './bearer';
import { requireVersion } from './linkedInVersion';
import { requireProtocolVersion } from './protocolVersion';
import { QueryValues } from './queryValues';
import { requireRestliMethod, type RestliMethod } from './restliMethod';

export interface Caller {
	readonly bearer: Bearer;
	readonly version: number;
	/** The parameters of the query; no others came. */
	readonly query: QueryValues;
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
	const query = QueryValues.of(request.rawQuery, parameters);
	return { bearer, version, query };
}
