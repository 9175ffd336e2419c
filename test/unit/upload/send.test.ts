import { LinkedInError } from '../../../linkedin/api/error';
import {
	CancelledError,
	ConnectionError,
	RenewalError,
	type HttpRequest,
} from '../../../linkedin/api/http';
import { sendToUploadUrl, type UploadUrlRequest } from '../../../linkedin/upload/send';
import { answer, failureOf, NOW, PERSON, type Step } from '../api/support';
import { HOUR, UPLOADS, uploadLab } from './support';

const reset = new ConnectionError('socket hang up', 'ECONNRESET');
const EXPIRED = 'Could not upload part 1: the upload URL has expired';

const UPLOAD: UploadUrlRequest = {
	url: `${UPLOADS}/1?sig=s`,
	body: Buffer.from('bytes'),
	purpose: { doing: 'upload part 1', right: 'uploadVideo', owner: PERSON },
	expiresAt: NOW + HOUR,
	authorized: false,
};
/** What goes out of it. */
const REQUEST: HttpRequest = {
	method: 'PUT',
	url: UPLOAD.url,
	headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': '5' },
	body: UPLOAD.body,
	timeoutMs: 21_600_000,
};

function sending(
	steps: readonly Step[],
	changes: Partial<UploadUrlRequest> = {},
	signal?: AbortSignal,
) {
	const upload = { ...UPLOAD, ...changes };
	const lab = uploadLab(upload.authorized ? { api: steps } : { bytes: steps });
	const requests = upload.authorized ? lab.requests : lab.sent;
	return { ...lab, requests, run: () => sendToUploadUrl(lab.context, upload, signal) };
}

describe('bytes', () => {
	test.each([200, 201, 204])('go out once, as they are, and a %d is the answer', async (status) => {
		const response = answer(status, '', { ETag: '"a"' });
		const { run, requests, waits } = sending([response]);
		expect(await run()).toBe(response);
		expect(requests).toEqual([REQUEST]);
		expect(waits).toEqual([]);
	});

	test('go out again after an answer or a connection that was lost', async () => {
		const { run, requests, waits, client } = sending([answer(503), reset, answer(200)]);
		expect((await run()).status).toBe(200);
		expect(requests).toEqual([REQUEST, REQUEST, REQUEST]);
		expect(waits).toEqual([50, 100]);
		expect(client.retries).toBe(2);
	});

	test('wait as long as LinkedIn asks', async () => {
		const { run, waits } = sending([answer(429, '', { 'Retry-After': '9' }), answer(200)]);
		await run();
		expect(waits).toEqual([9050]);
	});

	test('are given up with the last failure', async () => {
		const { run, requests, client } = sending([reset, reset, answer(500, { message: 'oh' })]);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toBe('Could not upload part 1: LinkedIn returned a server error');
		expect(error.status).toBe(500);
		expect(requests).toHaveLength(3);
		expect(client.retries).toBe(2);
	});

	test.each([302, 400, 404, 413])('are not sent again after %d', async (status) => {
		const { run, requests } = sending([answer(status)]);
		const error = await failureOf(LinkedInError, run);
		expect(error.status).toBe(status);
		expect(error.message).not.toBe(EXPIRED);
		expect(requests).toHaveLength(1);
	});

	test.each<[string, Step]>([
		['503', answer(503)],
		['no answer', reset],
	])('of a POST are not sent again after %s', async (_, step) => {
		const { run, requests, waits } = sending([step], { method: 'POST' });
		await failureOf(LinkedInError, run);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	test('of a POST that never arrived are sent again', async () => {
		const unreached = new ConnectionError('getaddrinfo EAI_AGAIN', 'EAI_AGAIN');
		const { run, requests, client } = sending([unreached, answer(201)], { method: 'POST' });
		expect((await run()).status).toBe(201);
		expect(requests).toHaveLength(2);
		expect(client.retries).toBe(1);
	});

	test('of a POST without an answer may have arrived; those of a PUT do not matter', async () => {
		const post = await failureOf(LinkedInError, sending([reset], { method: 'POST' }).run);
		expect(post.description).toContain('It’s unclear whether LinkedIn received the request');
		const put = await failureOf(LinkedInError, sending([reset, reset, reset]).run);
		expect(put.description).not.toContain('unknown');
		expect(put.code).toBe('ECONNRESET');
	});
});

describe('a try that failed', () => {
	const unreached = new ConnectionError('connect ECONNREFUSED', 'ECONNREFUSED');
	const asked = { 'Retry-After': '9' };

	/** Milliseconds that everybody else waits who wants to send there then; whether lanes are taken away. */
	test.each<[string, Step, number, boolean]>([
		['429 that asks for a pause', answer(429, '', asked), 9000, true],
		['503 that asks for one', answer(503, '', asked), 9000, true],
		['429 that asks for none', answer(429), 0, true],
		['429 that asks for more than is waited', answer(429, '', { 'Retry-After': '61' }), 0, true],
		['503', answer(503), 0, false],
		['500 that asks for one', answer(500, '', asked), 0, false],
		['a connection that was lost', reset, 0, true],
		['one that was never made', unreached, 0, false],
		['a refusal', answer(400), 0, false],
	])('by %s', async (_, step, held, isTrouble) => {
		const onTrouble = jest.fn();
		const stop = new AbortController();
		const { run, context } = sending([step], { onTrouble }, stop.signal);
		const waits: number[] = [];
		const clock = {
			...context.clock,
			now: () => NOW,
			sleep: (milliseconds: number) => {
				waits.push(milliseconds);
				clock.now = () => NOW + milliseconds;
				return Promise.resolve();
			},
			random: () => 0,
		};
		// It is stopped before its next try.
		onTrouble.mockImplementation(() => {
			stop.abort();
		});
		await failureOf(Error, run);
		(await context.transfers.turn(UPLOAD.url, { member: {}, clock })).release();
		expect(waits).toEqual(held === 0 ? [] : [held]);
		expect(onTrouble).toHaveBeenCalledTimes(isTrouble ? 1 : 0);
	});
});

describe('the URL’s own date', () => {
	test.each([
		['passed', NOW - 1],
		['is a millisecond away', NOW + 1],
		['is unknown', undefined],
	])('that %s keeps nothing from being sent: LinkedIn decides', async (_, expiresAt) => {
		const { run } = sending([answer(200)], { expiresAt });
		expect((await run()).status).toBe(200);
	});

	const DATE = (milliseconds: number) => ({ Date: new Date(milliseconds).toUTCString() });

	test.each([
		['the clock of who answered is past it', NOW + HOUR, DATE(NOW + HOUR), 'EXPIRED_UPLOAD_URL'],
		['the worker’s clock alone is past it', NOW - 1, DATE(NOW - HOUR), 'UPLOAD_URL_REFUSED'],
		['nobody names a time, and the worker’s is past it', NOW - 1, {}, 'EXPIRED_UPLOAD_URL'],
		['the time cannot be read', NOW + 1, { Date: 'soon' }, 'UPLOAD_URL_REFUSED'],
		['it is unknown', undefined, DATE(NOW), 'UPLOAD_URL_REFUSED'],
	])('a refusal where %s', async (_, expiresAt, headers, code) => {
		for (const status of [401, 403, 410]) {
			const { run } = sending([answer(status, '', headers)], { expiresAt });
			expect((await failureOf(LinkedInError, run)).code).toBe(code);
		}
	});
});

describe('without a token', () => {
	test.each([
		[401, '', 'LinkedIn responded with status 401, request id u1.'],
		[403, '<h1>Blocked</h1>', 'LinkedIn responded with status 403, request id u1.'],
		[410, 'gone', 'LinkedIn said: "gone" (status 410, request id u1).'],
	])('a %d %j is about the URL, not about the connection', async (status, body, words) => {
		const { run, requests } = sending([answer(status, body, { 'x-li-uuid': 'u1' })]);
		const error = await failureOf(LinkedInError, run);
		expect(error).toMatchObject({
			message: 'Could not upload part 1: the upload URL was refused',
			code: 'UPLOAD_URL_REFUSED',
			status,
			requestId: 'u1',
		});
		expect(error.description).toBe(
			`LinkedIn, or a proxy or firewall in between, refused it. You don’t need to reconnect: no token was sent. Try again later. If it is refused again, start a new upload. ${words}`,
		);
		expect(requests).toHaveLength(1);
	});

	test.each([
		{ code: 'EXPIRED_UPLOAD_URL', message: 'The upload url has expired' },
		{ message: 'EXPIRED_UPLOAD_URL' },
	])('a 400 that says %j is its end', async (body) => {
		const error = await failureOf(LinkedInError, sending([answer(400, body)]).run);
		expect(error).toMatchObject({ message: EXPIRED, code: 'EXPIRED_UPLOAD_URL', status: 400 });
		expect(error.description).toContain('Start a new upload');
		expect(error.description).toContain('You don’t need to reconnect. LinkedIn said: "');
	});

	test('a 400 with another code is about the request', async () => {
		const error = await failureOf(
			LinkedInError,
			sending([answer(400, { code: 'INVALID_URL', message: 'expired' })]).run,
		);
		expect(error.code).toBe('INVALID_URL');
	});

	test('a 407 is the proxy’s', async () => {
		const error = await failureOf(LinkedInError, sending([answer(407)]).run);
		expect(error.message).toContain('the proxy between n8n and LinkedIn requires a login');
	});
});

describe('with a token (an image)', () => {
	const withToken = (steps: readonly Step[], expiresAt: number | undefined) =>
		sending(steps, { authorized: true, expiresAt });

	test.each([
		['before its date', NOW + HOUR],
		['without a date', undefined],
	])('a 401 %s is about the connection', async (_, expiresAt) => {
		const error = await failureOf(LinkedInError, withToken([answer(401)], expiresAt).run);
		expect(error.message).toBe('Could not upload part 1: the LinkedIn connection has expired');
		expect(error.code).toBeUndefined();
	});

	test('a 401 after its date is about the URL', async () => {
		const { run, clock } = withToken(
			[
				() => {
					clock.now += HOUR;
					return answer(401);
				},
			],
			NOW + HOUR,
		);
		const error = await failureOf(LinkedInError, run);
		expect(error).toMatchObject({ message: EXPIRED, code: 'EXPIRED_UPLOAD_URL', status: 401 });
	});

	test('a 403 is about rights', async () => {
		const error = await failureOf(LinkedInError, withToken([answer(403)], NOW + HOUR).run);
		expect(error.message).toBe(`Could not upload part 1: LinkedIn denied access for ${PERSON}`);
	});

	test.each([
		[410, '', 'UPLOAD_URL_REFUSED'],
		[400, { code: 'EXPIRED_UPLOAD_URL' }, 'EXPIRED_UPLOAD_URL'],
	])('a %d %j is about the URL', async (status, body, code) => {
		const error = await failureOf(LinkedInError, withToken([answer(status, body)], undefined).run);
		expect(error.code).toBe(code);
	});

	test('a token that cannot be renewed just now is tried again, then reported', async () => {
		const renewal = new RenewalError(503);
		const { run, waits } = withToken([renewal, answer(201)], NOW + HOUR);
		expect((await run()).status).toBe(201);
		expect(waits).toEqual([50]);
		const error = await failureOf(
			LinkedInError,
			withToken([renewal, renewal, renewal], NOW + HOUR).run,
		);
		expect(error.code).toBe('TOKEN_NOT_RENEWED');
	});
});

describe('a cancelled execution', () => {
	test('sends nothing', async () => {
		const { run, requests } = sending([], {}, AbortSignal.abort());
		await failureOf(CancelledError, run);
		expect(requests).toEqual([]);
	});

	test('is not LinkedIn’s failure and not tried again', async () => {
		const { run, requests } = sending([new CancelledError()]);
		await failureOf(CancelledError, run);
		expect(requests).toHaveLength(1);
	});
});

test('a URL without a date has never expired', async () => {
	const { run, clock } = sending([answer(200)], { expiresAt: undefined });
	clock.now = Number.MAX_SAFE_INTEGER;
	expect((await run()).status).toBe(200);
});
