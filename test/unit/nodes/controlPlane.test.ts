import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { CREDENTIAL } from '../../../nodes/transport/connection';
import { controlPlane } from '../../../nodes/transport/controlPlane';
import { failureOf } from '../api/support';
import {
	axiosError,
	callerOn,
	OPTIONS,
	refusedByStatus,
	REQUEST,
	wrapped,
	type Step,
} from './support';

const ok = { statusCode: 200, headers: {}, body: 'fine' };
const unauthorized = { statusCode: 401, headers: {}, body: '{"code":"EXPIRED_ACCESS_TOKEN"}' };

describe('the control plane', () => {
	test('asks for the whole answer as text, follows no redirect, and keeps every status', async () => {
		const { caller, calls, credentials } = callerOn([ok]);
		const response = await controlPlane(caller, { hasRefreshToken: false })(REQUEST);
		expect(response).toMatchObject({ status: 200, body: 'fine' });
		expect(credentials).toEqual([CREDENTIAL]);
		expect(calls).toEqual([{ ...OPTIONS, ignoreHttpStatusErrors: true }]);
	});

	test('without a refresh token takes a 401 as it is', async () => {
		const { caller, calls } = callerOn([unauthorized]);
		const response = await controlPlane(caller, { hasRefreshToken: false })(REQUEST);
		expect(response).toMatchObject({ status: 401, body: unauthorized.body });
		expect(calls).toHaveLength(1);
	});

	describe('with a refresh token', () => {
		const open = (steps: readonly Step[]) => {
			const { caller, calls } = callerOn(steps);
			return { calls, send: controlPlane(caller, { hasRefreshToken: true }) };
		};

		test('leaves a 401 to n8n, which renews', async () => {
			const { send, calls } = open([ok]);
			expect((await send(REQUEST)).status).toBe(200);
			expect(calls.map(({ ignoreHttpStatusErrors }) => ignoreHttpStatusErrors)).toEqual([
				{ ignore: true, except: [401] },
			]);
		});

		test('takes the 401 that n8n throws after a new token did not help', async () => {
			const { send, calls } = open([refusedByStatus({ status: 401, data: 'no' })]);
			expect(await send(REQUEST)).toMatchObject({ status: 401, body: 'no' });
			expect(calls).toHaveLength(1);
		});

		test('asks an n8n that let the 401 pass once more, in words that it knows', async () => {
			const { send, calls } = open([unauthorized, ok]);
			expect((await send(REQUEST)).status).toBe(200);
			expect(calls.map(({ ignoreHttpStatusErrors }) => ignoreHttpStatusErrors)).toEqual([
				{ ignore: true, except: [401] },
				false,
			]);
		});

		test('takes the status of the second call, which n8n throws', async () => {
			const { send } = open([unauthorized, refusedByStatus({ status: 403, data: 'no' })]);
			expect(await send(REQUEST)).toMatchObject({ status: 403, body: 'no' });
		});

		test('renews nothing where that was asked for', async () => {
			const { send, calls } = open([unauthorized]);
			expect((await send(REQUEST, { refresh: false })).status).toBe(401);
			expect(calls).toEqual([{ ...OPTIONS, ignoreHttpStatusErrors: true }]);
		});
	});

	test('tells a lost connection and a cancelled execution apart', async () => {
		const reset = wrapped(axiosError('socket hang up', 'ECONNRESET'));
		const lost = controlPlane(callerOn([reset]).caller, { hasRefreshToken: false });
		expect((await failureOf(ConnectionError, () => lost(REQUEST))).code).toBe('ECONNRESET');

		const cancel = new AbortController();
		const { caller, calls } = callerOn([reset], cancel.signal);
		const cancelled = controlPlane(caller, { hasRefreshToken: false })(REQUEST);
		cancel.abort();
		await failureOf(CancelledError, () => cancelled);
		expect(calls).toHaveLength(1);
	});

	test.each([true, false])(
		'sends nothing after a cancel (refresh token: %s)',
		async (hasRefreshToken) => {
			const { caller, calls } = callerOn([ok], AbortSignal.abort());
			const send = controlPlane(caller, { hasRefreshToken });
			await failureOf(CancelledError, () => send(REQUEST));
			await failureOf(CancelledError, () => send(REQUEST, { refresh: false }));
			expect(calls).toEqual([]);
		},
	);

	test('tells what n8n did not send', async () => {
		const { caller } = callerOn([new Error('blocked by policy')]);
		const send = controlPlane(caller, { hasRefreshToken: true });
		const problem = await failureOf(Problem, () => send(REQUEST));
		expect(problem.message).toBe('n8n could not send the request to LinkedIn: blocked by policy');
	});
});
