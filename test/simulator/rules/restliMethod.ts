import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Settings } from '../core/settings';

export type RestliMethod =
	'action' | 'get' | 'get_all' | 'batch_get' | 'finder' | 'create' | 'delete' | 'partial_update';

/**
 * public (rest.li protocol): X-RestLi-Method names the method of the call, in any case; where it
 * is sent it has to be the one that verb and parameters make. assumed: it has to be sent.
 */
export function requireRestliMethod(
	request: SimRequest,
	settings: Settings,
	expected: RestliMethod,
): void {
	const header = request.headers['x-restli-method']?.trim();
	if (header === undefined || header === '') {
		if (settings.readings.restliMethod === 'optional') return;
		throw refusals.restliMethodMissing(expected);
	}
	if (header.toLowerCase() !== expected) throw refusals.restliMethodWrong(expected, header);
}
