import type { Simulator } from '../../../simulator';
import { call, type Answer } from './call';

/** A call of the simulator's own, which tests in other processes use. */
export function control(
	{ url }: Simulator,
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<Answer> {
	return call(`${url}/_simulator/${path}`, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}
