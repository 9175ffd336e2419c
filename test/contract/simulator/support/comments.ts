import type { CommentView, Simulator } from '../../../simulator';
import { at, call, textAt, type Answer } from './call';
import { encoded, page, restHeaders, tokenFor, type RestCall } from './linkedin';
import { created, everyPostScope } from './posts';

export const everyCommentScope = [
	...everyPostScope,
	'w_organization_social_feed',
	'r_organization_social_feed',
	'w_member_social_feed',
	'r_member_social_feed',
];

interface CommentCall extends RestCall {
	readonly method?: 'GET' | 'POST' | 'DELETE';
	readonly restliMethod: string;
	readonly base?: 'rest' | 'v2';
	/** After `comments`. */
	readonly rest?: string;
	/** In place of the encoded URN. */
	readonly key?: string;
	readonly body?: unknown;
}

/** A call about the comments of a post, or of a comment, by its URN. */
export function commentCall(
	simulator: Simulator,
	urn: string,
	{
		method = 'GET',
		restliMethod,
		base = 'rest',
		rest = '',
		key,
		body,
		token,
		headers,
	}: CommentCall,
): Promise<Answer> {
	const { 'linkedin-version': version, ...others } = restHeaders(
		token ?? tokenFor(simulator, everyCommentScope),
		restliMethod,
	);
	const inPath = key ?? strictly(urn);
	return call(`${simulator.url}/${base}/socialActions/${inPath}/comments${rest}`, {
		method,
		headers: {
			...others,
			...(base === 'rest' ? { 'linkedin-version': version } : {}),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

/** As Rest.li wants a key in a path. */
export function strictly(urn: string): string {
	return encoded(urn).replace(/[()']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

export function createComment(
	simulator: Simulator,
	urn: string,
	fields: object = {},
	how: RestCall & Pick<CommentCall, 'base' | 'key'> = {},
): Promise<Answer> {
	const body = { actor: page, object: urn, message: { text: 'Hi' }, ...fields };
	return commentCall(simulator, urn, { ...how, method: 'POST', restliMethod: 'create', body });
}

/** A post of the page. */
export async function aPost(simulator: Simulator, fields: object = {}): Promise<string> {
	const { urn } = await created(simulator, { commentary: `Hello ${Math.random()}`, ...fields });
	return urn;
}

/** A comment as the simulator keeps it; throws where it was refused. */
export async function commented(
	simulator: Simulator,
	urn: string,
	fields: object = {},
): Promise<CommentView & { readonly id: string; readonly activity: string }> {
	const { status, json, text } = await createComment(simulator, urn, fields);
	if (status !== 201) throw new Error(`refused with ${status}: ${text}`);
	const view = simulator.comments().at(-1);
	if (view === undefined) throw new Error('there is no comment');
	return { ...view, id: textAt(json, 'id'), activity: textAt(json, 'object') };
}

export const messageOf = ({ status, json }: Answer): unknown[] => [status, at(json, 'message')];
