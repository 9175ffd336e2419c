import type { Simulator } from '../../../simulator';
import { at, call, textAt, type Answer } from './call';

type Overrides = Readonly<Record<string, string | undefined>>;

export const everyScope = [
	'openid',
	'profile',
	'email',
	'w_member_social',
	'w_organization_social',
	'r_ads',
	'rw_ads',
];

export function tokenFor(simulator: Simulator, scopes: readonly string[] = everyScope): string {
	return simulator.issueToken({ scopes }).access_token;
}

/** For a call by the signed-in member, whose token has these scopes and no others. */
export function withScopes(simulator: Simulator, ...scopes: string[]): { readonly token: string } {
	return { token: tokenFor(simulator, scopes) };
}

/** For a call by another member, who has no role in the pages and accounts that tests use. */
export function asStranger(simulator: Simulator, ...scopes: string[]): { readonly token: string } {
	const memberId = 'm3mbEr_2';
	return { token: simulator.issueToken({ scopes, memberId }).access_token };
}

/** What the resource itself says to who may not. */
export function forbidden(kind: string): object {
	return {
		status: 403,
		message: `Accessing this ${kind} resource is forbidden. Please check your permissions for this resource`,
	};
}

/** What the documents ask of every call of `/rest`. */
export function restHeaders(token: string, method: string): Record<string, string> {
	return {
		authorization: `Bearer ${token}`,
		'linkedin-version': '202607',
		'x-restli-protocol-version': '2.0.0',
		'x-restli-method': method,
	};
}

export interface RestCall {
	readonly token?: string;
	readonly headers?: Overrides;
	readonly signal?: AbortSignal;
}

export function action(
	simulator: Simulator,
	path: string,
	body: unknown,
	{ token, headers, signal }: RestCall = {},
): Promise<Answer> {
	const sent = typeof body === 'string' ? body : JSON.stringify(body);
	return call(`${simulator.url}/rest/${path}`, {
		method: 'POST',
		headers: {
			...restHeaders(token ?? tokenFor(simulator), 'action'),
			'content-type': 'application/json',
			...headers,
		},
		body: sent,
		...(signal === undefined ? {} : { signal }),
	});
}

export function get(
	simulator: Simulator,
	path: string,
	{ token, headers }: RestCall = {},
): Promise<Answer> {
	return call(`${simulator.url}/rest/${path}`, {
		headers: { ...restHeaders(token ?? tokenFor(simulator), 'get'), ...headers },
	});
}

/** The video or image itself, from the page of its kind. */
export function getMedia(simulator: Simulator, urn: string, how: RestCall = {}): Promise<Answer> {
	return get(simulator, `${collectionOf(urn)}/${encoded(urn)}`, how);
}

export function collectionOf(urn: string): 'videos' | 'images' {
	return urn.startsWith('urn:li:image:') ? 'images' : 'videos';
}

export const page = 'urn:li:organization:2414183';
export const self = 'urn:li:person:m3mbEr_1';
export const account = 'urn:li:sponsoredAccount:123456789';

type Initialize = (simulator: Simulator, fields?: object, how?: RestCall) => Promise<Answer>;

function initializeIn(path: string, usual: object): Initialize {
	return (simulator, fields = {}, how = {}) => {
		const body = { initializeUploadRequest: { ...usual, ...fields } };
		return action(simulator, `${path}?action=initializeUpload`, body, how);
	};
}

export const initializeVideo = initializeIn('videos', { owner: page, fileSizeBytes: 1055736 });
export const initializeImage = initializeIn('images', { owner: page });
export const initializeDocument = initializeIn('documents', { owner: page });

export interface StartedVideo {
	readonly urn: string;
	readonly uploadToken: string;
	readonly parts: readonly {
		readonly uploadUrl: string;
		readonly firstByte: number;
		readonly lastByte: number;
	}[];
	readonly answer: unknown;
}

export async function startVideo(simulator: Simulator, fields: object = {}): Promise<StartedVideo> {
	const { json } = await initializeVideo(simulator, fields);
	const instructions = at(json, 'value.uploadInstructions');
	return {
		urn: textAt(json, 'value.video'),
		uploadToken: textAt(json, 'value.uploadToken'),
		answer: json,
		parts: (Array.isArray(instructions) ? instructions : []).map((part: unknown) => ({
			uploadUrl: textAt(part, 'uploadUrl'),
			firstByte: Number(at(part, 'firstByte')),
			lastByte: Number(at(part, 'lastByte')),
		})),
	};
}

export const octets = { 'content-type': 'application/octet-stream' };

export function putPart(url: string, body: Buffer, headers: Overrides = {}): Promise<Answer> {
	return call(url, { method: 'PUT', headers: { ...octets, ...headers }, body });
}

/** Sends every part in order and returns the ids for finalize. */
export async function putParts(video: StartedVideo, file: Buffer): Promise<string[]> {
	const ids: string[] = [];
	for (const { uploadUrl, firstByte, lastByte } of video.parts) {
		const answer = await putPart(uploadUrl, file.subarray(firstByte, lastByte + 1));
		expect(answer.status).toBe(200);
		ids.push((answer.headers.etag ?? '').replace(/^"|"$/g, ''));
	}
	return ids;
}

export function finalizeVideo(
	simulator: Simulator,
	video: StartedVideo,
	ids: readonly string[],
	fields: object = {},
	how: RestCall = {},
): Promise<Answer> {
	const body = {
		finalizeUploadRequest: {
			video: video.urn,
			uploadToken: video.uploadToken,
			uploadedPartIds: ids,
			...fields,
		},
	};
	return action(simulator, 'videos?action=finalizeUpload', body, how);
}

/** A finalized video of ten bytes. */
export async function uploadVideo(
	simulator: Simulator,
	fields: object = {},
): Promise<StartedVideo> {
	const file = Buffer.from('0123456789');
	const video = await startVideo(simulator, { fileSizeBytes: file.length, ...fields });
	const ids = await putParts(video, file);
	expect((await finalizeVideo(simulator, video, ids)).status).toBe(200);
	return video;
}

/** An image or a document whose bytes are awaited. */
export interface StartedWhole {
	readonly urn: string;
	readonly uploadUrl: string;
}

function startWhole(kind: 'image' | 'document', initialize: Initialize) {
	return async (simulator: Simulator, fields: object = {}): Promise<StartedWhole> => {
		const { json } = await initialize(simulator, fields);
		return { urn: textAt(json, `value.${kind}`), uploadUrl: textAt(json, 'value.uploadUrl') };
	};
}

export const startImage = startWhole('image', initializeImage);
export const startDocument = startWhole('document', initializeDocument);

/** What is sent as an image, or a document. */
export const wholeBytes = 'some bytes';

/** A PUT to the address of an image or a document; without a type, as in the samples. */
export function putWhole(
	url: string,
	token: string | undefined,
	headers: Overrides = {},
): Promise<Answer> {
	return call(url, {
		method: 'PUT',
		headers: { authorization: token === undefined ? undefined : `Bearer ${token}`, ...headers },
		body: wholeBytes,
	});
}

function uploadWhole(start: (simulator: Simulator, fields: object) => Promise<StartedWhole>) {
	return async (simulator: Simulator, fields: object = {}): Promise<StartedWhole> => {
		const started = await start(simulator, fields);
		expect((await putWhole(started.uploadUrl, tokenFor(simulator))).status).toBe(201);
		return started;
	};
}

export const uploadImage = uploadWhole(startImage);
export const uploadDocument = uploadWhole(startDocument);

export function encoded(urn: string): string {
	return encodeURIComponent(urn);
}
