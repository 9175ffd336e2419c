import { createServer } from 'node:net';

/** A free port on 127.0.0.1. All are reserved at once, so that no two of them are the same. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer());
	const ports = await Promise.all(
		servers.map(
			(server) =>
				new Promise<number>((resolve, reject) => {
					server.once('error', reject).listen(0, '127.0.0.1', () => {
						const address = server.address();
						if (address === null || typeof address === 'string') reject(new Error('no port'));
						else resolve(address.port);
					});
				}),
		),
	);
	await Promise.all(
		servers.map(
			(server) =>
				new Promise<void>((resolve) => {
					server.close(() => {
						resolve();
					});
				}),
		),
	);
	return ports;
}

export async function freePort(): Promise<number> {
	const [port] = await freePorts(1);
	if (port === undefined) throw new Error('no free port on 127.0.0.1');
	return port;
}
