import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, ConnectionError, RenewalError } from '../../../linkedin/api/http';
import type { JsonFields } from '../../../linkedin/api/parse';
import { Problem } from '../../../linkedin/problem';
import { isUnclear } from '../../../linkedin/api/retry';
import { answer, clientOn, failureOf, GET, POST, RETRY } from './support';

const read = (fields: JsonFields): string => fields.string('id');
const found = answer(200, { id: 'C1' });
const busy = answer(503, { message: 'busy' }, { 'x-li-uuid': 'u1' });
const reset = new ConnectionError('socket hang up', 'ECONNRESET');
const refusedConnection = new ConnectionError('connect ECONNREFUSED', 'ECONNREFUSED');

describe('a request', () => {
	test('of a GET has the protocol’s headers and no body', async () => {
		const { client, requests } = clientOn([found]);
		expect(await client.call(GET, read)).toBe('C1');
		expect(requests).toEqual([
			{
				method: 'GET',
				url: 'https://api.linkedin.com/rest/videos/urn%3Ali%3Avideo%3AC1',
				headers: {
					Accept: 'application/json',
					'X-Restli-Protocol-Version': '2.0.0',
					'X-RestLi-Method': 'get',
					'Linkedin-Version': '202607',
				},
				timeoutMs: 60_000,
			},
		]);
	});

	test('of a POST has its body as JSON', async () => {
		const { client, requests } = clientOn([found]);
		await client.call(POST, read);
		expect(requests).toEqual([
			expect.objectContaining({
				method: 'POST',
				url: 'https://api.linkedin.com/rest/videos?action=initializeUpload',
				headers: {
					Accept: 'application/json',
					'Content-Type': 'application/json',
					'X-Restli-Protocol-Version': '2.0.0',
					'X-RestLi-Method': 'action',
					'Linkedin-Version': '202607',
				},
				body: '{"initializeUploadRequest":{"owner":"urn:li:person:m3mbEr_1"}}',
			}),
		]);
	});

	test.each([
		'get',
		'batch_get',
		'finder',
		'partial_update',
		'action',
		'create',
		'delete',
	] as const)('tells Rest.li its method: %s', async (restliMethod) => {
		const { client, requests } = clientOn([answer(204)]);
		await client.callWithoutAnswer({ ...GET, restliMethod });
		expect(requests[0]?.headers['X-RestLi-Method']).toBe(restliMethod);
	});

	test('goes to the credential’s own base URL', async () => {
		const { client, requests } = clientOn([found], { baseUrl: 'https://gateway.example/li' });
		await client.call(GET, read);
		expect(requests[0]?.url).toBe('https://gateway.example/li/rest/videos/urn%3Ali%3Avideo%3AC1');
	});
});

describe('a GET', () => {
	test('is repeated after the delays of the policy until it succeeds', async () => {
		const { client, requests, waits } = clientOn([busy, reset, found]);
		expect(await client.call(GET, read)).toBe('C1');
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([50, 100]);
		expect(client.retries).toBe(2);
	});

	test('fails with the last failure when the policy gives up', async () => {
		const { client, requests, waits } = clientOn([reset, answer(500), busy]);
		const error = await failureOf(LinkedInError, () => client.call(GET, read));
		expect(error).toMatchObject({
			message: 'Could not read the video: LinkedIn returned a server error',
			status: 503,
			requestId: 'u1',
		});
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([50, 100]);
	});

	test('waits as long as LinkedIn asks', async () => {
		const slow = answer(429, { code: 'TOO_MANY_REQUESTS' }, { 'Retry-After': '7' });
		const { client, waits } = clientOn([slow, found]);
		await client.call(GET, read);
		expect(waits).toEqual([7050]);
	});

	test('gives up where LinkedIn asks for longer than the policy allows', async () => {
		const { client, requests, waits } = clientOn([answer(429, '', { 'Retry-After': '3600' })]);
		const error = await failureOf(LinkedInError, () => client.call(GET, read));
		expect(error.retryAfterMs).toBe(3_600_000);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	test.each([400, 401, 403, 404, 409, 422, 302])('is not repeated after %d', async (status) => {
		const { client, requests } = clientOn([answer(status)]);
		const error = await failureOf(LinkedInError, () => client.call(GET, read));
		expect(error.status).toBe(status);
		expect(requests).toHaveLength(1);
		expect(client.retries).toBe(0);
	});

	test('without an answer to any try is not called unclear', async () => {
		const { client } = clientOn([reset, reset, reset]);
		const error = await failureOf(LinkedInError, () => client.call(GET, read));
		expect(error.message).toBe('Could not read the video: LinkedIn didn’t respond');
		expect(error.description).not.toContain('unknown');
	});
});

describe('a policy of the call’s own', () => {
	test('takes the place of the client’s', async () => {
		const { client, requests, waits } = clientOn([busy]);
		const once = { ...GET, retry: { ...RETRY, maxRetries: 0 } };
		const error = await failureOf(LinkedInError, () => client.call(once, read));
		expect(error.status).toBe(503);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	test('may be more patient too, and is the call’s alone', async () => {
		const { client, waits } = clientOn([busy, found, busy, found], {
			retry: { ...RETRY, maxRetries: 0 },
		});
		const patient = { ...GET, retry: { ...RETRY, baseDelayMs: 1000 } };
		expect(await client.call(patient, read)).toBe('C1');
		expect(waits).toEqual([500]);
		await failureOf(LinkedInError, () => client.call(GET, read));
		expect(waits).toEqual([500]);
	});
});

describe('a POST', () => {
	test.each([
		['503', busy],
		['408', answer(408)],
	])('is never repeated after %s', async (status, step) => {
		const { client, requests, waits } = clientOn([step]);
		const error = await failureOf(LinkedInError, () => client.call(POST, read));
		expect(String(error.status)).toBe(status);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	test('refused by the rate limit was not carried out: it goes again', async () => {
		const limited = answer(429, '', { 'Retry-After': '1' });
		const { client, requests, waits } = clientOn([limited, found]);
		expect(await client.call(POST, read)).toBe('C1');
		expect(requests).toHaveLength(2);
		expect(waits).toEqual([1050]);
	});

	test.each([
		['a web page', answer(200, '<!DOCTYPE html><h1>Sign in</h1>')],
		['a web page by its type', answer(200, '', { 'Content-Type': 'text/html; charset=utf-8' })],
		['broken JSON', answer(200, '{"value":')],
		['plain words', answer(204, 'OK')],
	])('whose success is %s is no success: nobody knows what became of it', async (_, step) => {
		const { client, requests } = clientOn([step]);
		const error = await failureOf(LinkedInError, () => client.callWithoutAnswer(POST));
		expect(error.code).toBe('UNEXPECTED_ANSWER');
		expect(isUnclear(error)).toBe(true);
		expect(requests).toHaveLength(1);
	});

	test('without an answer is never repeated and called unclear', async () => {
		const { client, requests } = clientOn([reset]);
		const error = await failureOf(LinkedInError, () => client.callWithoutAnswer(POST));
		expect(error.code).toBe('ECONNRESET');
		expect(error.message).toContain('LinkedIn didn’t respond');
		expect(error.description).toContain('It’s unclear whether LinkedIn received the request');
		expect(requests).toHaveLength(1);
	});

	test('that never reached LinkedIn is repeated', async () => {
		const { client, requests, waits } = clientOn([refusedConnection, refusedConnection, found]);
		expect(await client.call(POST, read)).toBe('C1');
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([50, 100]);
		expect(client.retries).toBe(2);
	});

	test('that never reaches LinkedIn fails without a doubt', async () => {
		const { client, requests } = clientOn(Array<Error>(3).fill(refusedConnection));
		const error = await failureOf(LinkedInError, () => client.call(POST, read));
		expect(error).toMatchObject({
			message: 'Could not start the upload of "talk.mp4": LinkedIn can’t be reached',
			description:
				'Check your network, then try again. The connection reported: "connect ECONNREFUSED" (ECONNREFUSED).',
			code: 'ECONNREFUSED',
		});
		expect(requests).toHaveLength(3);
	});

	test('that may have arrived at a later try is not sent once more', async () => {
		const { client, requests } = clientOn([refusedConnection, reset]);
		const error = await failureOf(LinkedInError, () => client.call(POST, read));
		expect(error.description).toContain('It’s unclear whether LinkedIn received the request');
		expect(requests).toHaveLength(2);
	});
});

describe('a token that cannot be renewed just now', () => {
	test.each([
		['GET', GET],
		['POST', POST],
	])('lets a %s be repeated, for it was not carried out', async (_, call) => {
		const steps = [new RenewalError(503), new RenewalError(undefined), found];
		const { client, waits } = clientOn(steps);
		expect(await client.call(call, read)).toBe('C1');
		expect(waits).toEqual([50, 100]);
	});

	test('is told when the policy gives up', async () => {
		const renewal = new RenewalError(503);
		const { client, requests } = clientOn([renewal, renewal, renewal]);
		const error = await failureOf(LinkedInError, () => client.call(POST, read));
		expect(error).toMatchObject({ code: 'TOKEN_NOT_RENEWED', status: 503 });
		expect(requests).toHaveLength(3);
	});
});

describe('an answer that cannot be used', () => {
	test.each([
		['{"id":', 'Problem in the response: the JSON is broken.'],
		['', 'Problem in the response: the JSON is broken.'],
		['[]', 'Problem in the response: the response is not an object.'],
		['{}', 'Problem in the response: id is missing.'],
		['{"id":1}', 'Problem in the response: id is not text.'],
	])('%j is an error that says so', async (body, words) => {
		const { client, requests } = clientOn([answer(200, body, { 'x-li-request-id': 'r1' })]);
		const error = await failureOf(LinkedInError, () => client.call(GET, read));
		expect(error).toMatchObject({ code: 'UNEXPECTED_ANSWER', status: 200, requestId: 'r1' });
		expect(error.description).toContain(words);
		expect(requests).toHaveLength(1);
	});

	test('does not matter where no answer is expected', async () => {
		const { client } = clientOn([answer(204, '')]);
		await expect(client.callWithoutAnswer(POST)).resolves.toBeUndefined();
	});
});

describe('what is not LinkedIn’s failure comes through as it is', () => {
	test('a cancelled request', async () => {
		const { client, requests } = clientOn([new CancelledError()]);
		await failureOf(CancelledError, () => client.call(GET, read));
		expect(requests).toHaveLength(1);
	});

	test.each([
		['GET', GET],
		['POST', POST],
	])('a %s that n8n did not send', async (_, call) => {
		const problem = new Problem('n8n could not send the request to LinkedIn: blocked');
		const { client, requests } = clientOn([problem]);
		expect(await failureOf(Problem, () => client.call(call, read))).toBe(problem);
		expect(requests).toHaveLength(1);
		expect(client.retries).toBe(0);
	});

	test('a cancelled wait', async () => {
		const { client, requests } = clientOn([busy], {
			sleep: () => Promise.reject(new CancelledError()),
		});
		await failureOf(CancelledError, () => client.call(GET, read));
		expect(requests).toHaveLength(1);
	});

	test('a mistake in the program', async () => {
		const { client } = clientOn([found]);
		await failureOf(RangeError, () =>
			client.call(GET, () => {
				throw new RangeError('mistake');
			}),
		);
	});
});
