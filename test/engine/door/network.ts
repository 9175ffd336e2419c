import dns from 'node:dns';
import { createServer, request as ask, type Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** What listens on this machine while somebody tries to send bytes elsewhere. */
export interface Network {
	/** Where bytes must never come; every name that is looked up leads to this machine. */
	readonly foreignPort: number;
	/** Connections to it: a byte needs one. */
	foreign: number;
	readonly proxy: string;
	/** Each place that the proxy was asked to lead to, as `host:port`. */
	readonly asked: string[];
	close(): Promise<void>;
}

/** @param linkedIn the one place that the proxy leads to */
export async function openNetwork(linkedIn: URL): Promise<Network> {
	const counter = net.createServer((socket) => {
		network.foreign += 1;
		socket.destroy();
	});
	const proxy = createServer((request, response) => {
		const { url = '', method, headers } = request;
		const place = placeOf(url);
		asked.push(place);
		if (place !== linkedIn.host) return void response.writeHead(403).end();
		const through = ask(url, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
			answer.pipe(response);
		});
		through.on('error', () => response.destroy());
		request.pipe(through);
	});
	const sockets = new Set<net.Socket>();
	proxy.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	proxy.on('connect', ({ url }, socket) => {
		const place = placeOf(`http://${url ?? ''}`);
		asked.push(place);
		socket.on('error', () => undefined);
		if (place !== linkedIn.host) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		const through = net.connect(Number(linkedIn.port), linkedIn.hostname);
		through.on('error', () => socket.destroy()).on('close', () => socket.destroy());
		socket.on('close', () => through.destroy());
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		socket.pipe(through).pipe(socket);
	});
	const lookups = jest.spyOn(dns, 'lookup').mockImplementation(toThisMachine);
	const asked: string[] = [];
	const network: Network = {
		foreignPort: await listening(counter),
		foreign: 0,
		proxy: `http://127.0.0.1:${await listening(proxy)}`,
		asked,
		close: async () => {
			lookups.mockRestore();
			// A tunnel is none of the server's any more.
			for (const socket of sockets) socket.destroy();
			await Promise.all([closed(counter), closed(proxy)]);
		},
	};
	return network;
}

function placeOf(url: string): string {
	const { host, port, protocol } = new URL(url);
	return port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host;
}

function toThisMachine(...given: unknown[]): void {
	const done = given.at(-1) as (error: null, ...found: unknown[]) => void;
	const options = given[1] as { all?: boolean } | undefined;
	if (options?.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
	else done(null, '127.0.0.1', 4);
}

async function listening(server: Server | net.Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

function closed(server: Server | net.Server): Promise<unknown> {
	return new Promise((resolve) => server.close(resolve));
}
