import type { FileSource } from '../files/source';
import { Problem } from '../problem';
import { BufferPool } from './bufferPool';
import type { UploadContext } from './context';
import { FirstPart } from './firstPart';
import { runLanes } from '../api/lanes';
import { sizeOf } from './partRange';
import { fillParts } from './parts';
import { putPart, type PartsUpload } from './putPart';

/** Bytes in flight at most: LinkedIn plans parts of 4 MiB, but no plan may fill a worker's memory. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024;

/** LinkedIn's largest video, 5 GB, has 1,193 parts. */
const MAX_PARTS = 100_000;

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
	if (upload.parts.length > MAX_PARTS) throw tooManyPartsProblem(upload);
	const wanted = lanes === 0 ? await context.automaticLanes() : lanes;
	// What is read ahead stands in memory beside what is being sent.
	const copies = file.readRange ? 2 : 1;
	const largest = missing.reduce((most, part) => Math.max(most, sizeOf(part)), 1);
	const affordable = Math.floor(MAX_BYTES_IN_FLIGHT / copies / largest);
	const report = progressOf(context, upload);
	let sent = 0;
	const arrived = (): number => sent;
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
			part.etag = await putPart(context, upload, { part, bytes, arrived }, signal);
			sent += 1;
			report(bytes.length);
			pool.give(bytes);
		},
		context.signal,
	);
}

function tooManyPartsProblem({ fileName, parts }: PartsUpload): Problem {
	return new Problem(`LinkedIn plans ${parts.length} parts for "${fileName}"`, {
		description: `This package sends at most ${MAX_PARTS}; LinkedIn’s own plans have one for each 4 MB. Nothing was sent: upload the file again, and report it if it happens once more.`,
	});
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
