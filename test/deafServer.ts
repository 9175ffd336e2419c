import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A server as behind a firewall that drops what comes: nobody ever gets a connection. */
export interface DeafServer {
	readonly origin: string;
	close(): Promise<void>;
}

/** Listens, and then does nothing at all: it takes no connection out of the system's queue. */
const LISTEN = `
const { createServer } = require('node:net');
const { parentPort } = require('node:worker_threads');
const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
	parentPort.postMessage(server.address().port);
	setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
});
`;

export async function startDeafServer(): Promise<DeafServer> {
	const worker = new Worker(LISTEN, { eval: true });
	const port = await new Promise<number>((resolve) => worker.once('message', resolve));
	const queue: Socket[] = [];
	// More than the queue holds: those that come then are dropped, and ask again and again.
	for (let place = 0; place < 8; place += 1) {
		queue.push(connect(port, '127.0.0.1').on('error', () => undefined));
	}
	// The first of them stand in the queue.
	await new Promise((resolve) => queue[0]?.once('connect', resolve));
	await new Promise((resolve) => queue[1]?.once('connect', resolve));
	return {
		origin: `http://127.0.0.1:${port}`,
		close: async () => {
			for (const socket of queue) socket.destroy();
			await worker.terminate();
		},
	};
}
