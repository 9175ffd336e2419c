import { sampled } from '../../long/sampled';
import type { EndpointName, Fault } from '../../simulator';

/**
 * Answers that LinkedIn, a gateway or a proxy may give: status × content type × body × call, and what
 * has to become of each where it comes once and all that follows is sound.
 */

export const CALLS = [
	'initialize',
	'part',
	'captions',
	'thumbnail',
	'finalize',
	'create',
	'update',
	'delete',
	'get',
	'find',
] as const;

export type Call = (typeof CALLS)[number];

export const ENDPOINTS: Readonly<Record<Call, EndpointName>> = {
	initialize: 'videos.initializeUpload',
	part: 'videos.part',
	captions: 'videos.captions',
	thumbnail: 'videos.thumbnail',
	finalize: 'videos.finalizeUpload',
	create: 'posts.create',
	update: 'videos.partialUpdate',
	delete: 'posts.delete',
	get: 'videos.get',
	find: 'videos.find',
};

const STATUSES = [
	200, 201, 204, 302, 307, 400, 401, 403, 404, 407, 408, 409, 410, 413, 422, 429, 451, 500, 502,
	503, 504,
] as const;

const TYPES = ['application/json', 'text/html; charset=utf-8', 'text/plain', undefined] as const;

const BODIES = {
	nothing: '',
	'an empty object': '{}',
	'a message': '{"message":"It is so","status":0}',
	'broken JSON': '{"value":{',
	'a page': '<!DOCTYPE html><title>Sign in</title>',
} as const;

export interface Cell {
	readonly call: Call;
	readonly status: number;
	readonly type: string | undefined;
	readonly body: keyof typeof BODIES;
	/** The call reached LinkedIn and was carried out; only its answer is another one. */
	readonly arrived: boolean;
}

export function nameOf({ call, status, type, body, arrived }: Cell): string {
	const what = `${status}, ${type ?? 'no type'}, ${body}`;
	return `${call}${arrived ? ', carried out' : ''}: ${what}`;
}

export function faultOf({ status, type, body, arrived }: Cell): Fault {
	const text = BODIES[body];
	if (arrived) return { kind: 'answer', status, body: text, ...(type && { contentType: type }) };
	return { kind: 'status', status, body: text, headers: type ? { 'content-type': type } : {} };
}

/** Every cell there is. A clear refusal was not carried out, and a 204 has no body. */
export function everyCell(): Cell[] {
	return CALLS.flatMap((call) =>
		STATUSES.flatMap((status) =>
			[false, true].flatMap((arrived) =>
				(arrived && !mayHaveArrived(status) ? [] : TYPES).flatMap((type) =>
					(status === 204 ? (['nothing'] as const) : bodies()).map((body) => ({
						call,
						status,
						type,
						body,
						arrived,
					})),
				),
			),
		),
	);
}

/**
 * All of them, or some: each status (carried out and not), each type with each body; each call with each body, and
 * with each kind of status, with either end.
 */
export function playedCells(): Cell[] {
	return sampled(
		everyCell(),
		({ status, arrived }) => [status, arrived],
		({ type, body }) => [type, body],
		({ call, body }) => [call, body],
		(cell) => [cell.call, Math.floor(cell.status / 100), cell.arrived, expected(cell)],
	);
}

function bodies(): Array<keyof typeof BODIES> {
	return Object.keys(BODIES).filter((name): name is keyof typeof BODIES => name in BODIES);
}

export function is2xx(status: number): boolean {
	return status >= 200 && status < 300;
}

function mayHaveArrived(status: number): boolean {
	return is2xx(status) || status === 408 || status >= 500;
}

/** What is documented of a success without a body (Videos, Posts and library pages). */
const DOCUMENTED: Partial<Record<Call, readonly number[]>> = {
	captions: [200, 201, 204],
	thumbnail: [200, 201, 204],
	finalize: [200],
	update: [204],
	delete: [204],
};

/** The answer is LinkedIn's own, to the letter: nobody can tell that it is a lie. */
export function isLinkedInsOwn({ call, status, type, body }: Cell): boolean {
	return !isForeign({ call, type, body }) && (DOCUMENTED[call] ?? []).includes(status);
}

/** `success`: the item comes out, and says what is so at LinkedIn. `error`: it does not. */
export function expected(cell: Cell): 'success' | 'error' {
	const { call, status, arrived } = cell;
	// Never carried out, so it waits and goes again, whatever the call.
	if (status === 429) return 'success';
	if (isLinkedInsOwn(cell)) return 'success';
	const isUnclear = is2xx(status) || status === 408 || status >= 500;
	if (!isUnclear) return 'error';
	switch (call) {
		// What reads needs an answer of LinkedIn's; where it failed, it is asked again.
		case 'get':
		case 'find':
			return is2xx(status) ? 'error' : 'success';
		// A part has arrived where its ETag says so; a page in its place is no answer, and it goes again.
		case 'part':
			return is2xx(status) && !isForeign(cell) ? 'error' : 'success';
		// PUT and DELETE do no harm a second time.
		case 'thumbnail':
		case 'delete':
			return 'success';
		// Its state decides, and it goes again where that shows that it has not arrived.
		case 'finalize':
			return 'success';
		case 'update':
			return arrived ? 'success' : 'error';
		// What must not happen twice.
		case 'initialize':
		case 'captions':
		case 'create':
			return 'error';
	}
}

/** What comes with an answer of an upload URL LinkedIn's pages do not say; it is no web page. */
function isForeign({ call, type, body }: Pick<Cell, 'call' | 'type' | 'body'>): boolean {
	const isPage = type?.startsWith('text/html') === true || body === 'a page';
	const atUploadUrl = ['part', 'captions', 'thumbnail'].includes(call);
	return isPage || (!atUploadUrl && body === 'broken JSON');
}
