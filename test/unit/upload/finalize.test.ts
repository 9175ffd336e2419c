import { LinkedInError } from '../../../linkedin/api/error';
import {
	CancelledError,
	ConnectionError,
	RenewalError,
	type HttpRequest,
} from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { finalizeVideo } from '../../../linkedin/upload/finalize';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { answer, failureOf, RETRY, type Step } from '../api/support';
import { sessionOf, uploadLab, VIDEO, type UploadLab } from './support';

const SIZES = [10, 10, 5];
const READ = `GET /rest/videos/${encodeURIComponent(VIDEO)}`;
const FINALIZE = 'POST /rest/videos?action=finalizeUpload';
const state = (status: string) => answer(200, { id: VIDEO, status });
const reset = new ConnectionError('socket hang up', 'ECONNRESET');
const unreached = new ConnectionError('connect ECONNREFUSED', 'ECONNREFUSED');
const CARRIED_OUT =
	'LinkedIn’s response to the last step (finalize) was lost, but the video’s state shows that it succeeded.';
const UNCLEAR: Array<[string, Step]> = [
	['no answer', reset],
	['408', answer(408)],
	['a gateway’s page', answer(200, '<html>Sign in</html>')],
	['500', answer(500)],
	['503', answer(503)],
];

interface Finalizing extends UploadLab {
	readonly session: VideoUploadSession;
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
	return {
		...lab,
		session,
		run: () => finalizeVideo(lab.context, session),
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
		expect(waits).toEqual([100]);
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
			expect(warnings).toEqual([CARRIED_OUT]);
		},
	);

	test('unreadable: it is not sent again, and the error says so', async () => {
		const { run, calls, session, warnings } = finalizing([unclear, answer(403)]);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toMatch(/^Could not finalize the upload of "talk\.mp4": /);
		expect(error.description).toContain(
			`It’s unclear whether the upload was completed, and the video’s state could not be read either, so the request was not sent again. Check ${VIDEO} on LinkedIn before you upload the file again.`,
		);
		expect(calls()).toEqual([FINALIZE, READ]);
		expect(session.finalized).toBe(false);
		expect(warnings).toEqual([]);
	});
});

test('a 429 was not carried out: it goes again, and no state is asked for', async () => {
	const { run, calls, session, client } = finalizing([answer(429), answer(200)]);
	await run();
	expect(calls()).toEqual([FINALIZE, FINALIZE]);
	expect(client.retries).toBe(1);
	expect(session.finalized).toBe(true);
});

test('429 to the end is a clear refusal', async () => {
	const { run, calls, session } = finalizing([answer(429), answer(429), answer(429)]);
	const error = await failureOf(LinkedInError, run);
	expect(error.message).toContain('rate limit');
	expect(calls()).toEqual([FINALIZE, FINALIZE, FINALIZE]);
	expect(session).toMatchObject({ finalized: false, finalizeSent: false });
});

describe('after a second unclear answer the state decides again', () => {
	const twice = [reset, state('WAITING_UPLOAD'), answer(503, { code: 'BUSY' })];

	test.each(['PROCESSING', 'AVAILABLE'])('%s: it was carried out', async (status) => {
		const { run, calls, session, warnings, client } = finalizing([...twice, state(status)]);
		await run();
		expect(calls()).toEqual([FINALIZE, READ, FINALIZE, READ]);
		expect(session.finalized).toBe(true);
		expect(warnings).toEqual([CARRIED_OUT]);
		expect(client.retries).toBe(1);
	});

	test('WAITING_UPLOAD: it is not sent a third time', async () => {
		const { run, calls, session, warnings } = finalizing([...twice, state('WAITING_UPLOAD')]);
		const error = await failureOf(LinkedInError, run);
		expect(error).toMatchObject({ status: 503, code: 'BUSY' });
		expect(error.description).not.toContain('It’s unclear whether the upload was completed');
		expect(error.description).toContain('still waiting for it after 2 attempts');
		expect(calls()).toEqual([FINALIZE, READ, FINALIZE, READ]);
		expect(session.finalized).toBe(false);
		expect(warnings).toEqual([]);
	});

	test('unreadable: the error says so', async () => {
		const { run, calls, session } = finalizing([...twice, answer(404)]);
		const error = await failureOf(LinkedInError, run);
		expect(error).toMatchObject({ status: 503, code: 'BUSY' });
		expect(error.description).toContain('It’s unclear whether the upload was completed');
		expect(calls()).toEqual([FINALIZE, READ, FINALIZE, READ]);
		expect(session.finalized).toBe(false);
	});

	test('a refusal, because the first one was carried out late: it was', async () => {
		const steps = [reset, state('WAITING_UPLOAD'), answer(400), state('PROCESSING')];
		const { run, calls, session } = finalizing(steps);
		await run();
		expect(calls()).toEqual([FINALIZE, READ, FINALIZE, READ]);
		expect(session.finalized).toBe(true);
	});

	test('a refusal of what LinkedIn still waits for is the error', async () => {
		const steps = [reset, state('WAITING_UPLOAD'), answer(400), state('WAITING_UPLOAD')];
		const { run, session } = finalizing(steps);
		expect((await failureOf(LinkedInError, run)).status).toBe(400);
		expect(session.finalized).toBe(false);
	});
});

test('an error about the unknown keeps what the first answer told', async () => {
	const first = answer(503, { code: 'BUSY', message: 'one moment' }, { 'x-li-uuid': 'u1' });
	const { run } = finalizing([first, answer(200, '{}')]);
	const error = await failureOf(LinkedInError, run);
	const words = 'LinkedIn said: "one moment" (status 503, BUSY, request id u1).';
	expect(error).toMatchObject({ status: 503, code: 'BUSY', requestId: 'u1' });
	expect(error.description).toMatch(/^It’s unclear whether the upload was completed, .* again\. /);
	expect(error.description).toContain(words);
	expect(error.description).toContain(`Could not read the video ${VIDEO}`);
});

test('the state is asked for as often as any GET', async () => {
	const { run, calls } = finalizing([reset, reset, answer(503), state('PROCESSING')]);
	await run();
	expect(calls()).toEqual([FINALIZE, READ, READ, READ]);
});

describe('the pause', () => {
	test('stands before each look at the state, and listens to the cancel', async () => {
		const { signal } = new AbortController();
		const journal: string[] = [];
		const signals: Array<AbortSignal | undefined> = [];
		const { run } = finalizing(
			[
				...[reset, state('WAITING_UPLOAD'), reset, state('PROCESSING')].map(
					(step) => (request: HttpRequest) => {
						journal.push(request.method);
						if (step instanceof Error) throw step;
						return step;
					},
				),
			],
			{
				signal,
				sleep: (milliseconds, given) => {
					journal.push(`${milliseconds} ms`);
					signals.push(given);
					return Promise.resolve();
				},
			},
		);
		await run();
		expect(journal).toEqual(['POST', '100 ms', 'GET', 'POST', '100 ms', 'GET']);
		expect(signals).toEqual([signal, signal]);
	});

	test('is as long as LinkedIn asks', async () => {
		const busy = answer(503, '', { 'Retry-After': '20' });
		const { run, waits } = finalizing([busy, state('WAITING_UPLOAD'), answer(200)]);
		await run();
		expect(waits).toEqual([20_000]);
	});

	test('is no hour long: the error tells that LinkedIn asks for one', async () => {
		const busy = answer(503, '', { 'Retry-After': '3600' });
		const waiting = state('WAITING_UPLOAD');
		const { run, waits } = finalizing([busy, waiting, busy, waiting]);
		const error = await failureOf(LinkedInError, run);
		expect(error.retryAfterMs).toBe(3_600_000);
		expect(error.description).toContain('LinkedIn asks you to wait 3600 seconds.');
		expect(Math.max(...waits)).toBeLessThanOrEqual(RETRY.maxRetryAfterMs);
	});

	test('that is cancelled ends it', async () => {
		const { run, calls } = finalizing([reset], {
			sleep: () => Promise.reject(new CancelledError()),
		});
		await failureOf(CancelledError, run);
		expect(calls()).toEqual([FINALIZE]);
	});
});

test('without retries it is paused, read once, and sent once more nevertheless', async () => {
	const retry = { ...RETRY, maxRetries: 0 };
	const steps = [answer(503), state('WAITING_UPLOAD'), answer(200)];
	const { run, calls, session, waits } = finalizing(steps, { retry });
	await run();
	expect(calls()).toEqual([FINALIZE, READ, FINALIZE]);
	expect(waits).toEqual([100]);
	expect(session.finalized).toBe(true);

	const unread = finalizing([answer(503), answer(503)], { retry });
	const error = await failureOf(LinkedInError, unread.run);
	expect(error.description).toContain('It’s unclear whether the upload was completed');
	expect(unread.calls()).toEqual([FINALIZE, READ]);
});

describe('a LinkedIn that was never reached', () => {
	test('is tried again like any call that was not carried out', async () => {
		const { run, calls, warnings } = finalizing([unreached, unreached, answer(200)]);
		await run();
		expect(calls()).toEqual([FINALIZE, FINALIZE, FINALIZE]);
		expect(warnings).toEqual([]);
	});

	// Product: isUnclear() takes it for an unclear answer, although nothing was sent for certain.
	test('leaves nothing unknown', async () => {
		const { run, session } = finalizing(Array<Error>(6).fill(unreached));
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toContain('LinkedIn can’t be reached');
		expect(session.finalized).toBe(false);
		expect(error.description).not.toContain('It’s unclear whether the upload was completed');
	});
});

test('what n8n did not send is clear: nothing is asked or repeated', async () => {
	const problem = new Problem('n8n could not send the request to LinkedIn: blocked');
	const { run, calls, session } = finalizing([problem]);
	expect(await failureOf(Problem, run)).toBe(problem);
	expect(calls()).toEqual([FINALIZE]);
	expect(session.finalized).toBe(false);
});

// Product: stateAfter() rethrows what is no LinkedInError, and the doubt is lost with it.
test('a state that n8n does not ask for leaves it unknown too', async () => {
	const problem = new Problem('n8n could not send the request to LinkedIn: blocked');
	const { run } = finalizing([answer(503), problem]);
	const error = await failureOf(LinkedInError, run);
	expect(error.description).toContain('It’s unclear whether the upload was completed');
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

describe('where an earlier run sent it and lost the answer', () => {
	const resuming = (steps: readonly Step[]) => {
		const lab = finalizing(steps);
		lab.session.finalizeSent = true;
		return lab;
	};

	test.each(['PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED'])(
		'and the video is %s, it was carried out: nothing is sent',
		async (status) => {
			const { run, calls, session, warnings } = resuming([state(status)]);
			await run();
			expect(calls()).toEqual([READ]);
			expect(session.finalized).toBe(true);
			expect(warnings).toEqual([CARRIED_OUT]);
		},
	);

	test('and the video still waits, it is sent', async () => {
		const { run, calls, session, warnings, waits } = resuming([
			state('WAITING_UPLOAD'),
			answer(200),
		]);
		await run();
		expect(calls()).toEqual([READ, FINALIZE]);
		expect(session.finalized).toBe(true);
		expect(warnings).toEqual([]);
		expect(waits).toEqual([]);
	});

	test('and the state cannot be read, nothing is sent', async () => {
		const { run, calls, session } = resuming([answer(403)]);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toBe('Could not finalize the upload of "talk.mp4"');
		expect(error.code).toBe('FINALIZE_UNCLEAR');
		expect(error.description).toContain('It’s unclear whether the upload was completed');
		expect(calls()).toEqual([READ]);
		expect(session).toMatchObject({ finalizeSent: true, finalized: false });
	});
});

describe('what a later resume learns of it', () => {
	test.each<[string, Step[], boolean]>([
		['sent, its answer lost', [answer(503), answer(403)], true],
		[
			'sent twice, still waiting',
			[answer(503), state('WAITING_UPLOAD'), answer(503), state('WAITING_UPLOAD')],
			true,
		],
		['cancelled on the way', [new CancelledError()], true],
		['ended by a mistake of the program', [new RangeError('mistake')], true],
		['refused', [answer(400)], false],
		['never reached LinkedIn', Array<Error>(3).fill(unreached), false],
		['not sent by n8n', [new Problem('blocked')], false],
	])('%s', async (_, steps, finalizeSent) => {
		const { run, session } = finalizing(steps);
		await expect(run()).rejects.toThrow();
		expect(session).toMatchObject({ finalizeSent, finalized: false });
	});

	test('nothing of it while a part was missing', async () => {
		const { run, session } = finalizing([]);
		delete session.parts[0]?.etag;
		await failureOf(LinkedInError, run);
		expect(session.finalizeSent).toBeUndefined();
	});
});
