import { LinkedInError } from '../../../linkedin/api/error';
import {
	CancelledError,
	ConnectionError,
	RenewalError,
	type HttpResponse,
} from '../../../linkedin/api/http';
import { linkedInErrors } from '../../../linkedin/api/linkedInErrors';
import { sendRepeatedly, type RepeatedRequest } from '../../../linkedin/api/repeat';
import { parseRetryAfter } from '../../../linkedin/api/retry';
import {
	answer,
	failureOf,
	half,
	NO_REFRESH,
	NOW,
	PERSON,
	play,
	RETRY,
	type Step,
} from './support';

const purpose = { doing: 'do it', right: 'uploadVideo', owner: PERSON } as const;
const busy = answer(503);
const fine = answer(200);
const reset = new ConnectionError('socket hang up', 'ECONNRESET');
const unreached = new ConnectionError('connect ECONNREFUSED', 'ECONNREFUSED');

type LinkedInRequest = RepeatedRequest<HttpResponse, LinkedInError>;

function repeating(steps: readonly Step[], changes: Partial<LinkedInRequest> = {}) {
	const { requests, send } = play(steps);
	/** What happened, in order. */
	const journal: string[] = [];
	const signals: Array<AbortSignal | undefined> = [];
	const repeatable = changes.repeatable ?? true;
	const request: LinkedInRequest = {
		...linkedInErrors(purpose, { token: NO_REFRESH, now: () => NOW }, repeatable),
		send: () => {
			journal.push('send');
			return send({ method: 'GET', url: '/', headers: {}, timeoutMs: 1 });
		},
		repeatable,
		retry: RETRY,
		refusalError: ({ status, headers }) => {
			const retryAfterMs = parseRetryAfter(headers.get('retry-after'), NOW);
			return new LinkedInError(`refused ${status}`, {
				description: '',
				status,
				...(retryAfterMs === undefined ? {} : { retryAfterMs }),
			});
		},
		onRetry: () => journal.push('retry'),
		...changes,
	};
	const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		journal.push(`wait ${milliseconds}`);
		signals.push(signal);
		return Promise.resolve();
	};
	const run = () => sendRepeatedly({ sleep, random: half }, request);
	return { requests, journal, signals, run };
}

describe('an answer', () => {
	test.each([200, 201, 204, 299])('with %d is the result', async (status) => {
		const response = answer(status);
		const { run, journal } = repeating([response]);
		expect(await run()).toBe(response);
		expect(journal).toEqual(['send']);
	});

	test.each([0, 199, 300, 302, 400, 404])('with %d is refused at once', async (status) => {
		const { run, journal } = repeating([answer(status)]);
		expect((await failureOf(LinkedInError, run)).message).toBe(`refused ${status}`);
		expect(journal).toEqual(['send']);
	});
});

describe('what may be repeated', () => {
	test('is, each time counted before the wait', async () => {
		const { run, journal } = repeating([busy, reset, fine]);
		expect(await run()).toBe(fine);
		expect(journal).toEqual(['send', 'retry', 'wait 50', 'send', 'retry', 'wait 100', 'send']);
	});

	test('waits as long as the error says', async () => {
		const { run, journal } = repeating([answer(429, '', { 'Retry-After': '9' }), fine]);
		await run();
		expect(journal).toContain('wait 9050');
	});

	test('ends with the policy, in the error of the last try', async () => {
		const { run, journal } = repeating([reset, answer(500), answer(502)]);
		expect((await failureOf(LinkedInError, run)).message).toBe('refused 502');
		expect(journal.filter((event) => event === 'send')).toHaveLength(3);
		expect(journal.at(-1)).toBe('send');
	});

	describe('while others of the same upload arrive', () => {
		/** How often it is tried where one more has arrived before each of these tries, from 1, has failed. */
		const triesWith = async (progress: readonly number[], retry = RETRY): Promise<number> => {
			let tries = 0;
			let arrived = 0;
			const fail = () => {
				tries += 1;
				if (progress.includes(tries)) arrived += 1;
				return busy;
			};
			const { run } = repeating(Array<Step>(30).fill(fail), { retry, arrived: () => arrived });
			await failureOf(LinkedInError, run);
			return tries;
		};

		test.each<[readonly number[], number]>([
			[[], 3],
			[[1], 3],
			[[3], 5],
			[[2], 4],
			[[3, 5], 7],
			[[2, 3, 4, 5, 6, 7, 8, 9], 6],
			[[3, 5, 7, 9, 11, 13], 9],
		])('is counted anew, three times at most: %j', async (progress, tries) => {
			expect(await triesWith(progress)).toBe(tries);
		});

		test('is none where the user wants none', async () => {
			expect(await triesWith([1, 2, 3], { ...RETRY, maxRetries: 0 })).toBe(1);
		});
	});

	test('is never in doubt', async () => {
		const { run } = repeating([reset, reset, reset]);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toBe('Could not do it: LinkedIn didn’t respond');
		expect(error.description).not.toContain('unknown');
	});
});

describe('what may not be repeated', () => {
	const once = { repeatable: false };

	test.each<[string, Step]>([
		['503', busy],
		['429', answer(429, '', { 'Retry-After': '1' })],
		['a lost connection', reset],
	])('is sent once before %s', async (_, step) => {
		const { run, journal } = repeating([step], once);
		await failureOf(LinkedInError, run);
		expect(journal).toEqual(['send']);
	});

	test.each<[string, Error, string]>([
		['never arrived', unreached, 'LinkedIn can’t be reached'],
		['had no token', new RenewalError(503), 'the LinkedIn connection could not be renewed'],
	])('is sent again where it %s, and never in doubt', async (_, failure, words) => {
		const { run, journal } = repeating([failure, fine], once);
		expect(await run()).toBe(fine);
		expect(journal).toEqual(['send', 'retry', 'wait 50', 'send']);

		const error = await failureOf(LinkedInError, repeating([failure, failure, failure], once).run);
		expect(error.message).toBe(`Could not do it: ${words}`);
		expect(error.description).not.toContain('It’s unclear whether LinkedIn received');
	});

	test('is in doubt where it may have arrived', async () => {
		const { description } = await failureOf(LinkedInError, repeating([reset], once).run);
		expect(description).toContain('It’s unclear whether LinkedIn received the request');
	});

	test('is not tried again where the token endpoint refuses', async () => {
		const { run, journal } = repeating([new RenewalError(400)], once);
		expect((await failureOf(LinkedInError, run)).code).toBe('TOKEN_NOT_RENEWED');
		expect(journal).toEqual(['send']);
	});
});

describe('the signal', () => {
	test('is looked at before the first try', async () => {
		const { run, journal } = repeating([], { signal: AbortSignal.abort() });
		await failureOf(CancelledError, run);
		expect(journal).toEqual([]);
	});

	test('is looked at before each further try', async () => {
		const cancel = new AbortController();
		const { run, requests } = repeating([busy], {
			signal: cancel.signal,
			onRetry: () => {
				cancel.abort();
			},
		});
		await failureOf(CancelledError, run);
		expect(requests).toHaveLength(1);
	});

	test('goes into the waits', async () => {
		const { signal } = new AbortController();
		const { run, signals } = repeating([busy, fine], { signal });
		await run();
		expect(signals).toEqual([signal]);
		const without = repeating([busy, fine]);
		await without.run();
		expect(without.signals).toEqual([undefined]);
	});
});

test.each([new CancelledError(), new RangeError('mistake')])(
	'a %s comes through as it is',
	async (error) => {
		const { run, journal } = repeating([error]);
		await expect(run()).rejects.toBe(error);
		expect(journal).toEqual(['send']);
	},
);

describe('a server that is not LinkedIn', () => {
	/** Its failures are told in words of their own. */
	class ServerError extends Error {
		constructor(
			message: string,
			readonly retryAfterMs?: number,
		) {
			super(message);
		}
	}
	const asking = (steps: ReadonlyArray<{ status: number; wait?: number } | Error>) => {
		const waits: number[] = [];
		let sent = 0;
		const run = () =>
			sendRepeatedly(
				{
					random: half,
					sleep: (milliseconds) => {
						waits.push(milliseconds);
						return Promise.resolve();
					},
				},
				{
					send: () => {
						const step = steps[sent];
						sent += 1;
						if (!step || step instanceof Error)
							return Promise.reject(step ?? new Error('too many'));
						return Promise.resolve(step);
					},
					repeatable: true,
					retry: RETRY,
					onRetry: () => undefined,
					refusalError: ({ status, wait }) => new ServerError(`status ${status}`, wait),
					noAnswerError: ({ code }) => new ServerError(`no answer, ${String(code)}`),
				},
			);
		return { run, waits };
	};

	test('is answered by its own kind of answer', async () => {
		const { run } = asking([{ status: 206, wait: 7 }]);
		expect(await run()).toEqual({ status: 206, wait: 7 });
	});

	test('fails with its own kind of error, which says how long to wait', async () => {
		const { run, waits } = asking([{ status: 503, wait: 9000 }, reset, { status: 404 }]);
		expect((await failureOf(ServerError, run)).message).toBe('status 404');
		expect(waits).toEqual([9050, 100]);
		const lost = asking([reset, reset, reset]);
		expect((await failureOf(ServerError, lost.run)).message).toBe('no answer, ECONNRESET');
	});

	test('has no token that could be renewed', async () => {
		const error = new RenewalError(503);
		await expect(asking([error]).run()).rejects.toBe(error);
	});
});
