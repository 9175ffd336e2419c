import type { PostView, Simulator } from '../../../simulator';
import { call, type Answer } from './call';
import { page, restHeaders, tokenFor, type RestCall } from './linkedin';

export const everyPostScope = [
	'w_member_social',
	'w_organization_social',
	'r_member_social',
	'r_organization_social',
	'rw_ads',
];

/** A published post of the page, of text only. */
export function postBody(fields: object = {}): object {
	return {
		author: page,
		commentary: 'Hello',
		visibility: 'PUBLIC',
		distribution: {
			feedDistribution: 'MAIN_FEED',
			targetEntities: [],
			thirdPartyDistributionChannels: [],
		},
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: false,
		...fields,
	};
}

export function postCall(
	simulator: Simulator,
	method: 'GET' | 'POST' | 'DELETE',
	restliMethod: string,
	path: string,
	{ token, headers }: RestCall = {},
	body?: unknown,
): Promise<Answer> {
	return call(`${simulator.url}/rest/posts${path}`, {
		method,
		headers: {
			...restHeaders(token ?? tokenFor(simulator, everyPostScope), restliMethod),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

export function createPost(
	simulator: Simulator,
	fields: object = {},
	how: RestCall = {},
): Promise<Answer> {
	return postCall(simulator, 'POST', 'create', '', how, postBody(fields));
}

/** The post as the simulator keeps it; throws where it was refused. */
export async function created(simulator: Simulator, fields: object = {}): Promise<PostView> {
	const { status, headers, text } = await createPost(simulator, fields);
	if (status !== 201) throw new Error(`refused with ${status}: ${text}`);
	return simulator.post(headers['x-restli-id'] ?? '');
}

export function getPost(simulator: Simulator, urn: string, how: RestCall = {}): Promise<Answer> {
	return postCall(simulator, 'GET', 'get', `/${encodeURIComponent(urn)}`, how);
}

export function deletePost(simulator: Simulator, urn: string, how: RestCall = {}): Promise<Answer> {
	return postCall(simulator, 'DELETE', 'delete', `/${encodeURIComponent(urn)}`, how);
}
