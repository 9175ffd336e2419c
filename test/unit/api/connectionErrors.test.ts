import { noAnswerError, notRenewedError } from '../../../linkedin/api/connectionErrors';
import { ConnectionError, RenewalError } from '../../../linkedin/api/http';
import { START } from './support';

describe('no answer', () => {
	const reset = new ConnectionError('socket hang up', 'ECONNRESET');

	test('keeps the socket’s word and asks to look at the network', () => {
		const error = noAnswerError(reset, START, false);
		expect(error).toMatchObject({
			message: 'Could not start the upload of "talk.mp4": LinkedIn didn’t respond',
			description:
				'Check your network, then try again. The connection reported: "socket hang up" (ECONNRESET).',
			words: 'The connection reported: "socket hang up" (ECONNRESET).',
			status: undefined,
			code: 'ECONNRESET',
		});
	});

	test('to a call that must not be repeated is called unclear', () => {
		expect(noAnswerError(reset, START, true).description).toContain(
			'It’s unclear whether LinkedIn received the request, so it was not sent again',
		);
	});

	test('because LinkedIn was never reached says so', () => {
		const error = noAnswerError(new ConnectionError('getaddrinfo', 'ENOTFOUND'), START, false);
		expect(error).toMatchObject({
			message: 'Could not start the upload of "talk.mp4": LinkedIn can’t be reached',
			words: 'The connection reported: "getaddrinfo" (ENOTFOUND).',
			code: 'ENOTFOUND',
		});
	});

	test('shows no token that the library’s message has', () => {
		const leaky = new ConnectionError('connect failed, Authorization: Bearer abc');
		expect(noAnswerError(leaky, START, false).description).toBe(
			'Check your network, then try again. The connection reported: "connect failed, Authorization: Bearer …".',
		);
	});
});

test.each([
	[503, 'status 503'],
	[undefined, 'it didn’t respond'],
])('a token that cannot be renewed now (%s) is not the user’s fault', (status, words) => {
	const error = notRenewedError(new RenewalError(status), START);
	expect(error).toMatchObject({
		message:
			'Could not start the upload of "talk.mp4": the LinkedIn connection could not be renewed',
		status,
		code: 'TOKEN_NOT_RENEWED',
	});
	expect(error.description).toContain(`LinkedIn’s token endpoint failed (${words}).`);
});
