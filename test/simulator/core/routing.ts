import type { EndpointName } from './endpoints';
import type { Route, SimRequest, SimResponse } from './http';
import type { Simulation } from './simulation';

export type SimulationHandler = (
	simulation: Simulation,
	request: SimRequest,
) => SimResponse | Promise<SimResponse>;

export type Call = readonly [EndpointName, SimulationHandler];

/** Knows the addresses of one kind of thing; `undefined` where a request is none of its own. */
export type Room = (simulation: Simulation, request: SimRequest) => Route | undefined;

/**
 * A Rest.li resource at `base`. The calls are named by verb and form:
 * `POST`, `POST ?action=initializeUpload`, `GET ?ids`, `GET ?q=search`, `GET /key`, `POST /key`.
 */
export function resource(base: string, calls: Readonly<Record<string, Call>>): Room {
	const byForm = new Map(Object.entries(calls));
	const depth = base.split('/').length;
	return (simulation, request) => {
		const { path, segments } = request;
		if (path !== base && !path.startsWith(`${base}/`)) return undefined;
		if (segments.length > depth || path === `${base}/`) return undefined;
		return bind(simulation, byForm.get(formOf(request, path !== base)));
	};
}

function formOf({ method, query }: SimRequest, hasKey: boolean): string {
	if (hasKey) return `${method} /key`;
	const action = query.get('action');
	if (action !== null) return `${method} ?action=${action}`;
	if (query.has('ids')) return `${method} ?ids`;
	const finder = query.get('q');
	return finder === null ? method : `${method} ?q=${finder}`;
}

/** One address for every verb: the handler says which it takes. */
export function fixed(path: string, call: Call): Room {
	return (simulation, request) => (request.path === path ? bind(simulation, call) : undefined);
}

export function bind(simulation: Simulation, call: Call | undefined): Route | undefined {
	if (call === undefined) return undefined;
	const [endpoint, handle] = call;
	return { endpoint, handle: (request) => handle(simulation, request) };
}
