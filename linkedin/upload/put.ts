import type { FileSource } from '../files/source';
import { BufferPool } from './bufferPool';
import type { UploadContext } from './context';
import { FirstPart } from './firstPart';
import { runLanes } from './lanes';
import { sizeOf } from './partRange';
import { fillParts } from './parts';
import { putPart, type PartsUpload } from './putPart';

/** Bytes in flight at most: LinkedIn plans parts of 4 MiB, but no plan may fill a worker's memory. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024;

/**
 * Sends every part that is missing to its own URL, `lanes` at a time (fewer where the plan has huge
 * parts), and writes each ETag to the part's own place in the session, so that the order of arrival
 * does not matter. Memory: lanes × the size of a part, and as much again where parts are read ahead.
 *
 * @param lanes 1 to 16; 0: as many as serve best
 * @throws LinkedInError for a refused part or one without ETag; Problem when the file changed;
 * CancelledError
 */
export async function putParts(
	context: UploadContext,
	file: FileSource,
	upload: PartsUpload,
	lanes: number,
): Promise<void> {
	const missing = upload.parts.filter(({ etag }) => etag === undefined);
	if (missing.length === 0) return;
	const wanted = lanes === 0 ? await context.automaticLanes() : lanes;
	// What is read ahead stands in memory beside what is being sent.
	const copies = file.readRange ? 2 : 1;
	const affordable = Math.floor(MAX_BYTES_IN_FLIGHT / copies / Math.max(...missing.map(sizeOf)));
	const report = progressOf(context, upload);
	const used = Math.max(1, Math.min(wanted, affordable, missing.length));
	const pool = new BufferPool();
	const first = new FirstPart(upload, missing);
	await runLanes(
		(signal) => fillParts(file, missing, { ahead: used, signal, pool }),
		used,
		async ({ part, bytes: read }, signal) => {
			const bytes = await first.reading(part, read());
			// Its lane has failed, which ends the others too.
			if (!(await first.known)) return;
			part.etag = await putPart(context, upload, { part, bytes }, signal);
			report(bytes.length);
			pool.give(bytes);
		},
		context.signal,
	);
}

/** Counts what arrives, from now on. */
function progressOf(context: UploadContext, upload: PartsUpload): (size: number) => void {
	const { now } = context.client.options;
	const { fileName, fileSizeBytes, parts } = upload;
	const started = now();
	let sentParts = parts.filter(({ etag }) => etag !== undefined).length;
	let sentBytes = 0;
	return (size) => {
		sentBytes += size;
		sentParts += 1;
		const elapsedMs = now() - started;
		context.onProgress({
			fileName,
			fileSizeBytes,
			sentBytes,
			sentParts,
			parts: parts.length,
			elapsedMs,
		});
	};
}
