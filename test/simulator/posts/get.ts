import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { postEntity } from './entity';
import { findPost, isShown, readViewContext } from './find';
import { denied, mayActOn } from './rights';

/** linkedin-images-api, "Get Image content"; public (Posts API, "Get Posts by URN"). */
export function getPost(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'get', ['viewContext']);
	const context = readViewContext(caller.query);
	const post = findPost(simulation, request.segments[2] ?? '');
	if (post === undefined || !isShown(post, context)) throw refusals.notFound(404);
	if (!mayActOn(simulation, caller, post.author, 'GET')) throw denied(caller, 'GET');
	return json(200, postEntity(post, simulation.settings.readings));
}
