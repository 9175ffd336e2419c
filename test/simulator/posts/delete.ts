import { refusals } from '../core/catalogue';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { findPost } from './find';
import { denied, mayActOn } from './rights';

/**
 * public (Posts API, "Delete Posts"): 204, and again 204 for what was deleted before. assumed: 404
 * for what never was.
 */
export function deletePost(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'delete', []);
	const post = findPost(simulation, request.segments[2] ?? '');
	if (post === undefined) throw refusals.notFound(404);
	if (!mayActOn(simulation, caller, post.author, 'DELETE')) throw denied(caller, 'DELETE');
	post.deletedAt ??= simulation.clock.now();
	return empty(204);
}
