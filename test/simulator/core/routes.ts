import { documentRoutes } from '../documents/routes';
import { imageRoutes } from '../images/routes';
import { accessToken } from '../oauth/accessToken';
import { authorization } from '../oauth/authorization';
import { introspectToken } from '../oauth/introspection';
import { peopleRoutes } from '../people/routes';
import { postRoutes } from '../posts/routes';
import { socialRoutes } from '../social/routes';
import { statisticsRoutes } from '../statistics/routes';
import { vectorAssetRoutes } from '../vectorAssets/routes';
import { videoRoutes } from '../videos/routes';
import type { Route, SimRequest } from './http';
import { fixed, type Room } from './routing';
import type { Simulation } from './simulation';

/** Each room names its own addresses; no two claim the same. */
const rooms: readonly Room[] = [
	fixed('/oauth/v2/authorization', ['oauth.authorization', authorization]),
	fixed('/oauth/v2/accessToken', ['oauth.accessToken', accessToken]),
	fixed('/oauth/v2/introspectToken', ['oauth.introspectToken', introspectToken]),
	...peopleRoutes,
	...videoRoutes,
	...imageRoutes,
	...vectorAssetRoutes,
	...documentRoutes,
	...statisticsRoutes,
	...socialRoutes,
	...postRoutes,
];

/** `undefined`: nobody here knows this request. */
export function findRoute(simulation: Simulation, request: SimRequest): Route | undefined {
	for (const room of rooms) {
		const route = room(simulation, request);
		if (route !== undefined) return route;
	}
	return undefined;
}
