import { empty, type SimRequest, type SimResponse } from '../core/http';
import { refuseBytes } from '../core/refusal';
import type { Simulation } from '../core/simulation';
import { requireLength, requireVerb } from '../rules/bytePlane';
import { requireCaptionsMetadata } from './captionsMetadata';
import { parseMultipart } from './multipart';
import { requireSubRip } from './subRip';
import { openSupplement } from './supplement';
import { captionsSignature } from './urls';
import type { Video } from './video';

/**
 * linkedin-videos-api, "Upload Captions": POST of multipart/form-data with the two fields
 * `metadata` and `file`; 201. The `@` of `file=@...;type=text/plain` "is mandatory", so the file
 * comes with a file name and as text/plain.
 */
export async function postCaptions(
	simulation: Simulation,
	request: SimRequest,
	id: string,
): Promise<SimResponse> {
	requireVerb(request, 'POST');
	const video = openSupplement(simulation, request, id, captionsSignature(simulation, id));
	requireLength(request);
	const entries = await parseMultipart(request);
	const names = entries.map(({ name }) => name).sort();
	if (names.join() !== 'file,metadata') {
		throw refuseBytes(400, `Expected the fields metadata and file, got ${names.join() || 'none'}`);
	}
	const metadata = requireCaptionsMetadata(entries.find(({ name }) => name === 'metadata'));
	const file = entries.find(({ name }) => name === 'file');
	if (file?.fileName === undefined) throw refuseBytes(400, 'file must be sent as a file');
	if (file.contentType !== 'text/plain') {
		throw refuseBytes(400, `file must be text/plain, got ${file.contentType}`);
	}
	const text = requireSubRip(file.content);
	requireFirst(simulation, video);
	video.captions = {
		metadata,
		fileName: file.fileName,
		contentType: file.contentType,
		text,
		bytes: file.content.length,
	};
	return empty(201);
}

/** linkedin-videos-api: "Each video can include only one caption file". */
function requireFirst({ settings }: Simulation, { captions }: Video): void {
	if (captions === undefined || settings.readings.secondCaptions === 'replaces') return;
	throw refuseBytes(400, 'Each video can include only one caption file');
}
