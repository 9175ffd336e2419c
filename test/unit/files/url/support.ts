import { createCipheriv } from 'node:crypto';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { CancelledError, ConnectionError, ResponseHeaders } from '../../../../linkedin/api/http';
import type { FileSource } from '../../../../linkedin/files/source';
import type { ReadUrl, UrlReading } from '../../../../linkedin/files/url/http';
import { openUrl } from '../../../../linkedin/files/url/open';
import { half, NOW, RETRY } from '../../api/support';

/** Any bytes, the same each time, no two blocks of them alike: a key stream, since many of them are asked for. */
export function bytesOf(size: number): Buffer {
	const zeros = Buffer.alloc(16);
	return createCipheriv('aes-128-ctr', zeros, zeros).update(Buffer.alloc(size));
}

/** `turn`: how many requests came before this one. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	turn: number,
) => void | Promise<void>;

export interface Served {
	/** The server's own address, without a slash at its end. */
	readonly origin: string;
	readonly requests: IncomingMessage[];
	/** Connections that are open now. */
	readonly sockets: Set<Socket>;
	/** `Range` of each request, in order. */
	ranges(): Array<string | undefined>;
	/** Resolves when the last connection has closed. */
	idle(): Promise<void>;
}

const servers: Array<() => Promise<void>> = [];

afterEach(async () => {
	await Promise.all(servers.splice(0).map((close) => close()));
});

/** A server on loopback, closed after the test. */
export async function serve(handle: Handler): Promise<Served> {
	const requests: IncomingMessage[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((request, response) => {
		requests.push(request);
		void handle(request, response, requests.length - 1);
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.once('close', () => {
			sockets.delete(socket);
			if (sockets.size === 0) server.emit('idle');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	servers.push(
		() =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				for (const socket of sockets) socket.destroy();
			}),
	);
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		requests,
		sockets,
		ranges: () => requests.map(({ headers }) => headers.range),
		idle: () =>
			sockets.size === 0
				? Promise.resolve()
				: new Promise((resolve) => {
						server.once('idle', resolve);
					}),
	};
}

/** A file as its server has it; what a test changes holds from the next request on. */
export interface ServedFile {
	bytes: Buffer;
	etag?: string;
	lastModified?: string;
	ranges?: boolean;
	/** False: sent in chunks, without a length. */
	length?: boolean;
	headers?: Record<string, string>;
}

/** Answers as a plain file server does (RFC 9110, 14). */
export function send(
	file: ServedFile,
	request: IncomingMessage,
	response: ServerResponse,
	{ withBody = true }: { withBody?: boolean } = {},
): void {
	const { bytes, ranges = true, length = true, headers = {} } = file;
	response.setHeader('Content-Type', 'video/mp4');
	if (file.etag !== undefined) response.setHeader('ETag', file.etag);
	if (file.lastModified !== undefined) response.setHeader('Last-Modified', file.lastModified);
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	const match = ranges ? /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') : undefined;
	if (!match) {
		if (length) response.setHeader('Content-Length', bytes.length);
		response.writeHead(200);
		if (withBody) response.end(bytes);
		else response.flushHeaders();
		return;
	}
	const first = Number(match[1]);
	const last = Math.min(Number(match[2]), bytes.length - 1);
	if (first >= bytes.length) {
		response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end();
		return;
	}
	response.writeHead(206, {
		'Content-Range': `bytes ${first}-${last}/${bytes.length}`,
		'Content-Length': last - first + 1,
	});
	if (withBody) response.end(bytes.subarray(first, last + 1));
	else response.flushHeaders();
}

/** Serves a file, after something else for the first requests. */
export function fileServer(file: ServedFile, ...before: Handler[]): Promise<Served> {
	return serve((request, response, turn) => {
		const instead = before[turn];
		if (instead) return instead(request, response, turn);
		send(file, request, response);
	});
}

/** Handlers for {@link fileServer}. */
export const status =
	(code: number, headers: Record<string, string> = {}): Handler =>
	(_request, response) => {
		response.writeHead(code, headers).end('no file');
	};
export const reset: Handler = (request) => {
	request.socket.destroy();
};
/** The headers, a part of the body, then the end of the connection. */
export const breakOff =
	(file: ServedFile, sent: number): Handler =>
	(request, response) => {
		send(file, request, response, { withBody: false });
		response.write(file.bytes.subarray(0, sent), () => request.socket.destroy());
	};

/** The headers and the first bytes, then nothing more. */
export const fallSilent =
	(file: ServedFile, sent: number, onSent: () => void = () => undefined): Handler =>
	(request, response) => {
		send(file, request, response, { withBody: false });
		response.write(file.bytes.subarray(0, sent), onSent);
	};
/** An answer that never ends. */
export const endless =
	(code: number, headers: Record<string, string> = {}): Handler =>
	(_request, response) => {
		response.writeHead(code, headers);
		response.write('and on and on');
	};

/** {@link ReadUrl} on Node's own client: each request has a connection of its own. */
export const readByHttp: ReadUrl = ({ url, headers }, signal) =>
	new Promise((resolve, reject) => {
		const request = get(url, { headers, agent: false, ...(signal ? { signal } : {}) }, (answer) => {
			resolve({
				status: answer.statusCode ?? 0,
				headers: new ResponseHeaders(answer.headers),
				body: chunksOf(answer),
				discard: () => answer.destroy(),
			});
		});
		request.on('error', (error: NodeJS.ErrnoException) => {
			reject(
				signal?.aborted ? new CancelledError() : new ConnectionError(error.message, error.code),
			);
		});
	});

async function* chunksOf(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
	for await (const chunk of answer) if (chunk instanceof Uint8Array) yield chunk;
}

/** One answer without a network, its body as given. */
export function played(
	code: number,
	headers: Record<string, string>,
	onDiscard: () => void = () => undefined,
	...chunks: Buffer[]
): ReadUrl {
	async function* body(): AsyncGenerator<Buffer> {
		for (const chunk of chunks) yield await Promise.resolve(chunk);
	}
	return () =>
		Promise.resolve({
			status: code,
			headers: new ResponseHeaders(headers),
			body: body(),
			discard: onDiscard,
		});
}

/** {@link readByHttp}, and the moment at which a reader waits for what comes after so many bytes. */
export function watchedReader() {
	let taken = 0;
	async function* watched(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		for await (const chunk of body) {
			yield chunk;
			taken += chunk.length;
		}
	}
	const read: ReadUrl = async (request, signal) => {
		const answer = await readByHttp(request, signal);
		return { ...answer, body: watched(answer.body) };
	};
	const waitingAfter = async (bytes: number): Promise<void> => {
		while (taken < bytes) await new Promise(setImmediate);
	};
	return { read, waitingAfter };
}

/** The watch over a silent server looks at it each minute. */
export const MINUTE = 60_000;

/** Clock and dice of a reading; the minutes of the stall watch pass when the test says so. */
export interface ReadingLab {
	readonly reading: UrlReading;
	/** Milliseconds before each repeated request. */
	readonly waits: number[];
	readonly counts: { retries: number };
	/** A minute passes for whoever waits for one. */
	readonly minute: () => Promise<void>;
	/** How many watches are at work. */
	readonly watches: () => number;
}

export function readingLab(changes: Partial<UrlReading> = {}): ReadingLab {
	const waits: number[] = [];
	const counts = { retries: 0 };
	let watches: Array<() => void> = [];
	let now = NOW;
	const watch = (signal: AbortSignal | undefined): Promise<void> =>
		new Promise((resolve, reject) => {
			const end = (): void => {
				watches = watches.filter((other) => other !== pass);
				reject(new CancelledError());
			};
			const pass = (): void => {
				signal?.removeEventListener('abort', end);
				resolve();
			};
			watches.push(pass);
			signal?.addEventListener('abort', end);
		});
	const reading: UrlReading = {
		read: readByHttp,
		retry: RETRY,
		random: half,
		now: () => now,
		sleep: (milliseconds, signal) => {
			if (signal?.aborted) return Promise.reject(new CancelledError());
			waits.push(milliseconds);
			now += milliseconds;
			return Promise.resolve();
		},
		turn: () => Promise.resolve({ release: () => undefined }),
		watch: (_milliseconds, signal) =>
			signal.aborted ? Promise.reject(new CancelledError()) : watch(signal),
		onRetry: () => {
			counts.retries += 1;
		},
		...changes,
	};
	return {
		reading,
		waits,
		counts,
		minute: async () => {
			now += MINUTE;
			for (const pass of watches.splice(0)) pass();
			await new Promise(setImmediate);
		},
		watches: () => watches.length,
	};
}

/** Opens an address of a server. */
export function opening(
	url: string,
	options: {
		headers?: Record<string, string>;
		signal?: AbortSignal;
		reading?: Partial<UrlReading>;
	} = {},
): ReadingLab & { open: () => Promise<FileSource> } {
	const lab = readingLab(options.reading);
	const { headers, signal } = options;
	const place = headers === undefined ? { url } : { url, headers };
	return { ...lab, open: () => openUrl(lab.reading, place, 'URL', signal) };
}

/** All bytes of a file, read in order. */
export async function take(file: FileSource, signal?: AbortSignal): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of await file.open(signal)) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}

/** Any range of it. */
export function rangeOf(
	file: FileSource,
	first: number,
	last: number,
	signal?: AbortSignal,
): Promise<Buffer> {
	if (!file.readRange) throw new Error('the file is not read by ranges');
	return file.readRange(first, last, signal);
}

/** A second one asks whether the file's version stays the same, where there is one. */
export function requestsToOpen({ bytes, etag, lastModified, ranges = true }: ServedFile): number {
	const hasVersion = etag !== undefined || lastModified !== undefined;
	return ranges && hasVersion && bytes.length > 256 * 1024 ? 2 : 1;
}

/** An opened file, and what its server does after the requests that opened it. */
export async function openServed(file: ServedFile, ...later: Handler[]) {
	const plain: Handler = (request, response) => {
		send(file, request, response);
	};
	const server = await fileServer(
		file,
		...Array<Handler>(requestsToOpen(file)).fill(plain),
		...later,
	);
	const lab = opening(`${server.origin}/talk.mp4?sig=secret`);
	return { ...lab, server, file: await lab.open() };
}
