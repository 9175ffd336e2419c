import type { SimRequest, SimResponse } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import type { Stored } from '../core/stored';
import { requireSignature } from '../rules/bytePlane';
import { downloadSignature } from './downloadUrls';

/** What an address leads to. */
export interface Content {
	readonly type: string;
	readonly stored: Stored;
}

/**
 * linkedin-videos-api, linkedin-images-api: "Public URL to download/view the media asset", signed
 * and with an expiry. assumed: a token on it is not looked at.
 */
export async function download(
	simulation: Simulation,
	request: SimRequest,
	find: () => Content | undefined | Promise<Content | undefined>,
): Promise<SimResponse> {
	requireReading(request);
	const expiry = request.query.get('e') ?? '';
	const signature = downloadSignature(simulation, request.path, expiry);
	requireSignature(request, simulation.settings, 't', signature);
	requireFresh(simulation, Number(expiry) * 1000);
	return serve(simulation, request, await find());
}

/** assumed: one of the two statuses in use for such addresses. */
export function requireFresh({ clock, settings }: Simulation, expiresAt: number): void {
	if (clock.now() < expiresAt) return;
	throw refuseBytes(settings.readings.expiredDownload === '410' ? 410 : 403, 'URL expired');
}

export function requireReading({ method }: SimRequest): void {
	if (method === 'GET' || method === 'HEAD') return;
	throw refuseBytes(405, `${method} is not supported here`);
}

/** assumed (RFC 9110): one range of bytes is served with 206; several, or another unit, are not. */
export function serve(
	{ settings }: Simulation,
	request: SimRequest,
	content: Content | undefined,
): SimResponse {
	if (content === undefined) throw refuseBytes(404, 'Not found');
	const { stored, type } = content;
	const { size } = stored;
	const ranges = settings.readings.downloadRanges === 'served';
	const common = { 'content-type': type, ...(ranges ? { 'accept-ranges': 'bytes' } : {}) };
	const range = ranges ? readRange(request.headers.range, size) : undefined;
	if (range === undefined) {
		return { status: 200, headers: common, body: '', file: { stored, first: 0, last: size - 1 } };
	}
	const { first, last } = range;
	if (first > last) {
		return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: '' };
	}
	const headers = { ...common, 'content-range': `bytes ${first}-${last}/${size}` };
	return { status: 206, headers, body: '', file: { stored, first, last } };
}

function readRange(
	header: string | undefined,
	size: number,
): { readonly first: number; readonly last: number } | undefined {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
	if (from === '' && to === '') return undefined;
	if (from === '') return { first: Math.max(0, size - Number(to)), last: size - 1 };
	// A range that ends before it begins is none at all.
	if (to !== '' && Number(to) < Number(from)) return undefined;
	return { first: Number(from), last: to === '' ? size - 1 : Math.min(size - 1, Number(to)) };
}
