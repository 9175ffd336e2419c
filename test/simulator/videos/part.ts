import { createHash } from 'node:crypto';
import { empty, type SimRequest, type SimResponse } from '../core/http';
import { randomText } from '../core/ids';
import { refuseBytes } from '../core/refusal';
import type { Readings } from '../core/readings';
import type { Simulation } from '../core/simulation';
import { requireLength, requireOctetStream, requireVerb } from '../rules/bytePlane';
import type { Part } from './video';
import { openSession, requireOpen } from './uploadSession';
import { partSignature } from './urls';

/** linkedin-videos-api, "Upload the Video": a PUT of exactly this part's bytes; 200 with an ETag. */
export async function putPart(
	simulation: Simulation,
	request: SimRequest,
	id: string,
	number: number,
): Promise<SimResponse> {
	requireVerb(request, 'PUT');
	const address = { parameter: 'sau', signature: partSignature(simulation, id, number) } as const;
	const video = openSession(simulation, request, id, address);
	const part = video.parts[number - 1];
	// Out of reach with a signature that was handed out; it tells the compiler so.
	if (part === undefined) throw refuseBytes(404, 'No such part');
	requireOctetStream(request);
	const length = requireLength(request);
	if (length !== part.size) {
		throw refuseBytes(400, `Part ${number} has ${part.size} bytes, got ${length}`);
	}

	const file = await receive(simulation, request, () => {
		requireOpen(video);
	});
	const sha256 = request.body.digest();
	const { readings } = simulation.settings;
	const partId = part.received?.sha256 === sha256 ? part.received.id : newPartId(readings, sha256);
	await replace(simulation, part, { sha256, id: partId, ...(file === undefined ? {} : { file }) });
	const etag = readings.etag === 'quoted' ? `"${partId}"` : partId;
	return empty(200, { etag });
}

/** `admit` is asked once the bytes are there: finalize may have come meanwhile. */
export async function receive(
	simulation: Simulation,
	request: SimRequest,
	admit: () => void,
): Promise<string | undefined> {
	const file = simulation.settings.spool ? await simulation.spool.create() : undefined;
	try {
		for await (const chunk of request.body.chunks()) await file?.write(chunk);
		admit();
	} catch (error) {
		await file?.drop();
		throw error;
	}
	return file?.keep();
}

/** assumed: a part may be sent again while the upload is open, and the last one counts. */
export async function replace(
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
function newPartId(readings: Readings, sha256: string): string {
	if (readings.etag === 'path') return `/ambry-video/signedId/AQH${randomText(150)}.bin`;
	return createHash('md5').update(sha256).update(randomText(8)).digest('hex');
}
