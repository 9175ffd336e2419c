import type { PostView, Simulator } from '../../../simulator';
import { at, call, type Answer } from './call';
import { account, page, restHeaders, tokenFor, type RestCall } from './linkedin';

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

/** Status, code and the field that the answer names. */
export function refusalOf({ status, json }: Answer): unknown[] {
	const path = at(json, 'errorDetails.inputErrors.0.input.inputPath.fieldPath');
	return [status, at(json, 'code'), ...(path === undefined ? [] : [path])];
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

/** `patch` as it stands in the body. */
export function updatePost(
	simulator: Simulator,
	urn: string,
	patch: unknown,
	how: RestCall = {},
): Promise<Answer> {
	const path = `/${encodeURIComponent(urn)}`;
	return postCall(simulator, 'POST', 'partial_update', path, how, { patch });
}

export function findPosts(
	simulator: Simulator,
	author: string,
	more = '',
	how: RestCall = {},
): Promise<Answer> {
	const query = `?q=author&author=${encodeURIComponent(author)}${more}`;
	return postCall(simulator, 'GET', 'finder', query, how);
}

/** What makes a post sponsored content of the ad account. */
export const dark = {
	distribution: { feedDistribution: 'NONE' },
	adContext: { dscAdAccount: account, dscName: 'One', dscStatus: 'ACTIVE' },
};
