import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, ConnectionError, RenewalError } from '../../../linkedin/api/http';
import { finalizeVideo } from '../../../linkedin/upload/finalize';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { answer, failureOf, RETRY, type Lab, type Step } from '../api/support';
import { sessionOf, uploadLab, VIDEO } from './support';

const SIZES = [10, 10, 5];
const READ = `GET /rest/videos/${encodeURIComponent(VIDEO)}`;
const FINALIZE = 'POST /rest/videos?action=finalizeUpload';
const state = (status: string) => answer(200, { id: VIDEO, status });
const reset = new ConnectionError('socket hang up', 'ECONNRESET');
const UNCLEAR: Array<[string, Step]> = [
	['no answer', reset],
	['408', answer(408)],
	['429', answer(429)],
	['500', answer(500)],
	['503', answer(503)],
];

interface Finalizing extends Lab {
	readonly session: VideoUploadSession;
	readonly warnings: string[];
	readonly run: () => Promise<void>;
	/** What was sent, in short. */
	readonly calls: () => string[];
}

function finalizing(
	api: readonly Step[],
	options: Parameters<typeof uploadLab>[0] = {},
): Finalizing {
	const lab = uploadLab({ api, ...options });
	const session = sessionOf(SIZES);
	for (const part of session.parts) part.etag = `id-${part.partNumber}`;
	const warnings: string[] = [];
	return {
		...lab,
		session,
		warnings,
		run: () => finalizeVideo(lab.context, session, warnings),
		calls: () =>
			lab.requests.map(({ method, url }) => `${method} ${url.replace(/^https:..[^/]*/, '')}`),
	};
}

test('links the parts in the plan’s order, with the token as it came', async () => {
	const { run, requests, session, warnings } = finalizing([answer(200)]);
	await run();
	expect(requests).toHaveLength(1);
	expect(requests[0]?.url).toBe('https://api.linkedin.com/rest/videos?action=finalizeUpload');
	expect(requests[0]?.headers['X-RestLi-Method']).toBe('action');
	expect(JSON.parse(String(requests[0]?.body))).toEqual({
		finalizeUploadRequest: {
			video: VIDEO,
			uploadToken: 'token-1',
			uploadedPartIds: ['id-1', 'id-2', 'id-3'],
		},
	});
	expect(session.finalized).toBe(true);
	expect(warnings).toEqual([]);
});

test('sends nothing while a part is missing', async () => {
	const { run, requests, session } = finalizing([]);
	delete session.parts[1]?.etag;
	const error = await failureOf(LinkedInError, run);
	expect(error.code).toBe('MISSING_PART');
	expect(requests).toEqual([]);
	expect(session.finalized).toBe(false);
});

describe.each(UNCLEAR)('after %s the state decides', (_, unclear) => {
	test('WAITING_UPLOAD: it is sent once more', async () => {
		const { run, calls, session, warnings, waits, client, requests } = finalizing([
			unclear,
			state('WAITING_UPLOAD'),
			answer(200),
		]);
		await run();
		expect(calls()).toEqual([FINALIZE, READ, FINALIZE]);
		expect(requests[2]).toEqual(requests[0]);
		expect(waits).toEqual([50]);
		expect(client.retries).toBe(1);
		expect(session.finalized).toBe(true);
		expect(warnings).toEqual([]);
	});

	test.each(['PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED', 'A_WORD_OF_TOMORROW'])(
		'%s: it was carried out, which a warning tells',
		async (status) => {
			const { run, calls, session, warnings } = finalizing([unclear, state(status)]);
			await run();
			expect(calls()).toEqual([FINALIZE, READ]);
			expect(session.finalized).toBe(true);
			expect(warnings).toEqual([
				'LinkedIn’s answer to the last step (finalize) was lost, but the video’s state shows that it was carried out.',
			]);
		},
	);

	test('unreadable: it is not sent again, and the error says so', async () => {
		const { run, calls, session, warnings } = finalizing([unclear, answer(403)]);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toMatch(/^Could not finalize the upload of "talk\.mp4": /);
		expect(error.description).toContain(
			`Whether it was carried out is unknown, because the video’s state could not be read either, so it was not sent again. Look at ${VIDEO} on LinkedIn before you upload once more.`,
		);
		expect(calls()).toEqual([FINALIZE, READ]);
		expect(session.finalized).toBe(false);
		expect(warnings).toEqual([]);
	});
});

test('an error about the unknown keeps what the first answer told', async () => {
	const first = answer(503, { code: 'BUSY' }, { 'x-li-uuid': 'u1' });
	const { run } = finalizing([first, answer(200, '{}')]);
	expect(await failureOf(LinkedInError, run)).toMatchObject({
		status: 503,
		code: 'BUSY',
		requestId: 'u1',
	});
});

test('the state is asked for as often as any GET', async () => {
	const { run, calls } = finalizing([reset, reset, answer(503), state('PROCESSING')]);
	await run();
	expect(calls()).toEqual([FINALIZE, READ, READ, READ]);
});

test('the second sending is the last one', async () => {
	const { run, calls, session } = finalizing([reset, state('WAITING_UPLOAD'), answer(503)]);
	expect((await failureOf(LinkedInError, run)).status).toBe(503);
	expect(calls()).toEqual([FINALIZE, READ, FINALIZE]);
	expect(session.finalized).toBe(false);
});

test('LinkedIn’s wish to wait counts for the second sending too', async () => {
	const busy = answer(429, '', { 'Retry-After': '20' });
	const { run, waits } = finalizing([busy, state('WAITING_UPLOAD'), answer(200)]);
	await run();
	expect(waits).toEqual([20_000]);
});

test('without retries there is no second sending', async () => {
	const retry = { ...RETRY, maxRetries: 0 };
	const { run, calls, session } = finalizing([answer(503), state('WAITING_UPLOAD')], { retry });
	expect((await failureOf(LinkedInError, run)).status).toBe(503);
	expect(calls()).toEqual([FINALIZE, READ]);
	expect(session.finalized).toBe(false);
});

test.each([400, 401, 403, 404, 422])(
	'a %d is clear: nothing is asked or repeated',
	async (status) => {
		const { run, calls, session } = finalizing([answer(status)]);
		expect((await failureOf(LinkedInError, run)).status).toBe(status);
		expect(calls()).toEqual([FINALIZE]);
		expect(session.finalized).toBe(false);
	},
);

test('a token that could not be renewed is clear too', async () => {
	const renewal = new RenewalError(503);
	const { run, calls } = finalizing([renewal, renewal, renewal]);
	expect((await failureOf(LinkedInError, run)).code).toBe('TOKEN_NOT_RENEWED');
	expect(calls()).toEqual([FINALIZE, FINALIZE, FINALIZE]);
});

test('a cancelled execution ends as such', async () => {
	const { run } = finalizing([reset, new CancelledError()]);
	await failureOf(CancelledError, run);
});
