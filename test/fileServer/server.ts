import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { contentOf, type Content } from './content';

/** A file as its server gives it. Everything that is not said is as good servers do it. */
export interface ServedFile {
	readonly content: Content | Buffer;
	readonly contentType?: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** `false`: the whole file whatever was asked for. */
	readonly ranges?: boolean;
	/** `false`: chunked, without a length. */
	readonly length?: boolean;
	/** By the number of the request to this file, from 1. */
	readonly etag?: (request: number) => string;
	/** Every request must have it. */
	readonly requires?: { readonly header: string; readonly value: string };
	/** What happens in place of the answer, by the number of the request, from 1. */
	readonly instead?: (request: number, range: string | undefined) => Instead | undefined;
	/** Before each answer. */
	readonly delayMs?: number;
	/** Signed links refuse HEAD; ours is never to use it. */
}

export type Instead =
	| { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
	/** Cuts the connection after so many bytes of the body. */
	| { readonly cutAfter: number }
	/** Says the range that was asked for and gives another one. */
	| { readonly contentRange: string }
	/** The headers, some bytes, and then nothing. */
	| { readonly stallAfter: number };

export interface FileRequest {
	readonly method: string;
	readonly path: string;
	readonly range: string | undefined;
	readonly headers: IncomingMessage['headers'];
	/** Bytes of the body that were handed to the connection. */
	sentBytes: number;
	/** The reader left before the end. */
	aborted: boolean;
}

export interface FileServer {
	readonly url: string;
	readonly requests: FileRequest[];
	/** How many connections were made. */
	readonly connections: number;
	/** How many of them were open at the same time, at most. */
	readonly mostConnections: number;
	/** @returns the file's address */
	add(path: string, file: ServedFile | Buffer): string;
	close(): Promise<void>;
}

const BLOCK = 1024 * 1024;

/** Files over HTTP on loopback, with the faults that file servers have. */
export async function startFileServer(port = 0): Promise<FileServer> {
	const files = new Map<string, ServedFile>();
	const counts = new Map<string, number>();
	const requests: FileRequest[] = [];
	let connections = 0;
	let open = 0;
	let mostConnections = 0;
	const server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		const entry: FileRequest = {
			method: request.method ?? 'GET',
			path,
			range: request.headers.range,
			headers: request.headers,
			sentBytes: 0,
			aborted: false,
		};
		requests.push(entry);
		response.on('close', () => {
			entry.aborted = !response.writableFinished;
		});
		const file = files.get(path);
		const count = (counts.get(path) ?? 0) + 1;
		counts.set(path, count);
		answer(file, count, entry, response).catch(() => response.destroy());
	});
	server.on('connection', (socket) => {
		connections += 1;
		open += 1;
		mostConnections = Math.max(mostConnections, open);
		socket.on('close', () => {
			open -= 1;
		});
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		requests,
		get connections() {
			return connections;
		},
		get mostConnections() {
			return mostConnections;
		},
		add(path, file) {
			counts.delete(path);
			files.set(path, Buffer.isBuffer(file) ? { content: file } : file);
			return `${url}${path}`;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}

async function answer(
	file: ServedFile | undefined,
	count: number,
	entry: FileRequest,
	response: ServerResponse,
): Promise<void> {
	if (!file) {
		end(response, 404, 'not found');
		return;
	}
	if (file.delayMs !== undefined) await delay(file.delayMs);
	const { requires } = file;
	if (requires && entry.headers[requires.header.toLowerCase()] !== requires.value) {
		end(response, 401, 'who are you?');
		return;
	}
	const instead = file.instead?.(count, entry.range);
	if (instead && 'status' in instead) {
		response.writeHead(instead.status, instead.headers);
		response.end(instead.body);
		return;
	}
	if (entry.method !== 'GET') {
		end(response, 405, 'GET only');
		return;
	}
	const content = Buffer.isBuffer(file.content) ? contentOf(file.content) : file.content;
	const range = file.ranges === false ? undefined : parseRange(entry.range, content.size);
	if (range === 'unsatisfiable') {
		response.writeHead(416, { 'Content-Range': `bytes */${content.size}` });
		response.end();
		return;
	}
	const { first, last } = range ?? { first: 0, last: content.size - 1 };
	response.writeHead(range ? 206 : 200, {
		'Content-Type': file.contentType ?? 'video/mp4',
		...(file.length === false ? {} : { 'Content-Length': String(last - first + 1) }),
		...(file.ranges === false ? {} : { 'Accept-Ranges': 'bytes' }),
		...(range
			? {
					'Content-Range':
						instead && 'contentRange' in instead
							? instead.contentRange
							: `bytes ${first}-${last}/${content.size}`,
				}
			: {}),
		...(file.etag ? { ETag: file.etag(count) } : {}),
		...file.headers,
	});
	await send(content, first, last, instead, entry, response);
}

async function send(
	content: Content,
	first: number,
	last: number,
	instead: Instead | undefined,
	entry: FileRequest,
	response: ServerResponse,
): Promise<void> {
	const cut = instead && 'cutAfter' in instead ? first + instead.cutAfter : Infinity;
	const stall = instead && 'stallAfter' in instead ? first + instead.stallAfter : Infinity;
	const stop = Math.min(last + 1, cut, stall);
	for (let offset = first; offset < stop; offset += BLOCK) {
		const bytes = content.read(offset, Math.min(BLOCK, stop - offset));
		entry.sentBytes += bytes.length;
		if (!response.write(bytes)) await drained(response);
		if (response.destroyed) return;
	}
	if (stall <= last) return;
	if (cut <= last) {
		// What was written is to arrive before the connection is cut.
		await new Promise((resolve) => response.write('', resolve));
		response.destroy();
		return;
	}
	response.end();
}

function drained(response: ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			response.off('drain', done).off('close', done);
			resolve();
		};
		response.on('drain', done).on('close', done);
	});
}

function end(response: ServerResponse, status: number, body: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain' });
	response.end(body);
}

/** RFC 9110, 14.1.2: one range, from the start on. */
function parseRange(
	header: string | undefined,
	size: number,
): { first: number; last: number } | 'unsatisfiable' | undefined {
	const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
	if (!match) return undefined;
	const first = Number(match[1]);
	const last = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
	return first >= size ? 'unsatisfiable' : { first, last };
}
