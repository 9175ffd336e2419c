import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Readings } from '../core/readings';
import { Refusal } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import { postEntity } from './entity';
import { findPost, isShown, readViewContext } from './find';
import { denied, mayActOn } from './rights';

/**
 * linkedin-images-api, "Batch Get Image Content": `{results, statuses, errors}` by URN. Its POST is
 * a reading; public (rest.li): a batch get is a GET. public (Increasing Access): the development tier has
 * none. assumed: each URN has its own refusal.
 */
export function batchGetPosts(simulation: Simulation, request: SimRequest): SimResponse {
	const caller = enterControlPlane(request, simulation, 'batch_get', ['ids', 'viewContext']);
	const { readings } = simulation.settings;
	requireVerb(request.method, readings.postsBatchVerb);
	if (readings.batchGet === 'refused') throw denied(caller, 'BATCH_GET');
	const context = readViewContext(caller.query);
	const results: Record<string, object> = {};
	const statuses: Record<string, number> = {};
	const errors: Record<string, unknown> = {};
	for (const urn of caller.query.texts('ids')) {
		const found = attempt(() => {
			const post = findPost(simulation, urn);
			if (post === undefined || !isShown(post, context)) throw refusals.notFound(404);
			if (!mayActOn(simulation, caller, post.author, 'BATCH_GET'))
				throw denied(caller, 'BATCH_GET');
			return postEntity(post, readings);
		});
		if (found instanceof Refusal) {
			statuses[urn] = found.response.status;
			errors[urn] = JSON.parse(found.response.body);
		} else {
			statuses[urn] = 200;
			results[urn] = found;
		}
	}
	return json(200, { results, statuses, errors });
}

function requireVerb(method: string, taken: Readings['postsBatchVerb']): void {
	const allowed = taken === 'getOrPost' ? method : taken.toUpperCase();
	if (method !== allowed) throw refusals.wrongVerb(method, allowed);
}

function attempt<T>(action: () => T): T | Refusal {
	try {
		return action();
	} catch (error) {
		if (error instanceof Refusal) return error;
		throw error;
	}
}
