import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';

/** public: an unknown query parameter is "Unpermitted fields present in PARAMETER", 403. */
export function permitParameters(request: SimRequest, allowed: readonly string[]): void {
	for (const name of request.query.keys()) {
		if (!allowed.includes(name)) throw refusals.unpermittedParameter(name);
	}
}
