import { noAnswerError, notRenewedError } from '../../../linkedin/api/connectionErrors';
import { ConnectionError, RenewalError } from '../../../linkedin/api/http';
import { START } from './support';

describe('no answer', () => {
	const reset = new ConnectionError('socket hang up', 'ECONNRESET');

	test('keeps the socket’s word and asks to look at the network', () => {
		const error = noAnswerError(reset, START, false);
		expect(error).toMatchObject({
			message: 'Could not start the upload of "talk.mp4": LinkedIn gave no answer',
			description:
				'Check the network, and run the workflow again. The connection said: "socket hang up" (ECONNRESET).',
			words: 'The connection said: "socket hang up" (ECONNRESET).',
			status: undefined,
			code: 'ECONNRESET',
		});
	});

	test('to a call that must not be repeated is called unclear', () => {
		expect(noAnswerError(reset, START, true).description).toContain(
			'Whether LinkedIn received it is unknown, so it was not sent again',
		);
	});

	test('because LinkedIn was never reached says so', () => {
		const error = noAnswerError(new ConnectionError('getaddrinfo', 'ENOTFOUND'), START, false);
		expect(error).toMatchObject({
			message: 'Could not start the upload of "talk.mp4": LinkedIn cannot be reached',
			words: 'The connection said: "getaddrinfo" (ENOTFOUND).',
			code: 'ENOTFOUND',
		});
	});

	test('shows no token that the library’s message has', () => {
		const leaky = new ConnectionError('connect failed, Authorization: Bearer abc');
		expect(noAnswerError(leaky, START, false).description).toBe(
			'Check the network, and run the workflow again. The connection said: "connect failed, Authorization: Bearer …".',
		);
	});
});

test.each([
	[503, 'status 503'],
	[undefined, 'it gave no answer'],
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
