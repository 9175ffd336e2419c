import { createHash } from 'node:crypto';
import { refusals } from '../../core/catalogue';
import { empty, type SimRequest, type SimResponse } from '../../core/http';
import { randomText } from '../../core/ids';
import type { Readings } from '../../core/readings';
import { refuseBytes } from '../../core/refusal';
import type { Simulation } from '../../core/simulation';
import {
	refuseToken,
	requireLength,
	requireOctetStream,
	requireUpload,
	requireVerb,
} from '../../rules/bytePlane';
import { receive } from '../receive';
import type { AssetStore } from '../store';
import type { Part } from './part';

/** What a file in parts is sent to. */
export interface UploadInParts {
	readonly urn: string;
	readonly id: string;
	readonly urlsExpireAt: number;
	readonly parts: readonly Part[];
	readonly session: 'open' | 'closing' | 'closed';
}

/** Both pages take parts in the same way; this is what differs. */
export interface PartsKind<Upload extends UploadInParts> {
	store(simulation: Simulation): AssetStore<Upload>;
	signature(simulation: Simulation, upload: Upload, number: number): string;
	/** The form of the ETag, in the reading that is played. */
	etag(readings: Readings): 'path' | 'quoted';
}

/**
 * linkedin-videos-api, "Upload the Video"; linkedin-vector-assets-api, "Registering Multi-Part
 * Upload": a PUT of exactly this part's bytes; 200 with an ETag.
 */
export async function putPart<Upload extends UploadInParts>(
	kind: PartsKind<Upload>,
	simulation: Simulation,
	request: SimRequest,
	{ id, number }: { readonly id: string; readonly number: number },
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	refuseToken(request, simulation.settings);
	const upload = requireUpload(simulation, request, kind.store(simulation).find(id), {
		parameter: 'sau',
		signature: (found) => kind.signature(simulation, found, number),
	});
	const part = upload.parts[number - 1];
	// Out of reach with a signature that was handed out; it tells the compiler so.
	if (part === undefined) throw refuseBytes(404, 'No such part');
	requireOctetStream(request);
	const length = requireLength(request);
	if (length !== part.size) {
		throw refuseBytes(400, `Part ${number} has ${part.size} bytes, got ${length}`);
	}

	const file = await receive(simulation, request, () => {
		requireOpen(upload);
	});
	const sha256 = request.body.digest();
	const form = kind.etag(simulation.settings.readings);
	const partId = part.received?.sha256 === sha256 ? part.received.id : newPartId(form, sha256);
	await replace(simulation, part, { sha256, id: partId, ...(file === undefined ? {} : { file }) });
	return empty(200, { etag: form === 'quoted' ? `"${partId}"` : partId });
}

/** assumed: nothing is added to an upload that was finalized, or completed. */
export function requireOpen({ session, urn }: Pick<UploadInParts, 'session' | 'urn'>): void {
	if (session !== 'open') throw refusals.updatingFailed(urn);
}

/** assumed: a part may be sent again while the upload is open, and the last one counts. */
async function replace(
	simulation: Simulation,
	part: Part,
	received: NonNullable<Part['received']>,
): Promise<void> {
	const before = part.received?.file;
	part.received = received;
	part.attempts += 1;
	if (before !== undefined) await simulation.spool.discard([before]);
}

/** linkedin-videos-api: `/ambry-videoei/signedId/AQH....bin` in one place, a hash in another. */
function newPartId(form: 'path' | 'quoted', sha256: string): string {
	if (form === 'path') return `/ambry-video/signedId/AQH${randomText(150)}.bin`;
	return createHash('md5').update(sha256).update(randomText(8)).digest('hex');
}
