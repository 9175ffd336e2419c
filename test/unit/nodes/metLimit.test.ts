import { ConnectionError } from '../../../linkedin/api/http';
import { toAnswer } from '../../../nodes/transport/answers';
import { failureOf } from '../api/support';
import { axiosError, REQUEST, wrapped } from './support';

const take = (error: unknown) => toAnswer(error, REQUEST, undefined);
const coded = (code: string, message = 'over', more: object = {}) =>
	Object.assign(new Error(message), { code, ...more });

/** As axios leaves its request behind. */
const ofAxios = (message: string, code: string, request: object) =>
	Object.assign(axiosError(message, code), { request });

const TIMEOUT = 'timeout of 60000ms exceeded';
const pending = (bytes: number) => ({ socket: { bytesWritten: bytes, writableLength: bytes } });
const sent = { socket: { bytesWritten: 235, writableLength: 0 } };

describe('a bound that a library or the system has', () => {
	test.each<[string, Error, string, string]>([
		[
			'undici’s for connecting',
			coded('UND_ERR_CONNECT_TIMEOUT'),
			'CONNECT_TIMEOUT',
			'could not connect within 20 seconds',
		],
		[
			'undici’s for the answer',
			coded('UND_ERR_HEADERS_TIMEOUT'),
			'ANSWER_TIMEOUT',
			'no response in time',
		],
		[
			'undici’s for its body',
			coded('UND_ERR_BODY_TIMEOUT'),
			'BODY_TIMEOUT',
			'the response stopped arriving',
		],
		[
			'the system’s for connecting',
			coded('ETIMEDOUT', 'connect ETIMEDOUT 203.0.113.1:443', { syscall: 'connect' }),
			'CONNECT_TIMEOUT',
			'could not connect in time',
		],
		[
			'Node’s for each of several addresses',
			new AggregateError([coded('ERR_SOCKET_CONNECTION_TIMEOUT')], ''),
			'CONNECT_TIMEOUT',
			'could not connect within 20 seconds',
		],
		[
			'axios’ without an answer',
			ofAxios(TIMEOUT, 'ECONNABORTED', sent),
			'ANSWER_TIMEOUT',
			'no response within 60 seconds',
		],
		[
			'axios’ by its other code',
			ofAxios(TIMEOUT, 'ETIMEDOUT', sent),
			'ANSWER_TIMEOUT',
			'no response within 60 seconds',
		],
		[
			'axios’ without a number',
			ofAxios('timeout exceeded', 'ECONNABORTED', sent),
			'ANSWER_TIMEOUT',
			'no response in time',
		],
		[
			'axios’ in the middle of an answer',
			ofAxios(TIMEOUT, 'ECONNABORTED', { ...sent, res: {} }),
			'BODY_TIMEOUT',
			'the response stopped arriving',
		],
		[
			'axios’ before anything has left',
			ofAxios(TIMEOUT, 'ECONNABORTED', pending(235)),
			'CONNECT_TIMEOUT',
			'could not connect within 20 seconds',
		],
		[
			'axios’ while much is waiting, of which some may have left',
			ofAxios(TIMEOUT, 'ECONNABORTED', pending(4_000_000)),
			'ANSWER_TIMEOUT',
			'no response within 60 seconds',
		],
		[
			'axios’ about whose request nothing is known',
			axiosError(TIMEOUT, 'ECONNABORTED'),
			'ANSWER_TIMEOUT',
			'no response within 60 seconds',
		],
	])('%s has our name and our words', async (_, error, code, message) => {
		for (const thrown of [error, ...(error instanceof AggregateError ? [] : [wrapped(error)])]) {
			const failure = await failureOf(ConnectionError, () => take(thrown));
			expect(failure).toMatchObject({ code, message, neverSent: code === 'CONNECT_TIMEOUT' });
		}
	});

	test.each([
		coded('ECONNABORTED', 'Request aborted'),
		coded('ETIMEDOUT', 'read ETIMEDOUT', { syscall: 'read' }),
		coded('ECONNRESET', 'socket hang up'),
	])('is none of it: %s', async (error) => {
		const failure = await failureOf(ConnectionError, () => take(error));
		expect(failure).toMatchObject({ code: error.code, neverSent: false });
	});
});
