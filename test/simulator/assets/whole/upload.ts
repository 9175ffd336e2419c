import { empty, type SimRequest, type SimResponse } from '../../core/http';
import { refuseBytes } from '../../core/refusal';
import type { Simulation } from '../../core/simulation';
import { storedFiles } from '../../core/stored';
import { requireBearer } from '../../rules/bearer';
import { requireLength, requireUpload, requireVerb } from '../../rules/bytePlane';
import { requireUploadRights } from '../../rules/rights';
import { parseUrn } from '../../rules/urn';
import { PageCounter } from '../../documents/pages';
import { receive } from '../receive';
import { wholeSignature } from './address';
import type { WholeKind } from './kind';

/**
 * linkedin-images-api sends on to linkedin-vector-assets-api: "Use a PUT method", "The upload call
 * requires a valid OAuth token in the 'Authorization' header"; 201. public (Documents API, "Upload
 * the Document"): the same.
 */
export async function putWhole(
	kind: WholeKind,
	simulation: Simulation,
	request: SimRequest,
	id: string,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const asset = requireUpload(simulation, request, kind.store(simulation).find(id), {
		parameter: 'ut',
		signature: () => wholeSignature(simulation, kind, id),
	});
	const bearer = requireBearer(request, simulation);
	const owner = parseUrn(kind.kind, 'owner', asset.owner, kind.owners);
	requireUploadRights(simulation, bearer, { kind: kind.kind, owner, operation: 'UPLOAD' });
	const contentType = wholeContentType(kind, request);
	requireSize(kind, requireLength(request));
	const counter = new PageCounter();
	const isTooLong = () => (counter.pages ?? 0) > (kind.mostPages ?? Infinity);
	const { tooManyPages } = simulation.settings.readings;
	const path = await receive(
		simulation,
		request,
		() => {
			if (isTooLong() && tooManyPages === 'refused') throw refusePages(kind, counter);
		},
		(chunk) => {
			if (kind.mostPages !== undefined) counter.add(chunk);
		},
	);
	const size = request.body.bytes;

	const { pages } = counter;
	asset.received = { sha256: request.body.digest(), size, contentType, pages };
	if (path !== undefined) asset.media = storedFiles([{ path, size }]);
	asset.attempts += 1;
	// assumed: a repeated PUT replaces the bytes and starts nothing anew.
	if (asset.attempts === 1) asset.ripening.uploaded(isTooLong() ? 'too many pages' : undefined);
	return empty(201);
}

/** assumed: 400, with all bytes there. */
function refusePages({ kind, mostPages }: WholeKind, { pages }: PageCounter): Error {
	return refuseBytes(400, `The ${kind} has ${pages ?? 0} pages, more than ${mostPages ?? 0}`);
}

/** assumed: refused at the door, with 413 over the limit. */
function requireSize({ kind, largest }: WholeKind, size: number): void {
	if (size === 0) throw refuseBytes(400, `The ${kind} is empty`);
	if (size > largest) throw refuseBytes(413, `${size} bytes exceed ${largest}`);
}

/** The samples (`curl --upload-file`) send none. assumed: octet-stream and its own types pass too. */
export function wholeContentType(kind: WholeKind, request: SimRequest): string | undefined {
	const type = request.headers['content-type'];
	if (type === undefined || kind.takes(type)) return type;
	throw refuseBytes(415, `Content-Type ${type} is not ${kind.noun}`);
}
