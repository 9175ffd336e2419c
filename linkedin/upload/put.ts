import { createHash } from 'crypto';

import { LinkedInError } from '../api/error';
import type { Right } from '../api/permissions';
import type { FileSource } from '../files/source';
import { BufferPool } from './bufferPool';
import type { UploadContext } from './context';
import { partIdFromETag } from './etag';
import { runLanes } from './lanes';
import { sizeOf } from './partRange';
import { fillParts } from './parts';
import { sendToUploadUrl } from './send';
import type { SessionPart } from './session';

/** Milliseconds: for a part's answer, and for each byte of a connection of 16 kB/s. */
const ANSWER_TIMEOUT_MS = 60_000;
const TIMEOUT_MS_PER_BYTE = 1 / 16;

/** Bytes in flight at most: LinkedIn plans parts of 4 MiB, but no plan may fill a worker's memory. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024;

/** What of a session the sending of its parts needs, and where what arrived is written to. */
export interface PartsUpload {
	readonly owner: string;
	readonly fileName: string;
	readonly fileSizeBytes: number;
	readonly expiresAt?: number;
	readonly parts: readonly PartToPut[];
	firstPartSha256?: string;
	/** Default: that of videos. */
	readonly right?: Right;
}

interface PartToPut extends SessionPart {
	/** What LinkedIn's plan wants to go with the bytes besides their type. */
	readonly headers?: Readonly<Record<string, string>>;
}

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
	session: PartsUpload,
	lanes: number,
): Promise<void> {
	const missing = session.parts.filter(({ etag }) => etag === undefined);
	if (missing.length === 0) return;
	const wanted = lanes === 0 ? await context.automaticLanes() : lanes;
	// What is read ahead stands in memory beside what is being sent.
	const copies = file.readRange ? 2 : 1;
	const affordable = Math.floor(MAX_BYTES_IN_FLIGHT / copies / Math.max(...missing.map(sizeOf)));
	const report = progressOf(context, session);
	const used = Math.max(1, Math.min(wanted, affordable, missing.length));
	const pool = new BufferPool();
	const first = new FirstPart(session, missing);
	await runLanes(
		(signal) => fillParts(file, missing, used, signal, pool),
		used,
		async ({ part, bytes: read }, signal) => {
			const bytes = await first.reading(part, read());
			// Its lane has failed, which ends the others too.
			if (!(await first.known)) return;
			part.etag = await putPart(context, part, bytes, session, signal);
			report(bytes.length);
			pool.give(bytes);
		},
		context.signal,
	);
}

/**
 * What a later resume recognises the file by. No part goes before it is known: otherwise parts of this
 * file could be joined with those of another one of the same size.
 */
class FirstPart {
	/** Resolves when the first part was read: with false where that failed. */
	readonly known: Promise<boolean>;
	private settle: (known: boolean) => void = () => undefined;

	constructor(
		private readonly session: PartsUpload,
		missing: readonly SessionPart[],
	) {
		const awaited =
			session.firstPartSha256 === undefined && missing.some(({ firstByte }) => firstByte === 0);
		this.known = awaited
			? new Promise((resolve) => {
					this.settle = resolve;
				})
			: Promise.resolve(true);
	}

	async reading(part: SessionPart, bytes: Promise<Buffer>): Promise<Buffer> {
		if (part.firstByte !== 0) return bytes;
		try {
			const read = await bytes;
			this.session.firstPartSha256 = sha256(read);
			this.settle(true);
			return read;
		} catch (error) {
			this.settle(false);
			throw error;
		}
	}
}

/** What a later resume knows the file by, besides its size. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Counts what arrives, from now on. */
function progressOf(context: UploadContext, session: PartsUpload): (size: number) => void {
	const { now } = context.client.options;
	const { fileName, fileSizeBytes, parts } = session;
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

async function putPart(
	context: UploadContext,
	part: PartToPut,
	bytes: Buffer,
	session: PartsUpload,
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
					...part.headers,
					'Content-Length': String(bytes.length),
				},
				body: bytes,
				timeoutMs: ANSWER_TIMEOUT_MS + Math.ceil(bytes.length * TIMEOUT_MS_PER_BYTE),
			},
			purpose: { doing, right: session.right ?? 'uploadVideo', owner: session.owner },
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
