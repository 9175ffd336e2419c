import { LinkedInError } from '../api/error';
import type { FileSource } from '../files/source';
import type { UploadContext } from './context';
import { partIdFromETag } from './etag';
import { runLanes } from './lanes';
import { cutParts } from './parts';
import type { Part } from './plan';
import { sendToUploadUrl } from './send';
import type { SessionPart, VideoUploadSession } from './session';

/** Milliseconds: for a part's answer, and for each byte of a connection of 16 kB/s. */
const ANSWER_TIMEOUT_MS = 60_000;
const TIMEOUT_MS_PER_BYTE = 1 / 16;

/** Bytes in flight at most: LinkedIn plans parts of 4 MiB, but no plan may fill a worker's memory. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024;

/**
 * Sends every part to its own URL, `lanes` at a time (fewer where the plan has huge parts), and
 * writes each ETag to the part's own place in the session, so that the order of arrival does not
 * matter.
 *
 * @throws LinkedInError for a refused part or one without ETag; Problem when the file changed;
 * CancelledError
 */
export async function putParts(
	context: UploadContext,
	file: FileSource,
	parts: readonly Part[],
	session: VideoUploadSession,
	lanes: number,
): Promise<void> {
	const largest = Math.max(...parts.map(({ size }) => size));
	const affordable = Math.max(1, Math.floor(MAX_BYTES_IN_FLIGHT / largest));
	await runLanes(
		(signal) => cutParts(file, parts, signal),
		Math.min(lanes, affordable),
		async ({ part, bytes }, signal) => {
			const etag = await putPart(context, part, bytes, session, signal);
			const place = session.parts[part.partNumber - 1];
			if (place) place.etag = etag;
		},
		context.signal,
	);
}

async function putPart(
	context: UploadContext,
	part: Part,
	bytes: Buffer,
	session: VideoUploadSession,
	signal: AbortSignal,
): Promise<string> {
	const doing = `upload part ${part.partNumber} of ${session.parts.length} of "${session.fileName}"`;
	const response = await sendToUploadUrl(
		context,
		{
			request: {
				method: 'PUT',
				url: part.uploadUrl,
				headers: {
					'Content-Type': 'application/octet-stream',
					'Content-Length': String(bytes.length),
				},
				body: bytes,
				timeoutMs: ANSWER_TIMEOUT_MS + Math.ceil(bytes.length * TIMEOUT_MS_PER_BYTE),
			},
			purpose: { doing, right: 'uploadVideo', owner: session.owner },
			expiresAt: session.expiresAt,
			repeatable: true,
			tokenless: true,
		},
		(request) => context.sendBytes(request, signal),
		signal,
	);
	const etag = partIdFromETag(response.headers.get('etag'));
	if (etag === undefined) {
		throw new LinkedInError(`Could not ${doing}: LinkedIn’s answer has no ETag`, {
			description:
				'Without the part’s id the upload cannot be finalized, so it was stopped. Run the workflow again.',
			status: response.status,
			code: 'MISSING_ETAG',
		});
	}
	return etag;
}

/**
 * The parts' ids in the plan's order, counted.
 *
 * @throws LinkedInError when a part has none
 */
export function partIds(parts: readonly SessionPart[]): string[] {
	return parts.map(({ partNumber, etag }) => {
		if (etag === undefined) {
			throw new LinkedInError(`Part ${partNumber} of ${parts.length} was not uploaded`, {
				description: 'Nothing was finalized.',
				code: 'MISSING_PART',
			});
		}
		return etag;
	});
}
