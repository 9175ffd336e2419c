import type { ClientOptions } from '../../../linkedin/api/client';
import {
	CancelledError,
	type HttpRequest,
	type HttpResponse,
	type SendBytes,
} from '../../../linkedin/api/http';
import type { FileSource } from '../../../linkedin/files/source';
import { TransferQueue } from '../../../linkedin/transfer/transferQueue';
import { SharedLooks } from '../../../linkedin/media/sharedLooks';
import type { UploadProgress, UploadContext } from '../../../linkedin/upload/context';
import { planParts, type PlannedPart } from '../../../linkedin/upload/plan';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { answer, clientOn, NOW, PERSON, play, type Lab, type Step } from '../api/support';

export const VIDEO = 'urn:li:video:C5505AQH-oV1qvnFtKA';
export const UPLOADS = 'https://www.linkedin.com/dms-uploads';
export const HOUR = 3_600_000;

export const partUrl = (partNumber: number): string => `${UPLOADS}/part/${partNumber}?sig=s`;

/** LinkedIn's instructions for parts of these sizes, one after the other. */
export function instructionsFor(sizes: readonly number[]): Array<{
	uploadUrl: string;
	firstByte: number;
	lastByte: number;
}> {
	let firstByte = 0;
	return sizes.map((size, index) => {
		const instruction = {
			uploadUrl: partUrl(index + 1),
			firstByte,
			lastByte: firstByte + size - 1,
		};
		firstByte += size;
		return instruction;
	});
}

export function partsOf(sizes: readonly number[]): PlannedPart[] {
	return planParts(
		instructionsFor(sizes),
		sizes.reduce((sum, size) => sum + size, 0),
	);
}

/** A video's session; parts that were uploaded have their ETag. */
export function sessionOf(
	sizes: readonly number[],
	changes: Partial<VideoUploadSession> = {},
): VideoUploadSession {
	return {
		urn: VIDEO,
		owner: PERSON,
		fileName: 'talk.mp4',
		fileSizeBytes: sizes.reduce((sum, size) => sum + size, 0),
		uploadToken: 'token-1',
		expiresAt: NOW + HOUR,
		parts: partsOf(sizes).map(({ partNumber, firstByte, lastByte, uploadUrl }) => ({
			partNumber,
			firstByte,
			lastByte,
			uploadUrl,
		})),
		captions: 'none',
		thumbnail: 'none',
		finalized: false,
		...changes,
	};
}

/** The same, of which the parts with these numbers arrived in an earlier run. */
export function begunSession(
	sizes: readonly number[],
	...partNumbers: readonly number[]
): VideoUploadSession {
	const session = sessionOf(sizes);
	for (const part of session.parts) {
		if (partNumbers.includes(part.partNumber)) part.etag = `before-${part.partNumber}`;
	}
	return session;
}

/** What goes with a video, and the URLs for it. */
export const CAPTIONS = {
	srt: Buffer.from('1\n00:00:00,000 --> 00:00:01,000\nHello\n'),
	fileName: 'talk.srt',
};
export const THUMBNAIL = { bytes: Buffer.from('jpeg'), fileName: 'talk.jpg' };
export const SUPPLEMENT_URLS = {
	captionsUploadUrl: `${UPLOADS}/c`,
	thumbnailUploadUrl: `${UPLOADS}/t`,
};

/** LinkedIn's answer to a part: its id is `id-1`, `id-2`, ... */
export const etagOf = ({ url }: HttpRequest): HttpResponse =>
	answer(200, '', { ETag: `"id-${new URL(url).pathname.split('/').at(-1) ?? ''}"` });

/** A byte plane that takes every part, and counts how many of them are on their way together. */
export function countingPlane(): { bytes: SendBytes; most: () => number } {
	let running = 0;
	let most = 0;
	return {
		bytes: async (request) => {
			running += 1;
			most = Math.max(most, running);
			await idle();
			running -= 1;
			return etagOf(request);
		},
		most: () => most,
	};
}

/** Both planes, played. */
export interface UploadLab extends Lab {
	readonly context: UploadContext;
	/** What went to upload URLs. */
	readonly sent: HttpRequest[];
	/** What the user was told. */
	readonly warnings: string[];
	readonly progress: UploadProgress[];
}

export function uploadLab({
	api = [],
	bytes = [],
	signal,
	...options
}: {
	api?: readonly Step[];
	bytes?: readonly Step[] | SendBytes;
	signal?: AbortSignal;
} & Partial<ClientOptions> = {}): UploadLab {
	const lab = clientOn(api, options);
	const played = typeof bytes === 'function' ? recorded(bytes) : play(bytes);
	const warnings: string[] = [];
	const progress: UploadProgress[] = [];
	const context: UploadContext = {
		client: lab.client,
		sendBytes: played.send,
		transfers: new TransferQueue(),
		clock: { ...lab.client.options, watchedNow: lab.client.options.now, watch: () => idle() },
		warn: (message) => warnings.push(message),
		onProgress: (how) => progress.push(how),
		looks: new SharedLooks(),
		...(signal === undefined ? {} : { signal }),
	};
	return { ...lab, context, sent: played.requests, warnings, progress };
}

function recorded(respond: SendBytes) {
	const requests: HttpRequest[] = [];
	return {
		requests,
		send: (request: HttpRequest, signal?: AbortSignal) => {
			requests.push(request);
			return respond(request, signal);
		},
	};
}

/** A file that stalls after its first bytes until its signal ends, as a storage may. */
export function stallingFile(size: number, firstBytes: Buffer): FileSource {
	async function* chunks(signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
		yield firstBytes;
		await new Promise((_, reject) => {
			signal?.addEventListener('abort', () => {
				reject(new CancelledError());
			});
		});
	}
	return { name: 'talk.mp4', size, open: (signal) => Promise.resolve(chunks(signal)) };
}

/** A promise that is settled from outside. */
export function deferred() {
	let resolve!: () => void;
	let reject!: (error: Error) => void;
	const promise = new Promise<void>((onDone, onError) => {
		resolve = onDone;
		reject = onError;
	});
	return { promise, resolve, reject };
}

/** Everything that can go on without waiting for something has gone on. */
export const idle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
