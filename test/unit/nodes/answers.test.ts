import { inspect } from 'node:util';

import { NodeOperationError } from 'n8n-workflow';

import { CancelledError, ConnectionError, RenewalError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { toAnswer, toHttpResponse } from '../../../nodes/transport/answers';
import { failureOf } from '../api/support';
import {
	axiosError,
	axiosHeaders,
	NODE,
	refusedByStatus,
	REQUEST,
	TOKEN,
	wrapped,
} from './support';

const TOKEN_URL = 'https://www.linkedin.com/oauth/v2/accessToken';
const take = (error: unknown, signal?: AbortSignal) => toAnswer(error, REQUEST, signal);

describe('n8n’s full response', () => {
	test('becomes an answer', () => {
		const full = {
			statusCode: 201,
			statusMessage: 'Created',
			headers: axiosHeaders({ ETag: '"a"', 'X-Li-Uuid': 'u1' }),
		};
		const response = toHttpResponse(full, '{"id":1}');
		expect(response.status).toBe(201);
		expect(response.body).toBe('{"id":1}');
		expect(response.headers.get('etag')).toBe('"a"');
		expect(response.headers.get('x-li-uuid')).toBe('u1');
	});

	test.each([
		[undefined],
		[null],
		['text'],
		[[]],
		[{}],
		[{ statusCode: '200', headers: 1, body: {} }],
	])('%j has no status', (full) => {
		const { status, headers } = toHttpResponse(full, '');
		expect(status).toBe(0);
		expect(headers.get('etag')).toBeUndefined();
	});

	test('says where it was larger than is read', () => {
		expect(toHttpResponse({ statusCode: 200 }, undefined)).toMatchObject({
			body: '',
			isTooLarge: true,
		});
	});
});

describe('a status that n8n throws', () => {
	test.each([
		['as text', '{"message":"m","code":"C"}'],
		['as an object', { message: 'm', code: 'C' }],
	])('is an answer with its headers and its body %s', (_, data) => {
		const response = take(
			refusedByStatus({ status: 401, data, headers: { 'x-li-uuid': 'u1', 'Retry-After': '3' } }),
		);
		expect(response.status).toBe(401);
		expect(response.headers.get('X-Li-Uuid')).toBe('u1');
		expect(response.headers.get('retry-after')).toBe('3');
		expect(response.body).toBe('{"message":"m","code":"C"}');
	});

	test.each([302, 400, 403, 404, 426, 429, 500, 503])('%d is an answer', (status) => {
		const response = take(refusedByStatus({ status }));
		expect(response).toMatchObject({ status, body: '' });
	});

	test('is an answer too where n8n does not wrap it', () => {
		const error = axiosError('Request failed', 'ERR_BAD_REQUEST', { response: { status: 404 } });
		expect(take(error).status).toBe(404);
	});
});

describe('no answer', () => {
	test.each([
		['ECONNRESET', 'socket hang up'],
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:443'],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND api.linkedin.com'],
		['ECONNABORTED', 'Request aborted'],
		['EAI_AGAIN', 'getaddrinfo EAI_AGAIN'],
		['EHOSTUNREACH', 'connect EHOSTUNREACH'],
		['EPIPE', 'write EPIPE'],
		['ERR_NETWORK', 'Network Error'],
		['ERR_STREAM_PREMATURE_CLOSE', 'Premature close'],
		['UND_ERR_SOCKET', 'other side closed'],
	])('because of %s keeps the socket’s word', async (code, message) => {
		const bare = await failureOf(ConnectionError, () => take(axiosError(message, code)));
		expect(bare).toMatchObject({ code, message });
		const inNodeError = await failureOf(ConnectionError, () =>
			take(wrapped(axiosError(message, code))),
		);
		expect(inNodeError.code).toBe(code);
	});

	/** As Node makes it: a system call that failed. */
	const systemError = (syscall: string, code: string) =>
		Object.assign(new Error(`${syscall} ${code} 203.0.113.1:443`), { code, syscall, errno: -110 });

	test.each([
		['connect', 'EHOSTUNREACH', true],
		['connect', 'ENETUNREACH', true],
		['getaddrinfo', 'ENOTFOUND', true],
		['read', 'ECONNRESET', false],
		['read', 'ETIMEDOUT', false],
		['write', 'EPIPE', false],
	])('%s %s: never sent is %s', async (syscall, code, neverSent) => {
		const system = systemError(syscall, code);
		const ofAxios = Object.assign(axiosError(system.message, code), { cause: system });
		for (const error of [system, ofAxios, wrapped(ofAxios)]) {
			const failure = await failureOf(ConnectionError, () => take(error));
			expect(failure).toMatchObject({ code, neverSent });
		}
	});

	test('of several addresses: Node’s error has no words and no call of its own', async () => {
		const attempts = [systemError('connect', 'ENETUNREACH'), systemError('connect', 'EACCES')];
		const all = Object.assign(new AggregateError(attempts, ''), { code: 'EACCES' });
		const failure = await failureOf(ConnectionError, () => take(all));
		expect(failure).toMatchObject({ code: 'EACCES', neverSent: true });
		expect(failure.message).toBe('connect EACCES 203.0.113.1:443');
	});

	test.each([200, 201])(
		'is an answer that broke off, although its status is %d',
		async (status) => {
			const error = axiosError('stream has been aborted', 'ERR_BAD_RESPONSE', {
				response: { status },
			});
			await failureOf(ConnectionError, () => take(error));
			// n8n keeps the status alone.
			const inNodeError = await failureOf(ConnectionError, () => take(wrapped(error)));
			expect(inNodeError.code).toBe('ECONNRESET');
			expect(inNodeError.neverSent).toBe(false);
		},
	);

	test('hands on no request and so no token', async () => {
		const error = await failureOf(ConnectionError, () =>
			take(wrapped(axiosError('socket hang up', 'ECONNRESET'))),
		);
		expect(error.cause).toMatchObject({ message: expect.any(String) as string });
		expect(inspect(error, { depth: 10 })).not.toContain(TOKEN);
	});

	test.each([new TypeError('x is not a function'), new RangeError('too many')])(
		'is none of it for a fault of our own: %s',
		async (bug) => {
			expect(await failureOf(Error, () => take(bug))).toBe(bug);
		},
	);

	test('an address that axios cannot read is n8n’s refusal', async () => {
		const error = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL' });
		await failureOf(Problem, () => take(error));
	});

	test('does not hang on errors that are each other’s cause', async () => {
		const first = new Error('first');
		first.cause = new Error('second', { cause: first });
		await failureOf(Problem, () => take(first));
	});
});

describe('what n8n itself did not send', () => {
	const SAID = 'n8n could not send the request to LinkedIn:';

	test.each<[unknown, string]>([
		[new Error('Requests to this address are blocked'), 'Requests to this address are blocked'],
		[new NodeOperationError(NODE, 'No credentials'), 'No credentials'],
		[Object.assign(new Error('odd'), { code: 1 }), 'odd'],
		['text', 'the connection failed'],
		[undefined, 'the connection failed'],
		[null, 'the connection failed'],
		[{}, 'the connection failed'],
		[{ code: 1 }, 'the connection failed'],
	])('is a problem in its words: %p', async (error, words) => {
		const problem = await failureOf(Problem, () => take(error));
		expect(problem.message).toBe(`${SAID} ${words}`);
		expect(problem.description).toBe('Check the credential and n8n’s network settings.');
	});

	test.each([
		['CERT_HAS_EXPIRED', 'certificate has expired'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'],
	])('is a problem because of its certificate: %s', async (code, message) => {
		for (const error of [axiosError(message, code), wrapped(axiosError(message, code))]) {
			expect((await failureOf(Problem, () => take(error))).message).toBe(`${SAID} ${message}`);
		}
	});

	// Product: E[A-Z_]+ in CONNECTION_FAILURE matches every ERR_… code, so this is retried.
	test('is a problem because of the name in its certificate', async () => {
		const message = 'Hostname/IP does not match certificate’s altnames';
		const error = axiosError(message, 'ERR_TLS_CERT_ALTNAME_INVALID');
		expect((await failureOf(Problem, () => take(error))).message).toBe(`${SAID} ${message}`);
	});

	test('hands on no request and no token', async () => {
		const message = `invalid header: Bearer ${TOKEN}`;
		for (const error of [
			axiosError(message, 'CERT_HAS_EXPIRED'),
			wrapped(axiosError(message, 'CERT_HAS_EXPIRED')),
		]) {
			const problem = await failureOf(Problem, () => take(error));
			expect(problem.cause).toBeInstanceOf(Error);
			expect(inspect(problem, { depth: 10 })).not.toContain(TOKEN);
			expect(problem.message).toBe(`${SAID} invalid header: Bearer …`);
		}
	});
});

describe('a token that n8n could not renew', () => {
	/** n8n's OAuth library: an answer with `error` in it, or a bare status. */
	const oauthError = (code: string, more: Record<string, unknown> = {}) =>
		Object.assign(new Error('refused'), { code, ...more });

	test.each<[string, Error]>([
		[
			'n8n says that the credential is invalid',
			new NodeOperationError(NODE, 'The credential needs to be reconnected.', {
				failure: { cause: 'credential-invalid' },
			}),
		],
		[
			'the token endpoint gives a reason',
			oauthError('EAUTH', { body: { error: 'invalid_request' } }),
		],
		['the token endpoint refuses', oauthError('ESTATUS', { status: 400, body: 'no' })],
	])('because %s, is a 401 without words', (_, error) => {
		for (const thrown of [error, wrapped(error)]) {
			expect(take(thrown)).toMatchObject({ status: 401, body: '' });
		}
	});

	test.each<[string, Error, number | undefined]>([
		['fails', oauthError('ESTATUS', { status: 503, body: 'busy' }), 503],
		['has too many requests', oauthError('ESTATUS', { status: 429, body: 'busy' }), 429],
		[
			'fails (axios’s own error)',
			axiosError('Request failed with status code 500', 'ERR_BAD_RESPONSE', {
				url: TOKEN_URL,
				response: { status: 500 },
			}),
			500,
		],
		[
			'is out of reach',
			axiosError('connect ECONNREFUSED', 'ECONNREFUSED', { url: TOKEN_URL }),
			undefined,
		],
	])('because the token endpoint %s, is told apart from the call', async (_, error, status) => {
		for (const thrown of [error, wrapped(error)]) {
			const renewal = await failureOf(RenewalError, () => take(thrown));
			expect(renewal.status).toBe(status);
		}
	});
});

test('whatever was thrown after a cancel, the execution was cancelled', async () => {
	const aborted = AbortSignal.abort();
	for (const error of [
		axiosError('canceled', 'ERR_CANCELED'),
		refusedByStatus({ status: 401 }),
		undefined,
	]) {
		await failureOf(CancelledError, () => take(error, aborted));
	}
	expect(take(refusedByStatus({ status: 404 }), new AbortController().signal).status).toBe(404);
});
