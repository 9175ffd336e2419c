import type { FileSource } from '../files/source';
import { automaticLanes, fixedLanes } from '../transfer/laneGate';
import { PartBuffers } from '../transfer/partBuffers';
import type { UploadContext } from './context';
import { FirstPart } from './firstPart';
import { runLanes } from '../api/lanes';
import { fillParts } from './parts';
import { putPart, type PartsUpload } from './putPart';

/**
 * Sends every missing part to its own URL, several at a time, and stores each ETag at its part in
 * the session, so that the order of arrival doesn't matter. Memory: lanes × the size of a part,
 * twice that if parts are read ahead, within the budget of the process's queue.
 *
 * @param lanes 1 to 16 parts at once, if the queue allows that many; 0 = automatic
 * @throws LinkedInError for a refused part or one without an ETag; Problem if the file changed;
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
	const report = progressOf(context, upload);
	const { transfers, clock } = context;
	const gate = lanes === 0 ? automaticLanes(clock.watchedNow) : fixedLanes(lanes);
	const buffers = new PartBuffers(transfers.bytes, transfers.spare, context);
	const first = new FirstPart(upload, missing);
	let sent = 0;
	const onTrouble = (): void => {
		gate.troubled();
	};
	try {
		await runLanes(
			(signal) => fillParts(file, missing, { ahead: () => gate.limit, signal, buffers }),
			Math.min(gate.most, missing.length),
			async ({ part, bytes: read }, signal) => {
				const bytes = await first.reading(part, read());
				// Its lane failed, which ends the others too.
				if (!(await first.known)) return;
				const sending = { part, bytes, arrived: () => sent, onTrouble };
				part.etag = await putPart(context, upload, sending, signal);
				sent += 1;
				gate.arrived(bytes.length);
				report(bytes.length);
				buffers.give(bytes);
			},
			{ signal: context.signal, gate },
		);
	} finally {
		buffers.close();
	}
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
