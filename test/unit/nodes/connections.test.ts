import { PassThrough } from 'stream';

import { Connections, type Connector } from '../../../nodes/transport/bytePlane/connections';

test('a connection that is only being made is ended with the request, one that stands is not', () => {
	const sockets = [new PassThrough(), new PassThrough()];
	const told: Array<Parameters<Connector>[1]> = [];
	const connections = new Connections((_, callback) => {
		told.push(callback);
		return sockets[told.length - 1];
	});
	const options = { hostname: 'localhost', protocol: 'https:', port: '443' };
	for (let index = 0; index < 2; index += 1) connections.connect(options, () => undefined);
	const [first] = told;
	first?.(null, sockets[0] as never);
	expect(connections.areMade).toBe(true);
	connections.dropMaking();
	expect(sockets.map(({ destroyed }) => destroyed)).toEqual([false, true]);
	expect([connections.areMade, connections.sockets.size]).toEqual([false, 1]);
});
