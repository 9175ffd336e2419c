import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { openBytePlane, type BytePlane } from '../../../nodes/transport/bytePlane';
import { sendPlain } from '../../../nodes/transport/plainRequest';
import { failureOf } from '../api/support';
import { axiosError, callerOn, OPTIONS, REQUEST } from './support';

const ok = { statusCode: 200, headers: {}, body: '' };
const bytes = Buffer.from('bytes');
const put = { ...REQUEST, method: 'PUT' as const, body: bytes };

describe('bytes by n8n’s helper', () => {
	test('go without a credential, and every status is an answer', async () => {
		const { caller, calls, credentials } = callerOn([{ statusCode: 403, body: 'no' }]);
		expect(await sendPlain(caller)(put)).toMatchObject({ status: 403, body: 'no' });
		expect(credentials).toEqual([]);
		expect(calls).toEqual([
			{
				...OPTIONS,
				method: 'PUT',
				body: bytes,
				encoding: 'stream',
				ignoreHttpStatusErrors: true,
				abortSignal: expect.any(AbortSignal) as AbortSignal,
			},
		]);
		expect(calls[0]?.body).toBe(bytes);
	});

	test('end with the signal, and do not go at all after a cancel', async () => {
		const cancel = new AbortController();
		const { caller, calls } = callerOn([]);
		const sending = failureOf(CancelledError, () => sendPlain(caller)(put, cancel.signal));
		expect(calls[0]?.abortSignal?.aborted).toBe(false);
		cancel.abort();
		await sending;
		expect(calls[0]?.abortSignal?.aborted).toBe(true);
		await failureOf(CancelledError, () => sendPlain(caller)(put, AbortSignal.abort()));
		expect(calls).toHaveLength(1);
	});

	test('whose connection is lost and those that are cancelled are told apart', async () => {
		const lost = callerOn([axiosError('socket hang up', 'ECONNRESET')]);
		const error = await failureOf(ConnectionError, () => sendPlain(lost.caller)(put));
		expect(error.code).toBe('ECONNRESET');

		const cancel = new AbortController();
		const caller = {
			helpers: {
				httpRequest: () => {
					cancel.abort();
					return Promise.reject(axiosError('canceled', 'ERR_CANCELED'));
				},
			},
		} as unknown as IExecuteFunctions;
		await failureOf(CancelledError, () => sendPlain(caller)(put, cancel.signal));
	});
});

/** A copy of undici, played. */
function playedUndici({ broken = false, fails = [] as Array<Error | undefined> } = {}) {
	const sent: string[] = [];
	const loads: number[] = [];
	const destroyed: number[] = [];
	const factory = () => {
		loads.push(loads.length);
		return {
			request: (url: string) => {
				const failure = fails[sent.length];
				sent.push(url);
				if (failure) return Promise.reject(failure);
				return Promise.resolve({
					statusCode: 201,
					headers: {},
					body: [],
				});
			},
			buildConnector: () => undefined,
			EnvHttpProxyAgent: class {
				constructor() {
					if (broken) throw new TypeError('Invalid URL');
				}
				destroy(): Promise<void> {
					destroyed.push(destroyed.length);
					return Promise.resolve();
				}
			},
		};
	};
	return { factory, sent, loads, destroyed };
}

describe('the plane of a run', () => {
	const planes: BytePlane[] = [];
	afterEach(async () => {
		// Connections are kept as long as a run needs them.
		for (const plane of planes.splice(0)) await plane.close();
		jest.dontMock('undici');
		jest.resetModules();
	});

	const planeOn = (undici: () => unknown, steps: Parameters<typeof callerOn>[0] = []) => {
		jest.doMock('undici', undici);
		const { caller, calls, logged } = callerOn(steps);
		const plane = openBytePlane(caller);
		planes.push(plane);
		return { plane, calls, logged };
	};

	test('loads nothing before the first part, not even to be closed', async () => {
		const { factory, loads } = playedUndici();
		const { plane } = planeOn(factory);
		await plane.close();
		expect(loads).toEqual([]);
	});

	test('sends parts by undici, and closes it at the end', async () => {
		const { factory, sent, loads, destroyed } = playedUndici();
		const { plane, calls } = planeOn(factory);
		expect((await plane.send(put)).status).toBe(201);
		expect((await plane.send(put)).status).toBe(201);
		expect([sent, loads.length, calls]).toEqual([[put.url, put.url], 1, []]);
		expect(destroyed).toEqual([]);
		await plane.close();
		expect(destroyed).toHaveLength(1);
	});

	test.each(['POST', 'GET', 'DELETE'] as const)(
		'sends a %s by n8n’s helper, on a connection of its own',
		async (method) => {
			const { factory, sent, loads } = playedUndici();
			const { plane, calls } = planeOn(factory, [ok]);
			expect((await plane.send({ ...put, method })).status).toBe(200);
			expect(calls).toHaveLength(1);
			expect([sent, loads]).toEqual([[], []]);
		},
	);

	test('sends nothing after a cancel', async () => {
		const { factory, sent } = playedUndici();
		const { plane } = planeOn(factory);
		await failureOf(CancelledError, () => plane.send(put, AbortSignal.abort()));
		expect(sent).toEqual([]);
	});

	test.each<[string, () => unknown]>([
		[
			'is not there',
			() => {
				throw new Error('Cannot find module');
			},
		],
		['has no request', () => ({ ...playedUndici().factory(), request: undefined })],
		['has no agent', () => ({ ...playedUndici().factory(), EnvHttpProxyAgent: 'agent' })],
		['cannot use the proxy of the environment', playedUndici({ broken: true }).factory],
	])('sends parts by n8n’s helper where undici %s', async (_, factory) => {
		const { plane, calls } = planeOn(factory, [ok]);
		expect((await plane.send(put)).status).toBe(200);
		expect(calls).toHaveLength(1);
		await plane.close();
	});

	const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
	const noTunnel = Object.assign(new Error('Proxy response (403) !== 200 when HTTP Tunneling'), {
		code: 'UND_ERR_ABORTED',
	});

	test.each([refused, noTunnel])(
		'goes on with n8n’s helper where undici gets no connection (%s), and says so once',
		async (failure) => {
			const { factory, sent } = playedUndici({ fails: [failure] });
			const { plane, calls, logged } = planeOn(factory, [ok, ok]);
			for (let part = 0; part < 2; part += 1) expect((await plane.send(put)).status).toBe(200);
			expect([sent.length, calls.length, logged.length]).toEqual([1, 2, 1]);
		},
	);

	test('stays with undici where the helper finds no way either', async () => {
		const { factory, sent } = playedUndici({ fails: [refused] });
		const lost = axiosError('connect ECONNREFUSED', 'ECONNREFUSED');
		const { plane, logged } = planeOn(factory, [lost]);
		const error = await failureOf(ConnectionError, () => plane.send(put));
		expect(error.neverSent).toBe(true);
		expect((await plane.send(put)).status).toBe(201);
		expect([sent.length, logged]).toEqual([2, []]);
	});

	test('stays with undici once it had an answer, and where a request may have arrived', async () => {
		const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
		const { factory, sent } = playedUndici({ fails: [reset, undefined, refused] });
		const { plane, calls } = planeOn(factory);
		await failureOf(ConnectionError, () => plane.send(put));
		expect((await plane.send(put)).status).toBe(201);
		await failureOf(ConnectionError, () => plane.send(put));
		expect([sent.length, calls]).toEqual([3, []]);
	});

	test('stays with undici where another request has got a connection meanwhile', async () => {
		const { factory, sent } = playedUndici({ fails: [refused] });
		const { plane, logged } = planeOn(factory, [ok]);
		await Promise.all([plane.send(put), plane.send(put)]);
		await plane.send(put);
		expect([sent.length, logged]).toEqual([3, []]);
	});

	test('has the connections of another run, and leaves them to it', async () => {
		const { factory, loads, destroyed } = playedUndici();
		const { plane: one } = planeOn(factory);
		const { plane: other } = planeOn(factory);
		await one.send(put);
		await other.send(put);
		await one.close();
		await one.close();
		expect(destroyed).toEqual([]);
		await other.send(put);
		expect(loads).toHaveLength(1);
		await other.close();
		expect(destroyed).toHaveLength(1);
		// The next run's are its own, also where the last one's are just being ended.
		const { plane: next } = planeOn(factory);
		const { plane: last } = planeOn(factory);
		await next.send(put);
		const closing = next.close();
		await last.send(put);
		await closing;
		expect(destroyed).toHaveLength(2);
		await last.close();
		expect(destroyed).toHaveLength(3);
	});
});
