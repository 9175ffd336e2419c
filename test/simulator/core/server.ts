import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Connections } from './connections';

type Listener = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

const loopback = '127.0.0.1';

/** No status of LinkedIn's: the simulator itself is broken. */
export const defectStatus = 599;

/** Listens on loopback and nowhere else: whoever can reach it can take tokens from it. */
export async function listen(
	port: number,
	connections: Connections,
	listener: Listener,
): Promise<{ server: Server; origin: string }> {
	// So long that a rule, and not Node, refuses a long address.
	const server = createServer({ maxHeaderSize: 128 * 1024 }, (message, response) => {
		listener(message, response).catch((error: unknown) => {
			answerDefect(response, error);
		});
	});
	// A slow client is not refused: 5 GB take their time.
	server.requestTimeout = 0;
	server.keepAliveTimeout = 60_000;
	server.on('connection', (socket) => {
		connections.add(socket);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, loopback, resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('no TCP port');
	return { server, origin: `http://${loopback}:${address.port}` };
}

/** A mistake in the simulator itself must not look like an answer of LinkedIn. */
function answerDefect(response: ServerResponse, error: unknown): void {
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	if (!response.headersSent) response.writeHead(defectStatus, { 'content-type': 'text/plain' });
	response.end(`The simulator has a defect:\n${text}\n`);
}
