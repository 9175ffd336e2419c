import type { IExecuteFunctions } from 'n8n-workflow';
import { Readable } from 'node:stream';

import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { readUrl } from '../../../nodes/transport/readUrl';
import { failureOf } from '../api/support';
import { axiosError, httpRequestGiving } from './support';

const REQUEST = {
	url: 'https://example.com/talk.mp4?sig=secret',
	headers: { A: 'b' },
	timeoutMs: 7,
};

/** n8n's helper, played: one answer. */
function reading(answer: unknown) {
	const { calls, httpRequest } = httpRequestGiving(answer);
	const execution = { helpers: { httpRequest } } as unknown as IExecuteFunctions;
	return { calls, read: readUrl(execution) };
}

async function take(body: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

test('n8n is asked for a stream, whatever the status, without redirects', async () => {
	const body = Readable.from([Buffer.from('ab'), Buffer.from('c')]);
	const { read, calls } = reading({ statusCode: 206, headers: { ETag: '"1"' }, body });
	const answer = await read(REQUEST);
	expect(answer.status).toBe(206);
	expect(answer.headers.get('etag')).toBe('"1"');
	expect(await take(answer.body)).toBe('abc');
	expect(calls).toEqual([
		{
			method: 'GET',
			url: REQUEST.url,
			headers: { A: 'b' },
			timeout: 7,
			agentOptions: { timeout: 20_000 },
			encoding: 'stream',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [200, 203, 206] },
			abortSignal: expect.any(AbortSignal) as AbortSignal,
		},
	]);
});

test.each([
	[undefined, 0],
	[{ statusCode: '200', headers: 'none', body: 'text' }, 0],
	[{ statusCode: 204 }, 204],
])('%j has no body', async (full, status) => {
	const answer = await reading(full).read(REQUEST);
	expect(answer.status).toBe(status);
	expect(await take(answer.body)).toBe('');
	expect(() => {
		answer.discard();
	}).not.toThrow();
});

describe('the signal', () => {
	test('that has ended sends nothing', async () => {
		const { read, calls } = reading({ statusCode: 200 });
		await failureOf(CancelledError, () => read(REQUEST, AbortSignal.abort()));
		expect(calls).toEqual([]);
	});

	test('ends the connection, and a body that gives nothing', async () => {
		const body = new Readable({ read: () => undefined });
		const stop = new AbortController();
		const { read, calls } = reading({ statusCode: 200, headers: {}, body });
		const answer = await read(REQUEST, stop.signal);
		const reader = failureOf(CancelledError, () => take(answer.body));
		await new Promise(setImmediate);
		expect(calls[0]?.abortSignal?.aborted).toBe(false);
		stop.abort();
		await reader;
		expect(calls[0]?.abortSignal?.aborted).toBe(true);
		expect(body.destroyed).toBe(true);
	});

	test.each(['read', 'discarded', 'without a body', 'failed'])(
		'is left alone when an answer was %s',
		async (how) => {
			const { signal } = new AbortController();
			const listeners = new Set<unknown>();
			jest.spyOn(signal, 'addEventListener').mockImplementation((_type, listener) => {
				listeners.add(listener);
			});
			jest.spyOn(signal, 'removeEventListener').mockImplementation((_type, listener) => {
				listeners.delete(listener);
			});
			const body = Readable.from([Buffer.from('abc')]);
			const full = { statusCode: 200, headers: {}, ...(how === 'without a body' ? {} : { body }) };
			const { read } = reading(how === 'failed' ? axiosError('lost', 'ECONNRESET') : full);
			const answer = await read(REQUEST, signal).catch(() => undefined);
			if (how === 'read' && answer) await take(answer.body);
			if (how === 'discarded') answer?.discard();
			await new Promise(setImmediate);
			expect(listeners.size).toBe(0);
		},
	);
});

test('a body that fails while nobody reads it harms nobody', async () => {
	const body = new Readable({ read: () => undefined });
	const answer = await reading({ statusCode: 200, headers: {}, body }).read(REQUEST);
	body.destroy(new Error('aborted'));
	await new Promise(setImmediate);
	await expect(take(answer.body)).rejects.toThrow();
});

describe('n8n’s failure', () => {
	test('of a connection is one', async () => {
		const { read } = reading(axiosError('socket hang up', 'ECONNRESET', { url: REQUEST.url }));
		expect((await failureOf(ConnectionError, () => read(REQUEST))).code).toBe('ECONNRESET');
	});

	test('with an answer that broke off is one too', async () => {
		const response = { status: 502, data: 'no' };
		const { read } = reading(axiosError('bad', 'ERR_BAD_RESPONSE', { url: REQUEST.url, response }));
		await failureOf(ConnectionError, () => read(REQUEST));
	});

	test('because its network policy forbids the address says so, without the link’s query', async () => {
		const { read } = reading(
			new Error('The request was blocked because it resolves to a restricted IP address'),
		);
		const problem = await failureOf(Problem, () => read(REQUEST));
		expect(problem.message).toBe(
			'n8n isn’t allowed to read https://example.com/talk.mp4: The request was blocked because it resolves to a restricted IP address',
		);
		expect(problem.description).toContain('network policy');
		expect(`${problem.message}${String(problem.description)}`).not.toMatch(/secret|LinkedIn/);
	});

	test('about another address is no token of LinkedIn’s that ended', async () => {
		const response = { status: 401 };
		const error = axiosError('no', 'ERR_BAD_REQUEST', {
			url: 'https://example.com/else',
			response,
		});
		await failureOf(ConnectionError, () => reading(error).read(REQUEST));
	});
});
