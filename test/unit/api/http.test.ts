import { CancelledError, ConnectionError, ResponseHeaders } from '../../../linkedin/api/http';

describe('headers of an answer', () => {
	test('are found in any case', () => {
		const headers = new ResponseHeaders({ ETag: 'a', 'x-li-uuid': 'b' });
		expect(['etag', 'ETAG', 'X-LI-UUID'].map((name) => headers.get(name))).toEqual(['a', 'a', 'b']);
	});

	test('that came more than once are joined', () => {
		expect(new ResponseHeaders({ Via: ['a', 'b'] }).get('via')).toBe('a, b');
	});

	test('that are absent, or no text, are undefined', () => {
		const headers = new ResponseHeaders({ a: undefined, b: 1, c: null });
		expect(['a', 'b', 'c', 'd'].map((name) => headers.get(name))).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	test('have no names that objects have', () => {
		expect(new ResponseHeaders({}).get('constructor')).toBeUndefined();
	});
});

describe('a connection that failed', () => {
	test.each([
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'UND_ERR_CONNECT_TIMEOUT',
	])('with %s never sent anything', (code) => {
		expect(new ConnectionError('connect', code).neverSent).toBe(true);
	});

	test('before it stood never sent anything, whatever its code', () => {
		expect(new ConnectionError('connect ETIMEDOUT', 'ETIMEDOUT', true).neverSent).toBe(true);
	});

	test.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'ERR_BAD_RESPONSE', undefined])(
		'with %s may have sent everything',
		(code) => {
			expect(new ConnectionError('connect', code).neverSent).toBe(false);
		},
	);
});

test('errors without an answer can be told apart by name', () => {
	expect(new ConnectionError('socket hang up', 'ECONNRESET')).toMatchObject({
		name: 'ConnectionError',
		message: 'socket hang up',
		code: 'ECONNRESET',
	});
	expect(new CancelledError()).toMatchObject({
		name: 'CancelledError',
		message: 'The execution was canceled',
	});
});
