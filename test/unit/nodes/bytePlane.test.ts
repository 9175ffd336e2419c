import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { bytePlane } from '../../../nodes/shared/bytePlane';
import { failureOf } from '../api/support';
import { axiosError, callerOn, OPTIONS, REQUEST } from './support';

const ok = { statusCode: 200, headers: {}, body: '' };

describe('the byte plane', () => {
	const bytes = Buffer.from('bytes');
	const put = { ...REQUEST, method: 'PUT' as const, body: bytes };

	test('sends without a credential and keeps every status', async () => {
		const { caller, calls, credentials } = callerOn([{ statusCode: 403, body: 'no' }]);
		expect(await bytePlane(caller)(put)).toMatchObject({ status: 403, body: 'no' });
		expect(credentials).toEqual([]);
		expect(calls).toEqual([
			{ ...OPTIONS, method: 'PUT', body: bytes, ignoreHttpStatusErrors: true },
		]);
		expect(calls[0]?.body).toBe(bytes);
	});

	test('hands n8n the signal, and sends nothing after a cancel', async () => {
		const { caller, calls } = callerOn([ok]);
		const { signal } = new AbortController();
		await bytePlane(caller)(put, signal);
		expect(calls[0]?.abortSignal).toBe(signal);
		await failureOf(CancelledError, () => bytePlane(caller)(put, AbortSignal.abort()));
		expect(calls).toHaveLength(1);
	});

	test('tells a lost connection and a cancel on the way apart', async () => {
		const lost = callerOn([axiosError('socket hang up', 'ECONNRESET')]);
		const error = await failureOf(ConnectionError, () => bytePlane(lost.caller)(put));
		expect(error.code).toBe('ECONNRESET');

		const cancel = new AbortController();
		const caller = {
			helpers: {
				httpRequest: () => {
					cancel.abort();
					return Promise.reject(axiosError('canceled', 'ERR_CANCELED'));
				},
			},
		} as unknown as IExecuteFunctions;
		await failureOf(CancelledError, () => bytePlane(caller)(put, cancel.signal));
	});
});
