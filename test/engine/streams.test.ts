import { getEventListeners } from 'node:events';

import { ConnectionError } from '../../linkedin/api/http';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';
import { openUrl } from '../../linkedin/files/url/open';
import { downloadInto } from '../../nodes/transport/download';
import { readUrl } from '../../nodes/transport/readUrl';
import { sendToWebhook } from '../../nodes/transport/webhook';
import { DrivenWatch } from '../drivenWatch';
import { failureOf } from '../unit/api/support';
import {
	bytesOf,
	endless,
	fallSilent,
	fileServer,
	readingLab,
	serve,
} from '../unit/files/url/support';
import { insideNode } from './insideNode';

const nameOf = () => ({ name: 'picture.png', mimeType: 'image/png' });
const FILE = { bytes: bytesOf(1_000_000), ranges: false };

let watch: DrivenWatch;
beforeEach(() => {
	watch = new DrivenWatch();
});
afterEach(() => {
	jest.restoreAllMocks();
});

/** Somebody listens to a source that gives nothing, for as long as it is allowed to. */
async function silence(): Promise<void> {
	for (let look = 0; look < 2; look += 1) {
		while (!watch.isWaiting(TIME_LIMITS.silenceMs)) await new Promise(setImmediate);
		for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
		await watch.pass(TIME_LIMITS.silenceMs);
	}
}

test.each([302, 403, 410, 503])('a download refused with %d leaves no connection', async (code) => {
	const server = await serve(endless(code));
	const { signal } = new AbortController();
	await insideNode(async (execution) => {
		for (let turn = 0; turn < 3; turn += 1) {
			expect((await downloadInto(execution)(server.origin, nameOf, signal)).status).toBe(code);
		}
	});
	await server.idle();
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a download that falls silent is ended, and leaves nothing', async () => {
	const server = await serve(fallSilent(FILE, 1000));
	const { signal } = new AbortController();
	const error = await insideNode(async (execution) => {
		const downloading = failureOf(ConnectionError, () =>
			downloadInto(execution)(server.origin, nameOf, signal),
		);
		await silence();
		return downloading;
	});
	expect(error).toMatchObject({ code: 'BODY_TIMEOUT', message: 'the response stopped arriving' });
	await server.idle();
	expect(watch.count).toBe(0);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a webhook whose answer falls silent is ended, and leaves nothing', async () => {
	const server = await serve(fallSilent(FILE, 1000));
	const error = await insideNode(async (execution) => {
		const notifying = failureOf(ConnectionError, () =>
			sendToWebhook(execution)({
				method: 'POST',
				url: server.origin,
				headers: {},
				body: '{}',
				timeoutMs: 30_000,
			}),
		);
		await silence();
		return notifying;
	});
	expect(error.code).toBe('BODY_TIMEOUT');
	await server.idle();
	expect(watch.count).toBe(0);
});

test.each(['unread', 'begun'])('a streamed file closed early (%s) leaves nothing', async (how) => {
	const server = await fileServer(FILE);
	const { signal } = new AbortController();
	await insideNode(async (execution) => {
		const { reading } = readingLab({ read: readUrl(execution) });
		for (let turn = 0; turn < 3; turn += 1) {
			const file = await openUrl(reading, { url: `${server.origin}/talk.mp4` }, 'URL', signal);
			if (how === 'begun') {
				for await (const chunk of await file.open(signal)) if (chunk.length > 0) break;
			}
			await file.close?.();
		}
	});
	await server.idle();
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});
