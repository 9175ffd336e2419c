import type { Simulator } from '../../../simulator';
import { at, call, textAt, type Answer } from './call';
import { octets, page, restHeaders, tokenFor, type RestCall } from './linkedin';

export const recipe = (name: string): string => `urn:li:digitalmediaRecipe:${name}`;

export const imageRecipes = [
	'feedshare-image',
	'companyUpdate-article-image',
	'ssu-carousel-card-image',
	'rightRail-logo-image',
	'ads-image',
];
export const videoRecipes = ['feedshare-video', 'ads-video', 'ads-video_v2'];

export const relationship = {
	identifier: 'urn:li:userGeneratedContent',
	relationshipType: 'OWNER',
};

/** `rest` has the version header, `v2` has none. */
export type Root = 'rest' | 'v2';

export interface AssetsCall extends RestCall {
	readonly root?: Root;
}

function headersFor(simulator: Simulator, method: string, how: AssetsCall) {
	const { 'linkedin-version': version, ...others } = restHeaders(
		how.token ?? tokenFor(simulator),
		method,
	);
	return how.root === 'v2' ? others : { ...others, 'linkedin-version': version };
}

export function assetsAction(
	simulator: Simulator,
	name: string,
	body: unknown,
	how: AssetsCall = {},
): Promise<Answer> {
	return call(`${simulator.url}/${how.root ?? 'rest'}/assets?action=${name}`, {
		method: 'POST',
		headers: {
			...headersFor(simulator, 'action', how),
			'content-type': 'application/json',
			...how.headers,
		},
		body: JSON.stringify(body),
	});
}

export function register(
	simulator: Simulator,
	fields: object = {},
	how: AssetsCall = {},
): Promise<Answer> {
	const registerUploadRequest = {
		owner: page,
		recipes: [recipe('feedshare-image')],
		serviceRelationships: [relationship],
		...fields,
	};
	return assetsAction(simulator, 'registerUpload', { registerUploadRequest }, how);
}

export function getAsset(simulator: Simulator, key: string, how: AssetsCall = {}): Promise<Answer> {
	return call(`${simulator.url}/${how.root ?? 'rest'}/assets/${key}`, {
		headers: { ...headersFor(simulator, 'get', how), ...how.headers },
	});
}

export interface Registered {
	readonly urn: string;
	readonly id: string;
	readonly mediaArtifact: string;
	readonly answer: unknown;
}

export interface Single extends Registered {
	readonly uploadUrl: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface AssetPart {
	readonly url: string;
	readonly firstByte: number;
	readonly lastByte: number;
}

export interface Multipart extends Registered {
	readonly metadata: string;
	readonly parts: readonly AssetPart[];
}

const singleKey = 'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest';
const multipartKey = 'com.linkedin.digitalmedia.uploading.MultipartUpload';

/** The keys have dots, which `at` takes for a path. */
function mechanismOf(answer: unknown, key: string): unknown {
	const mechanism = at(answer, 'value.uploadMechanism');
	if (typeof mechanism !== 'object' || mechanism === null) return undefined;
	return Object.entries(mechanism).find(([name]) => name === key)?.[1];
}

function registered(answer: unknown): Registered {
	const urn = textAt(answer, 'value.asset');
	const mediaArtifact = textAt(answer, 'value.mediaArtifact');
	return { urn, id: urn.split(':')[3] ?? '', mediaArtifact, answer };
}

export async function startSingle(simulator: Simulator, fields: object = {}): Promise<Single> {
	const { json } = await register(simulator, fields);
	const request = mechanismOf(json, singleKey);
	const headers = Object.entries(at(request, 'headers') ?? {}).map(
		([name, value]) => [name, String(value)] as const,
	);
	return {
		...registered(json),
		uploadUrl: textAt(request, 'uploadUrl'),
		headers: Object.fromEntries(headers),
	};
}

export const singleVideo = { recipes: [recipe('feedshare-video')] };

export function multipartVideo(fileSize: number): object {
	return { ...singleVideo, supportedUploadMechanism: ['MULTIPART_UPLOAD'], fileSize };
}

export async function startMultipart(
	simulator: Simulator,
	fileSize: number,
	fields: object = {},
): Promise<Multipart> {
	const { json } = await register(simulator, { ...multipartVideo(fileSize), ...fields });
	const upload = mechanismOf(json, multipartKey);
	const requests = at(upload, 'partUploadRequests');
	return {
		...registered(json),
		metadata: textAt(upload, 'metadata'),
		parts: (Array.isArray(requests) ? requests : []).map((each: unknown) => ({
			url: textAt(each, 'url'),
			firstByte: Number(at(each, 'byteRange.firstByte')),
			lastByte: Number(at(each, 'byteRange.lastByte')),
		})),
	};
}

export function put(
	url: string,
	body: Buffer | string,
	headers: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
	return call(url, { method: 'PUT', headers, body });
}

/** A registered and sent image, or video, in a single upload. */
export async function uploadSingle(
	simulator: Simulator,
	fields: object = {},
	body = 'the bytes',
): Promise<Single> {
	const asset = await startSingle(simulator, fields);
	const image = asset.headers['media-type-family'] === 'STILLIMAGE';
	const own = image ? { authorization: `Bearer ${tokenFor(simulator)}` } : octets;
	const answer = await put(asset.uploadUrl, body, { ...asset.headers, ...own });
	expect(answer.status).toBe(image ? 201 : 200);
	return asset;
}

/** Sends every part in order and returns the ETags without quotes. */
export async function putAssetParts(asset: Multipart, file: Buffer): Promise<string[]> {
	const etags: string[] = [];
	for (const { url, firstByte, lastByte } of asset.parts) {
		const answer = await put(url, file.subarray(firstByte, lastByte + 1), octets);
		expect(answer.status).toBe(200);
		etags.push((answer.headers.etag ?? '').replace(/^"|"$/g, ''));
	}
	return etags;
}

export function complete(
	simulator: Simulator,
	{ mediaArtifact, metadata }: Multipart,
	etags: readonly string[],
	fields: object = {},
	how: AssetsCall = {},
): Promise<Answer> {
	const completeMultipartUploadRequest = {
		mediaArtifact,
		metadata,
		partUploadResponses: etags.map((ETag) => ({ headers: { ETag }, httpStatusCode: 200 })),
		...fields,
	};
	const body = { completeMultipartUploadRequest };
	return assetsAction(simulator, 'completeMultiPartUpload', body, how);
}
