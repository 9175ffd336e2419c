import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const CHUNK = Buffer.alloc(64 * 1024, ' ');

/** Beyond it even a server without an end stops, so that a reader without a bound comes to one. */
const MOST = 96 * 1024 * 1024;

/** A server that answers in LinkedIn's place, and counts what was taken. */
export interface HostileServer {
	readonly url: string;
	requests: number;
	/** Bytes of bodies that connections took. */
	sentBytes: number;
	/** Answers whose reader left before the end. */
	left: number;
	close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** @param answer default: JSON's beginning, and spaces without an end */
export async function startHostileServer(answer?: Answer): Promise<HostileServer> {
	const server = createServer((request, response) => {
		hostile.requests += 1;
		request.resume();
		response.on('close', () => {
			if (!response.writableFinished) hostile.left += 1;
		});
		if (answer) void answer(request, response);
		else endless(response, (bytes) => (hostile.sentBytes += bytes));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const hostile: HostileServer = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests: 0,
		sentBytes: 0,
		left: 0,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
	return hostile;
}

/** JSON's beginning, unless headers are there already, and spaces without an end. */
export function endless(
	response: ServerResponse,
	onSent: (bytes: number) => unknown = () => undefined,
): void {
	if (!response.headersSent) response.writeHead(200, { 'Content-Type': 'application/json' });
	let sent = 0;
	const more = (): void => {
		while (sent < MOST && !response.destroyed) {
			sent += CHUNK.length;
			onSent(CHUNK.length);
			if (!response.write(CHUNK)) return void response.once('drain', more);
		}
		response.end();
	};
	more();
}
