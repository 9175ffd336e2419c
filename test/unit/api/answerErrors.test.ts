import fc from 'fast-check';

import { refusalError, unusableAnswerError } from '../../../linkedin/api/answerErrors';
import { UnexpectedAnswer } from '../../../linkedin/api/parse';
import { answer, NO_REFRESH, NOW, START } from './support';

const refused = (
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
	token = NO_REFRESH,
) => refusalError(answer(status, body, headers), START, token, NOW);

describe('a refusal', () => {
	test('says what could not be done and why, how to go on, then LinkedIn’s words and ids', () => {
		const error = refused(
			400,
			{ message: 'Urn is wrong', code: 'INVALID_URN_ID', status: 400 },
			{ 'x-li-uuid': 'AAYz1', 'x-li-request-id': 'other' },
		);
		expect(error).toMatchObject({
			name: 'LinkedInError',
			message:
				'Could not start the upload of "talk.mp4": one of the URNs has an ID that LinkedIn doesn’t know',
			description:
				'Copy the IDs of the owner and the ad account from LinkedIn again. LinkedIn said: "Urn is wrong" (status 400, INVALID_URN_ID, request id AAYz1).',
			words: 'LinkedIn said: "Urn is wrong" (status 400, INVALID_URN_ID, request id AAYz1).',
			status: 400,
			code: 'INVALID_URN_ID',
			requestId: 'AAYz1',
			retryAfterMs: undefined,
		});
	});

	test('keeps the other request id where x-li-uuid is absent', () => {
		expect(refused(500, '', { 'X-LI-Request-Id': 'r1' }).requestId).toBe('r1');
		expect(refused(500, '').requestId).toBeUndefined();
	});

	test('without a message shows the facts alone', () => {
		const { description, words } = refused(502, '<html>');
		expect(words).toBe('LinkedIn responded with status 502.');
		expect(description).toBe(
			`Try again later. If it keeps failing, contact LinkedIn support with the request ID. ${words}`,
		);
	});

	test('tells and keeps how long LinkedIn wants to wait', () => {
		const error = refused(429, { code: 'TOO_MANY_REQUESTS' }, { 'Retry-After': '3600' });
		expect(error.retryAfterMs).toBe(3_600_000);
		expect(error.description).toMatch(
			/ LinkedIn asks you to wait 3600 seconds\. LinkedIn responded with status 429, TOO_MANY_REQUESTS\.$/,
		);
		expect(refused(429, '').description).not.toContain('LinkedIn asks you to wait');
	});

	test('of comments that come too fast is over after a minute', () => {
		const message = 'Comment create throttled: creation rate limit exceeded for member';
		expect(refused(429, { status: 429, message }).retryAfterMs).toBe(60_000);
		expect(refused(429, { message }, { 'Retry-After': '7' }).retryAfterMs).toBe(7000);
		expect(refused(400, { message }).retryAfterMs).toBeUndefined();
		expect(refused(429, { message: 'Resource level throttle limit' }).retryAfterMs).toBeUndefined();
	});

	test('shows at most 300 characters of LinkedIn’s words', () => {
		const { description } = refused(400, { message: 'word '.repeat(200) });
		expect(description).toContain(`"${'word '.repeat(59)}word…"`);
	});

	test('for 403 names the missing right of the owner', () => {
		const { message, description } = refused(403, { message: 'forbidden' });
		expect(message).toBe(
			`Could not start the upload of "talk.mp4": LinkedIn denied access for ${START.owner}`,
		);
		expect(description).toContain(
			'"w_organization_social". Connect a credential whose LinkedIn App is "Company Pages" or "Company Pages and Ad Accounts"',
		);
	});

	test('for 403 names the ad account too', () => {
		const account = 'urn:li:sponsoredAccount:1';
		const withAccount = { ...START, account };
		expect(refusalError(answer(403), withAccount, NO_REFRESH, NOW).description).toContain(account);
	});

	test.each([
		[
			false,
			'the LinkedIn connection has expired',
			'Access tokens expire after 60 days, and this one has no refresh token that n8n could renew it with.',
		],
		[
			true,
			'the LinkedIn connection has expired and could not be renewed',
			'Access was revoked, or the refresh token (365 days) has expired.',
		],
	])('for 401 (refresh token: %s) says "%s"', (hasRefreshToken, what, advice) => {
		const error = refused(401, { code: 'EXPIRED_ACCESS_TOKEN' }, {}, { hasRefreshToken });
		expect(error.message).toBe(`Could not start the upload of "talk.mp4": ${what}`);
		expect(error.description).toContain('Open the credential in n8n and connect again.');
		expect(error.description).toContain(advice);
		expect(error).toMatchObject({ status: 401, code: 'EXPIRED_ACCESS_TOKEN' });
	});

	const word = fc.stringMatching(/^[A-Za-z0-9_-]{40,80}$/);
	const bodies: Array<[string, (secret: string) => unknown]> = [
		['message', (secret) => ({ message: `Token ${secret} is bad`, code: 'A' })],
		['message alone', (secret) => ({ message: secret })],
		['plain text', (secret) => `upstream said: ${secret}`],
		['broken JSON', (secret) => `{"token":"${secret}"`],
		['other fields', (secret) => ({ errorDetails: { token: secret }, [secret]: 1 })],
	];

	test.each(bodies)('never shows a word as long as a token: %s', (_, body) => {
		fc.assert(
			fc.property(word, fc.constantFrom(400, 401, 403, 404, 429, 503), (secret, status) => {
				const { message, description } = refused(status, body(secret), { 'x-li-uuid': secret });
				expect(`${message} ${description}`).not.toContain(secret);
			}),
		);
	});

	test('never shows a word as long as a token: code', () => {
		const secret = 'aB3_-'.repeat(12);
		const error = refused(400, { code: secret });
		expect(`${error.description} ${String(error.code)}`).not.toContain(secret);
	});
});

test('a success that cannot be used names the field, the status and the request id', () => {
	const problem = new UnexpectedAnswer('value.video is missing');
	const response = answer(200, '{}', { 'x-li-uuid': 'AAYz1' });
	expect(unusableAnswerError(problem, response, START)).toMatchObject({
		message: 'Could not start the upload of "talk.mp4": LinkedIn’s response can’t be used',
		description:
			'Problem in the response: value.video is missing. Nothing else was sent. Try again. If it fails again, please report it with the request ID. LinkedIn responded with status 200, request id AAYz1.',
		words: 'LinkedIn responded with status 200, request id AAYz1.',
		status: 200,
		code: 'UNEXPECTED_ANSWER',
		requestId: 'AAYz1',
	});
});
