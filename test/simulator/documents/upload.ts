import { empty, type SimRequest, type SimResponse } from '../core/http';
import { drain } from '../core/body';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import { requireBearer } from '../rules/bearer';
import { requireFreshUrl, requireLength, requireSignature, requireVerb } from '../rules/bytePlane';
import { requireUploadRights } from '../rules/rights';
import { parseUrn } from '../rules/urn';
import { documentOwners } from './initialize';
import { documentSignature } from './urls';

/** public (Documents API): "The file size cannot exceed 100MB". assumed: 100 x 1024 x 1024. */
export const largestDocument = 100 * 1024 * 1024;

const types = [
	'application/octet-stream',
	'application/pdf',
	'application/msword',
	'application/vnd.ms-powerpoint',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

/** public (Documents API, "Upload the Document"): like an image, with a token; 201. */
export async function putDocument(
	simulation: Simulation,
	request: SimRequest,
	id: string,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const { clock, settings } = simulation;
	const document = simulation.documents.find(id);
	if (document === undefined) throw refuseBytes(404, 'No such upload');
	requireSignature(request, settings, 'ut', documentSignature(simulation, id));
	requireFreshUrl(document.urlExpiresAt, clock.now(), settings);
	const bearer = requireBearer(request, simulation);
	const owner = parseUrn('document', 'owner', document.owner, documentOwners);
	requireUploadRights(simulation, bearer, { kind: 'document', owner, operation: 'UPLOAD' });
	const contentType = documentContentType(request);
	requireSize(requireLength(request));
	await drain(request.body);

	document.received = { sha256: request.body.digest(), size: request.body.bytes, contentType };
	document.attempts += 1;
	// assumed, as with images: a repeated PUT replaces the bytes and starts nothing anew.
	if (document.attempts === 1) document.ripening.uploaded();
	return empty(201);
}

/** assumed: refused at the door, with 413. */
function requireSize(size: number): void {
	if (size === 0) throw refuseBytes(400, 'The document is empty');
	if (size > largestDocument) throw refuseBytes(413, `${size} bytes exceed ${largestDocument}`);
}

/** The sample (`curl --upload-file`) sends none. assumed: octet-stream and its own type pass too. */
function documentContentType(request: SimRequest): string | undefined {
	const type = request.headers['content-type'];
	if (type === undefined || types.includes(type.trim().toLowerCase())) return type;
	throw refuseBytes(415, `Content-Type ${type} is not a document`);
}
