import type { FileSource } from '../files/source';
import { Problem } from '../problem';
import { automaticLanes, fixedLanes } from '../transfer/laneGate';
import { PartBuffers } from '../transfer/partBuffers';
import type { UploadContext } from './context';
import { FirstPart } from './firstPart';
import { runLanes } from '../api/lanes';
import { fillParts } from './parts';
import { putPart, type PartsUpload } from './putPart';

/** LinkedIn's largest video, 5 GB, has 1,193 parts. */
const MAX_PARTS = 100_000;

/**
 * Sends every part that is missing to its own URL, several at a time, and writes each ETag to the part's
 * own place in the session, so that the order of arrival does not matter. Memory: lanes × the size of a
 * part, and as much again where parts are read ahead, within what the process's queue has to give.
 *
 * @param lanes 1 to 16 parts at a time, where the queue lets as many go; 0: as many as serve best
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
				// Its lane has failed, which ends the others too.
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

function tooManyPartsProblem({ fileName, parts }: PartsUpload): Problem {
	return new Problem(`LinkedIn split "${fileName}" into ${parts.length} parts`, {
		description: `The limit is ${MAX_PARTS}; LinkedIn normally uses parts of 4 MB. Nothing was sent. Upload the file again. If it fails again, please report it.`,
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
