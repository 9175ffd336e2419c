import dns from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { openBytePlane } from '../../nodes/transport/bytePlane';
import { openUndici } from '../../nodes/transport/bytePlane/undici';
import { sendPlain } from '../../nodes/transport/plainRequest';
import { insideNode } from './insideNode';

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const HOST = 'uploads.example.test';

/** What came, and to whom: neither of them answers with a success. */
const seen = new Set<'proxy' | 'direct'>();
const servers: Server[] = [];
let proxy = '';
let port = 0;

async function listening(who: 'proxy' | 'direct'): Promise<number> {
	const server = createServer((_request, response) => {
		response.writeHead(418).end();
	});
	server
		.on('connection', () => seen.add(who))
		.on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'))
		.on('clientError', (_error, socket) => socket.destroy());
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
	proxy = `http://127.0.0.1:${await listening('proxy')}`;
	port = await listening('direct');
	const lookup = (...given: unknown[]): void => {
		const done = given.at(-1) as (error: null, ...found: unknown[]) => void;
		const { all } = given[1] as { all?: boolean };
		if (all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
		else done(null, '127.0.0.1', 4);
	};
	jest.spyOn(dns, 'lookup').mockImplementation(lookup);
});
beforeEach(forget);
afterEach(forget);
afterAll(async () => {
	jest.restoreAllMocks();
	for (const server of servers) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

function forget(): void {
	for (const name of VARIABLES) {
		Reflect.deleteProperty(process.env, name);
		Reflect.deleteProperty(process.env, name.toLowerCase());
	}
	seen.clear();
}

const put = (scheme: string) => ({
	method: 'PUT' as const,
	url: `${scheme}://${HOST}:${port}/`,
	headers: { 'Content-Length': '5' },
	body: Buffer.from('bytes'),
	timeoutMs: 10_000,
});

/** Where a request goes, by undici and by n8n's helper. */
const ways = (scheme: string): Promise<string[]> =>
	insideNode(async (execution) => {
		const found: string[] = [];
		const undici = await openUndici();
		for (const send of [undici?.send, sendPlain(execution)]) {
			seen.clear();
			await send?.(put(scheme)).catch(() => undefined);
			found.push([...seen].join(' and '));
		}
		await undici?.close();
		return found;
	});

/** `proxy` stands for the address of one. */
test.each<[string, Record<string, string>, string, string]>([
	['http', { HTTP_PROXY: 'proxy' }, 'proxy', 'proxy'],
	['https', { HTTPS_PROXY: 'proxy' }, 'proxy', 'proxy'],
	['https', { https_proxy: 'proxy' }, 'proxy', 'proxy'],
	['https', { HTTP_PROXY: 'proxy' }, 'proxy', 'direct'],
	['https', { ALL_PROXY: 'proxy' }, 'direct', 'proxy'],
	['http', { ALL_PROXY: 'proxy' }, 'direct', 'proxy'],
	['https', { HTTPS_PROXY: 'proxy', NO_PROXY: HOST }, 'direct', 'direct'],
	['https', { HTTPS_PROXY: 'proxy', NO_PROXY: '*' }, 'direct', 'direct'],
	['https', { HTTPS_PROXY: 'proxy', NO_PROXY: 'example.test' }, 'direct', 'proxy'],
	['https', { HTTPS_PROXY: 'proxy', NO_PROXY: '.example.test' }, 'direct', 'direct'],
	['https', { HTTPS_PROXY: 'proxy', NO_PROXY: '*.example.test' }, 'direct', 'direct'],
	['https', { HTTPS_PROXY: 'proxy', NO_PROXY: '*ample.test' }, 'proxy', 'direct'],
])('%s with %j: undici %s, n8n’s helper %s', async (scheme, variables, byUndici, byHelper) => {
	for (const [name, value] of Object.entries(variables)) {
		process.env[name] = value === 'proxy' ? proxy : value;
	}
	expect(await ways(scheme)).toEqual([byUndici, byHelper]);
});

test('where undici finds no way and n8n’s helper does, the run goes on with the helper, and says so once', async () => {
	process.env.ALL_PROXY = proxy;
	// Nobody listens there: only the proxy leads on.
	const request = { ...put('http'), url: `http://${HOST}:1/` };
	await insideNode(async (execution) => {
		const warn = jest.spyOn(execution.logger, 'warn');
		const plane = openBytePlane(execution);
		for (let part = 0; part < 3; part += 1) {
			expect((await plane.send(request)).status).toBe(418);
		}
		expect(warn.mock.calls).toEqual([[expect.stringContaining('n8n’s own HTTP helper')]]);
		await plane.close();
	});
});
