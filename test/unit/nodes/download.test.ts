import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import type { IBinaryData, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { downloadInto } from '../../../nodes/transport/download';
import { failureOf } from '../api/support';
import { axiosError, httpRequestGiving } from './support';

const URL = 'https://media.licdn.com/dms/image/C5?e=1&t=signature';
const nameOf = () => ({ name: 'C5.png', mimeType: 'image/png' });

/** n8n's helpers: one answer, and a storage. */
function execution(
	answer: object | Error,
	store: (stream: Readable) => Promise<Buffer> = buffer,
): { caller: IExecuteFunctions; calls: IHttpRequestOptions[] } {
	const { calls, httpRequest } = httpRequestGiving(answer);
	const caller = {
		helpers: {
			httpRequest,
			prepareBinaryData: async (stream: Readable, fileName: string, mimeType: string) => {
				const data = (await store(stream)).toString();
				return { data, fileName, mimeType } satisfies IBinaryData;
			},
		},
	} as unknown as IExecuteFunctions;
	return { caller, calls };
}

const broken = (): Readable =>
	Readable.from(
		(async function* () {
			yield await Promise.resolve(Buffer.from('half'));
			throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
		})(),
	);

test('the stream goes to n8n’s storage, with its name; nothing is added to the request', async () => {
	const headers = { 'content-type': 'image/png' };
	const { caller, calls } = execution({
		statusCode: 200,
		headers,
		body: Readable.from([Buffer.from('bytes')]),
	});
	const fetched = await downloadInto(caller)(URL, nameOf, undefined);
	expect(fetched).toMatchObject({
		status: 200,
		stored: { data: 'bytes', fileName: 'C5.png', mimeType: 'image/png' },
	});
	expect(fetched.headers.get('Content-Type')).toBe('image/png');
	expect(calls).toEqual([
		expect.objectContaining({
			method: 'GET',
			url: URL,
			headers: {},
			encoding: 'stream',
			returnFullResponse: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
		}),
	]);
});

test.each([302, 403, 410, 503])('%d is an answer, and its stream is let go', async (statusCode) => {
	const body = Readable.from([Buffer.from('no')]);
	const { caller } = execution({ statusCode, headers: {}, body });
	const fetched = await downloadInto(caller)(URL, nameOf, undefined);
	expect(fetched.status).toBe(statusCode);
	expect(fetched).not.toHaveProperty('stored');
	expect(body.destroyed).toBe(true);
});

test('a transfer that breaks off is a connection that failed', async () => {
	const { caller } = execution({ statusCode: 200, headers: {}, body: broken() });
	const error = await failureOf(ConnectionError, () =>
		downloadInto(caller)(URL, nameOf, undefined),
	);
	expect(error).toMatchObject({ code: 'ECONNRESET', message: 'the transfer was cut off' });
});

test('a storage that fails is its own error, and the stream is let go', async () => {
	const body = Readable.from([Buffer.from('bytes')]);
	const full = new RangeError('no space left');
	const { caller } = execution({ statusCode: 200, headers: {}, body }, () => Promise.reject(full));
	expect(await failureOf(RangeError, () => downloadInto(caller)(URL, nameOf, undefined))).toBe(
		full,
	);
	expect(body.destroyed).toBe(true);
});

test('no answer at all is a connection that failed, without the signed address', async () => {
	const { caller } = execution(axiosError('socket hang up', 'ECONNRESET', { url: URL }));
	const error = await failureOf(ConnectionError, () =>
		downloadInto(caller)(URL, nameOf, undefined),
	);
	expect(error.message).not.toContain('signature');
});

test('a cancel before it begins asks nothing', async () => {
	const { caller, calls } = execution(new Error('not reached'));
	await failureOf(CancelledError, () => downloadInto(caller)(URL, nameOf, AbortSignal.abort()));
	expect(calls).toHaveLength(0);
});

test('a cancel in the middle ends the transfer', async () => {
	const controller = new AbortController();
	const body = new Readable({
		read() {
			controller.abort();
		},
	});
	const { caller } = execution({ statusCode: 200, headers: {}, body });
	await failureOf(CancelledError, () => downloadInto(caller)(URL, nameOf, controller.signal));
	expect(body.destroyed).toBe(true);
});
