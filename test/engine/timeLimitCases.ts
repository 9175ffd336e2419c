import { getEventListeners } from 'node:events';

import type { IExecuteFunctions } from 'n8n-workflow';

import { ConnectionError, type SendBytes } from '../../linkedin/api/http';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';
import { startDeafServer, type DeafServer } from '../deafServer';
import { DrivenWatch } from '../drivenWatch';
import { failureOf } from '../unit/api/support';
import { serve, type Handler } from '../unit/files/url/support';
import { insideNode } from './insideNode';

/** One way for bytes, opened inside a node. */
export type Plane = (
	execution: IExecuteFunctions,
) => Promise<{ readonly send: SendBytes; readonly close: () => Promise<void> }>;

const TIMEOUT_MS = 10_000;
const put = (url: string) => ({
	method: 'PUT' as const,
	url,
	headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '5' },
	body: Buffer.from('bytes'),
	timeoutMs: TIMEOUT_MS,
});

/** Both ends are in this process: what was sent is there after a few turns of its event loop. */
async function turns(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

const begin = (response: Parameters<Handler>[1]): void => {
	response.writeHead(200, { 'Content-Length': 100 });
	response.write('abc');
};

/** The bounds that hold on every way, whatever its library measures. */
export function timeLimitsHold(name: string, plane: Plane): void {
	describe(`a request by ${name}`, () => {
		let watch: DrivenWatch;
		let deaf: DeafServer;
		beforeAll(async () => {
			deaf = await startDeafServer();
		});
		beforeEach(() => {
			watch = new DrivenWatch();
		});
		afterEach(() => {
			jest.restoreAllMocks();
		});
		afterAll(async () => {
			await deaf.close();
		});

		/** Sends, and what happens meanwhile; nothing of it stays. */
		const failing = (
			origin: string,
			meanwhile: () => Promise<void>,
			signal = new AbortController().signal,
		): Promise<ConnectionError> =>
			insideNode(async (execution) => {
				const { send, close } = await plane(execution);
				const sending = failureOf(ConnectionError, () => send(put(origin), signal));
				await meanwhile();
				const error = await sending;
				expect(watch.count).toBe(0);
				expect(getEventListeners(signal, 'abort')).toEqual([]);
				await close();
				return error;
			});

		test('that nobody answers ends with its own time, and its connection', async () => {
			const server = await serve(() => undefined);
			const error = await failing(server.origin, async () => {
				while (server.requests.length === 0) await new Promise(setImmediate);
				await watch.pass(TIMEOUT_MS);
			});
			expect(error).toMatchObject({
				code: 'ANSWER_TIMEOUT',
				message: 'no response within 10 seconds',
				neverSent: false,
			});
			await server.idle();
		});

		test('whose answer never ends is ended all the same, though something comes all the time', async () => {
			const server = await serve((_request, response) => {
				begin(response);
			});
			const error = await failing(server.origin, async () => {
				while (server.requests.length === 0) await new Promise(setImmediate);
				await turns();
				await watch.pass(TIMEOUT_MS);
			});
			expect(error).toMatchObject({
				code: 'BODY_TIMEOUT',
				message: 'the response did not end within 10 seconds',
				neverSent: false,
			});
			await server.idle();
		});

		test('that finds no connection was never sent', async () => {
			const error = await failing(deaf.origin, async () => {
				await turns();
				await watch.pass(TIMEOUT_MS);
			});
			expect(error).toMatchObject({ code: 'CONNECT_TIMEOUT', neverSent: true });
			expect(error.message).toMatch(/^could not connect within/);
		});

		test('has a bound of its own for connecting', async () => {
			// Nobody connects here, however fast the machine is.
			jest.replaceProperty(TIME_LIMITS, 'connectMs', 20);
			const error = await failing(deaf.origin, () => Promise.resolve());
			expect(error).toMatchObject({ code: 'CONNECT_TIMEOUT', neverSent: true });
		});

		test('whose answer comes slowly, but in time, is answered', async () => {
			const server = await serve(async (_request, response) => {
				response.writeHead(200, { 'Content-Length': 3 });
				for (const letter of 'abc') {
					response.write(letter);
					await turns();
					await watch.pass(TIME_LIMITS.silenceMs);
				}
				response.end();
			});
			const answer = await insideNode(async (execution) => {
				const { send, close } = await plane(execution);
				const sent = await send(put(server.origin));
				await close();
				return sent;
			});
			expect(answer).toMatchObject({ status: 200, body: 'abc' });
		});
	});
}

/** What n8n's helper needs beside: its libraries watch over no silence within an answer. */
export function silenceIsNoticed(plane: Plane): void {
	test('an answer by n8n’s helper that stops arriving is ended long before the request’s time', async () => {
		const watch = new DrivenWatch();
		const server = await serve((_request, response) => {
			begin(response);
		});
		const error = await insideNode(async (execution) => {
			const { send } = await plane(execution);
			const sending = failureOf(ConnectionError, () => send(put(server.origin)));
			for (let look = 0; look < 2; look += 1) {
				while (!watch.isWaiting(TIME_LIMITS.silenceMs)) await new Promise(setImmediate);
				await turns();
				await watch.pass(TIME_LIMITS.silenceMs);
			}
			return sending;
		});
		expect(error).toMatchObject({ code: 'BODY_TIMEOUT', message: 'the response stopped arriving' });
		await server.idle();
		jest.restoreAllMocks();
	});
}
