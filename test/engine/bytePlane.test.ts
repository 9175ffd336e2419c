import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { IExecuteFunctions } from 'n8n-workflow';

import {
	CancelledError,
	ConnectionError,
	type HttpRequest,
	type SendBytes,
} from '../../linkedin/api/http';
import { openBytePlane } from '../../nodes/transport/bytePlane';
import { sendPlain } from '../../nodes/transport/plainRequest';
import { openUndici } from '../../nodes/transport/bytePlane/undici';
import { failureOf } from '../unit/api/support';
import { bytesOf, reset, serve, type Handler } from '../unit/files/url/support';
import { insideNode } from './insideNode';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function put(url: string, body: Buffer, changes: Partial<HttpRequest> = {}): HttpRequest {
	return {
		method: 'PUT',
		url,
		headers: {
			'Content-Type': 'application/octet-stream',
			'Content-Length': String(body.length),
		},
		body,
		timeoutMs: 10_000,
		...changes,
	};
}

async function received(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Takes the whole body, and answers with its hash. */
const accept: Handler = async (request, response) => {
	response.setHeader('ETag', `"${sha256(await received(request))}"`);
	response.writeHead(200).end();
};

type Plane = (execution: IExecuteFunctions) => Promise<{ send: SendBytes; close(): Promise<void> }>;

const byHelper: Plane = (execution) =>
	Promise.resolve({ send: sendPlain(execution), close: () => Promise.resolve() });

const byUndici: Plane = async () => {
	const opened = await openUndici();
	if (!opened) throw new Error('undici is not there');
	return opened;
};

/** Sends inside a node, and closes the plane afterwards. */
const onPlane = <Result>(open: Plane, work: (send: SendBytes) => Promise<Result>) =>
	insideNode(async (execution) => {
		const plane = await open(execution);
		try {
			return await work(plane.send);
		} finally {
			await plane.close();
		}
	});

describe.each<[string, Plane]>([
	['n8n’s helper', byHelper],
	['undici', byUndici],
])('bytes by %s', (_, plane) => {
	test.each([0, 1, 1000, 65_536, 4_194_304, 10_000_000])(
		'%d of them arrive as they are',
		async (size) => {
			const server = await serve(accept);
			const body = bytesOf(size);
			const answer = await onPlane(plane, (send) =>
				send(put(`${server.origin}/1?sig=a%2Fb%3D`, body)),
			);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('etag')).toBe(`"${sha256(body)}"`);
			expect(server.requests).toHaveLength(1);
			expect(server.requests[0]?.url).toBe('/1?sig=a%2Fb%3D');
		},
	);

	test('go with the headers they were given, with their length, and without a token', async () => {
		const server = await serve(accept);
		const body = bytesOf(1000);
		const headers = { ...put('', body).headers, 'media-type-family': 'STILLIMAGE' };
		await onPlane(plane, (send) => send(put(server.origin, body, { headers })));
		const [request] = server.requests;
		expect(request?.method).toBe('PUT');
		expect(request?.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': '1000',
			'media-type-family': 'STILLIMAGE',
		});
		expect(request?.headers).not.toHaveProperty('authorization');
		expect(request?.headers).not.toHaveProperty('transfer-encoding');
		expect(request?.headers).not.toHaveProperty('expect');
	});

	test.each([200, 201, 204, 301, 307, 400, 401, 403, 404, 410, 413, 429, 500, 503])(
		'that are answered with %d: an answer, with its headers and its text',
		async (code) => {
			const server = await serve(async (request, response) => {
				await received(request);
				response
					.writeHead(code, { Location: '/elsewhere', 'Retry-After': '7', 'X-LI-UUID': 'u' })
					.end(code === 204 ? undefined : '{"message":"naïve"}');
			});
			const answer = await onPlane(plane, (send) => send(put(server.origin, bytesOf(100))));
			expect(answer.status).toBe(code);
			expect(answer.headers.get('retry-after')).toBe('7');
			expect(answer.headers.get('x-li-uuid')).toBe('u');
			expect(answer.body).toBe(code === 204 ? '' : '{"message":"naïve"}');
			// No redirect is followed: the bytes and their signature are LinkedIn's alone.
			expect(server.requests).toHaveLength(1);
		},
	);

	test('whose connection is lost before the answer', async () => {
		const server = await serve(reset);
		const error = await failureOf(ConnectionError, () =>
			onPlane(plane, (send) => send(put(`${server.origin}/?sig=secret`, bytesOf(100)))),
		);
		expect(error.neverSent).toBe(false);
		expect(error.message).not.toContain('secret');
		expect(server.requests).toHaveLength(1);
	});

	test('whose connection is lost in the middle of them', async () => {
		const server = await serve((request) => {
			request.once('data', () => request.socket.resetAndDestroy());
		});
		await failureOf(ConnectionError, () =>
			onPlane(plane, (send) => send(put(server.origin, bytesOf(10_000_000)))),
		);
	});

	test('whose connection is lost in the middle of the answer', async () => {
		const server = await serve((request, response) => {
			response.writeHead(200, { 'Content-Length': 100 });
			response.write('abc', () => request.socket.destroy());
		});
		await failureOf(ConnectionError, () =>
			onPlane(plane, (send) => send(put(server.origin, bytesOf(100)))),
		);
	});

	test('that nobody listens for were never sent', async () => {
		const error = await failureOf(ConnectionError, () =>
			onPlane(plane, (send) => send(put('http://127.0.0.1:1/', bytesOf(100)))),
		);
		expect(error.neverSent).toBe(true);
	});

	test.each<[string, Handler]>([
		['no answer', () => undefined],
		[
			'half an answer',
			(_request, response) => {
				response.writeHead(200, { 'Content-Length': 100 });
				response.write('abc');
			},
		],
	])('that get %s in time', async (_words, handler) => {
		const server = await serve(handler);
		const error = await failureOf(ConnectionError, () =>
			onPlane(plane, (send) => send(put(server.origin, bytesOf(100), { timeoutMs: 50 }))),
		);
		expect(error.neverSent).toBe(false);
		await server.idle();
	});

	test('of a cancelled execution are not sent', async () => {
		const server = await serve(accept);
		await failureOf(CancelledError, () =>
			onPlane(plane, (send) => send(put(server.origin, bytesOf(100)), AbortSignal.abort())),
		);
		expect(server.requests).toEqual([]);
	});

	test.each<[string, (stop: () => void) => Handler]>([
		[
			'while they are sent',
			(stop) => (request) => {
				request.once('data', stop);
			},
		],
		[
			'before the answer',
			(stop) => async (request) => {
				await received(request);
				stop();
			},
		],
		[
			'in the middle of the answer',
			(stop) => async (request, response) => {
				await received(request);
				response.writeHead(200, { 'Content-Length': 100 });
				response.write('abc', () => {
					stop();
				});
			},
		],
	])('that are cancelled %s end at once, with their connection', async (_words, handler) => {
		const cancel = new AbortController();
		const server = await serve(
			handler(() => {
				cancel.abort();
			}),
		);
		await failureOf(CancelledError, () =>
			onPlane(plane, (send) => send(put(server.origin, bytesOf(1_000_000)), cancel.signal)),
		);
		expect(server.requests).toHaveLength(1);
		await server.idle();
	});

	test('leave nothing at the signal when they have arrived', async () => {
		const server = await serve(accept);
		const { signal } = new AbortController();
		const listeners = new Set<unknown>();
		jest.spyOn(signal, 'addEventListener').mockImplementation((_type, listener) => {
			listeners.add(listener);
		});
		jest.spyOn(signal, 'removeEventListener').mockImplementation((_type, listener) => {
			listeners.delete(listener);
		});
		await onPlane(plane, async (send) => {
			for (let turn = 0; turn < 3; turn += 1) await send(put(server.origin, bytesOf(100)), signal);
		});
		expect(listeners.size).toBe(0);
	});

	test('of many parts at the same time arrive each by itself', async () => {
		const server = await serve(accept);
		const parts = Array.from({ length: 12 }, (_part, index) => bytesOf(10_000 + index));
		const answers = await onPlane(plane, (send) =>
			Promise.all(parts.map((body, index) => send(put(`${server.origin}/${index}`, body)))),
		);
		expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(
			parts.map((body) => `"${sha256(body)}"`),
		);
		await server.idle();
	});
});

/** Ports at the other end, one for each connection. */
const ports = (requests: readonly IncomingMessage[]): number[] =>
	requests.map(({ socket }) => socket.remotePort ?? 0);

describe('connections of undici', () => {
	/** The second request of each connection finds it closed. */
	const closing: Handler = async (request, response, turn) => {
		const { socket } = request;
		if (used.has(socket)) {
			socket.destroy();
			return;
		}
		used.add(socket);
		await accept(request, response, turn);
	};
	const used = new WeakSet();

	test('that the server has closed meanwhile cost a new one, and no try', async () => {
		const server = await serve(closing);
		const bodies = [bytesOf(10), bytesOf(1000), bytesOf(100_000)];
		const etags = await onPlane(byUndici, async (send) => {
			const found: Array<string | undefined> = [];
			for (const body of bodies) {
				found.push((await send(put(server.origin, body))).headers.get('etag'));
			}
			return found;
		});
		expect(etags).toEqual(bodies.map((body) => `"${sha256(body)}"`));
	});

	test('that die at once when they are new are a failure', async () => {
		const server = await serve(reset);
		await failureOf(ConnectionError, () =>
			onPlane(byUndici, (send) => send(put(server.origin, bytesOf(100)))),
		);
		expect(server.requests).toHaveLength(1);
	});

	test('are as many as lanes, however many parts there are', async () => {
		const remote: number[] = [];
		const server = await serve(async (request, response, turn) => {
			remote.push(request.socket.remotePort ?? 0);
			await accept(request, response, turn);
		});
		await onPlane(byUndici, async (send) => {
			const lane = async (): Promise<void> => {
				for (let part = 0; part < 10; part += 1) await send(put(server.origin, bytesOf(1000)));
			};
			await Promise.all([lane(), lane(), lane()]);
		});
		expect(server.requests).toHaveLength(30);
		expect(new Set(remote).size).toBeLessThanOrEqual(3);
	});

	test('stay open between parts and are closed at the end', async () => {
		const server = await serve(accept);
		await onPlane(byUndici, async (send) => {
			await send(put(server.origin, bytesOf(10)));
			expect(server.sockets.size).toBe(1);
			await send(put(server.origin, bytesOf(10)));
			expect(server.sockets.size).toBe(1);
		});
		await server.idle();
	});

	test('that the server has closed in the meantime are made anew', async () => {
		const server = await serve(accept);
		await onPlane(byUndici, async (send) => {
			await send(put(server.origin, bytesOf(10)));
			for (const socket of server.sockets) socket.destroy();
			await server.idle();
			// Whether the client has seen it yet or not: a PUT may be sent again.
			const again = () => send(put(server.origin, bytesOf(10)));
			expect((await again().catch(again)).status).toBe(200);
		});
	});
});

/** More than the system takes from a process at once. */
const LARGE = 32 * 1024 * 1024;

describe('an answer to bytes of undici that comes before they were read', () => {
	/** Whole for the client; ending it here would make Node read the rest of the request. */
	const unread =
		(code: number): Handler =>
		(_request, response) => {
			response.writeHead(code, { 'Content-Length': 5, 'Retry-After': '7' }).write('words');
		};

	test('is told when the last of them has left: their buffer may be used again', async () => {
		let first: Promise<Buffer> | undefined;
		const server = await serve((request, response) => {
			response.writeHead(200, { ETag: '"early"' }).end('words');
			const bytes = received(request);
			first ??= bytes;
		});
		const body = bytesOf(LARGE);
		const sent = sha256(body);
		await onPlane(byUndici, async (send) => {
			expect((await send(put(server.origin, body))).headers.get('etag')).toBe('"early"');
			body.fill(0);
			await first;
		});
		expect(first && sha256(await first)).toBe(sent);
		await server.idle();
	});

	test('is waited for without looking again and again', async () => {
		const timers = jest.spyOn(globalThis, 'setTimeout');
		const server = await serve(unread(200));
		await failureOf(ConnectionError, () =>
			onPlane(byUndici, (send) => send(put(server.origin, bytesOf(LARGE), { timeoutMs: 2000 }))),
		);
		const short = timers.mock.calls.filter(([, milliseconds = 0]) => milliseconds < 10);
		timers.mockRestore();
		expect(short.length).toBeLessThan(10);
	});

	test('is none where the server does not read on', async () => {
		const server = await serve(unread(200));
		const error = await failureOf(ConnectionError, () =>
			onPlane(byUndici, (send) => send(put(server.origin, bytesOf(LARGE), { timeoutMs: 2000 }))),
		);
		expect(error.message).toBe('the response arrived before the file was sent');
	});

	test('is none where the connection ends before', async () => {
		const server = await serve((request, response, turn) => {
			void unread(200)(request, response, turn);
			setImmediate(() => request.socket.resetAndDestroy());
		});
		await failureOf(ConnectionError, () =>
			onPlane(byUndici, (send) => send(put(server.origin, bytesOf(LARGE)))),
		);
		await server.idle();
	});

	test('ends with the execution', async () => {
		const cancel = new AbortController();
		const server = await serve((request, response, turn) => {
			void unread(200)(request, response, turn);
			setImmediate(() => {
				cancel.abort();
			});
		});
		await failureOf(CancelledError, () =>
			onPlane(byUndici, (send) => send(put(server.origin, bytesOf(LARGE)), cancel.signal)),
		);
	});

	test('is an answer at once where it is a refusal, and nothing waits behind the rest', async () => {
		const server = await serve((request, response, turn) =>
			turn === 0 ? unread(503)(request, response, turn) : accept(request, response, turn),
		);
		await onPlane(byUndici, async (send) => {
			const answer = await send(put(server.origin, bytesOf(LARGE)));
			expect([answer.status, answer.headers.get('retry-after'), answer.body]).toEqual([
				503,
				'7',
				'words',
			]);
			expect((await send(put(server.origin, bytesOf(10)))).status).toBe(200);
		});
	});
});

describe('the plane of a run', () => {
	const onRun = <Result>(
		work: (plane: ReturnType<typeof openBytePlane>) => Promise<Result>,
	): Promise<Result> =>
		insideNode(async (execution) => {
			const plane = openBytePlane(execution);
			try {
				return await work(plane);
			} finally {
				await plane.close();
			}
		});

	test('keeps connections for parts, and never sends a POST over one of them', async () => {
		const remote: string[] = [];
		const server = await serve(async (request, response, turn) => {
			remote.push(`${request.method ?? ''} ${request.socket.remotePort ?? 0}`);
			await accept(request, response, turn);
		});
		await onRun(async ({ send }) => {
			for (const method of ['PUT', 'POST', 'PUT', 'POST'] as const)
				await send(put(server.origin, bytesOf(10), { method }));
		});
		const [put1, post1, put2, post2] = remote;
		expect(put1).toBe(put2);
		expect(new Set([put1, post1, put2, post2].map((line) => line?.split(' ')[1])).size).toBe(3);
		expect(post1).not.toBe(post2);
		await server.idle();
	});

	test.each<[string, () => unknown]>([
		[
			'is not there',
			() => {
				throw new Error('Cannot find module undici');
			},
		],
		['is another one', () => ({ request: () => undefined })],
		['is no module that is known', () => 'undici'],
	])('where undici %s is n8n’s helper', async (_, factory) => {
		jest.doMock('undici', factory);
		try {
			const server = await serve(accept);
			const body = bytesOf(1000);
			const answer = await onRun((plane) => plane.send(put(server.origin, body)));
			expect(answer.headers.get('etag')).toBe(`"${sha256(body)}"`);
			expect(ports(server.requests)).toHaveLength(1);
		} finally {
			jest.dontMock('undici');
		}
	});
});
