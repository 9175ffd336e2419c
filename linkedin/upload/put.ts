import { LinkedInError } from '../api/error';
import type { FileSource } from '../files/source';
import type { UploadContext } from './context';
import { partIdFromETag } from './etag';
import { runLanes } from './lanes';
import { cutParts } from './parts';
import type { Part } from './plan';
import { sendToUploadUrl } from './send';
import type { SessionPart, VideoUploadSession } from './session';

/** A part is 4 MiB: at 16 kB/s it still arrives within this. */
const PART_TIMEOUT_MS = 300_000;

/**
 * Sends every part to its own URL, `lanes` at a time, and writes each ETag to the part's own place
 * in the session, so that the order of arrival does not matter.
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
	const places = new Map(session.parts.map((place) => [place.partNumber, place]));
	await runLanes(
		cutParts(file, parts),
		lanes,
		async ({ part, bytes }, signal) => {
			const place = places.get(part.partNumber);
			if (place) place.etag = await putPart(context, part, bytes, session, signal);
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
				timeoutMs: PART_TIMEOUT_MS,
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
