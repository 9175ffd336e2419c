import type { ClientOptions } from '../../../linkedin/api/client';
import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, ConnectionError, RenewalError } from '../../../linkedin/api/http';
import { VIDEOS } from '../../../linkedin/media/collections';
import { looksWithin } from '../../../linkedin/media/lookTimes';
import { waitUntilAvailable, type WatchedMedia } from '../../../linkedin/media/wait';
import { Problem } from '../../../linkedin/problem';
import {
	ACCOUNT,
	answer,
	clientOn,
	failureOf,
	NOW,
	PERSON,
	RETRY,
	type Step,
} from '../api/support';

const URN = 'urn:li:video:C5505AQH-oV1qvnFtKA';
const NAMED = `The video "talk.mp4" (${URN})`;
const MINUTES = 600_000;
/** The first look at a video that was uploaded just now. */
const FIRST = 10_000;
const watched: WatchedMedia = { collection: VIDEOS, urn: URN, name: 'talk.mp4', owner: PERSON };
const state = (status: string, more: Record<string, unknown> = {}) =>
	answer(200, { id: URN, status, ...more });
const processing = (times: number): Step[] =>
	Array.from({ length: times }, () => state('PROCESSING'));

function waiting(steps: readonly Step[], timeoutMs: number, options: Partial<ClientOptions> = {}) {
	const lab = clientOn(steps, options);
	return { ...lab, run: () => waitUntilAvailable(lab.client, watched, { timeoutMs }) };
}

describe('an entry that becomes available', () => {
	test('by the first look needs no other', async () => {
		const { run, waits } = waiting([state('AVAILABLE', { duration: 8000 })], MINUTES);
		const result = await run();
		expect(result).toMatchObject({ status: 'AVAILABLE', entity: { urn: URN } });
		expect(result.entity?.fields).toMatchObject({ duration: 8000 });
		expect(result).not.toHaveProperty('warning');
		expect(waits).toEqual([FIRST]);
	});

	test('is looked at after pauses that grow by half up to a minute', async () => {
		const { run, waits } = waiting([...processing(7), state('AVAILABLE')], 6 * MINUTES);
		expect((await run()).status).toBe('AVAILABLE');
		expect(waits.map(Math.round)).toEqual([
			10_000, 15_000, 22_500, 33_750, 50_625, 60_000, 60_000, 60_000,
		]);
	});

	test('may have words on its way that are yet unknown', async () => {
		const { run } = waiting(
			[state('WAITING_UPLOAD'), state('WARMING_UP'), state('AVAILABLE')],
			MINUTES,
		);
		expect((await run()).status).toBe('AVAILABLE');
	});

	test('is read with the ad account where one is given', async () => {
		const { client, requests } = clientOn([state('AVAILABLE')]);
		await waitUntilAvailable(client, { ...watched, account: ACCOUNT }, { timeoutMs: 0 });
		expect(requests[0]?.url).toContain(
			'?associatedAccount=urn%3Ali%3AsponsoredAccount%3A123456789',
		);
	});
});

describe('a wait that takes too long', () => {
	test('ends at its time with the status it has', async () => {
		const { run, waits, clock } = waiting(processing(10), 40_000);
		const result = await run();
		expect(result).toMatchObject({ status: 'PROCESSING', entity: { status: 'PROCESSING' } });
		expect(result.warning).toBe(
			`${NAMED} was uploaded and is still PROCESSING after 40 seconds. LinkedIn continues processing it; increase "Wait Until Available (Seconds)" to wait longer.`,
		);
		expect(waits).toEqual([10_000, 15_000, 15_000]);
		expect(clock.now - NOW).toBe(40_000);
	});

	test('looks once more at its very end', async () => {
		const { run } = waiting([...processing(2), state('AVAILABLE')], 40_000);
		const result = await run();
		expect(result.status).toBe('AVAILABLE');
		expect(result).not.toHaveProperty('warning');
	});

	test('of no time reads once, and needs no word', async () => {
		const { run, requests, waits } = waiting([state('PROCESSING')], 0);
		const result = await run();
		expect(result.status).toBe('PROCESSING');
		expect(result).not.toHaveProperty('warning');
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});
});

const reset = new ConnectionError('socket hang up', 'ECONNRESET');

describe('an entry that cannot be read is unknown, never failed', () => {
	test.each<[string, Step, string]>([
		['the right is missing', answer(403), `LinkedIn denied access for ${PERSON}`],
		['the connection has expired', answer(401), 'the LinkedIn connection has expired'],
		['LinkedIn rejected the request', answer(400), 'LinkedIn rejected the request'],
	])('because %s, at the first look', async (_, step, words) => {
		const { run, requests, waits } = waiting([step], MINUTES);
		const result = await run();
		expect(result.status).toBe('UNKNOWN');
		expect(result).not.toHaveProperty('entity');
		expect(result.warning).toContain(
			`${NAMED} was uploaded, but its status could not be read. Could not read the video ${URN}: ${words}. `,
		);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([FIRST]);
	});

	test('even where it could be read before', async () => {
		const { run } = waiting([state('PROCESSING'), answer(403)], MINUTES);
		expect((await run()).status).toBe('UNKNOWN');
	});

	test('because it is not found, five times over', async () => {
		const { run, requests } = waiting(Array<Step>(5).fill(answer(404)), MINUTES);
		const result = await run();
		expect(result.status).toBe('UNKNOWN');
		expect(result.warning).toContain('LinkedIn can’t find it');
		expect(requests).toHaveLength(5);
	});

	test('because n8n does not send the request', async () => {
		const problem = new Problem('n8n could not send the request to LinkedIn: blocked');
		const { run } = waiting([problem], MINUTES);
		const result = await run();
		expect(result.status).toBe('UNKNOWN');
		expect(result.warning).toContain(problem.message);
	});
});

describe('a failure for a moment', () => {
	test.each<[string, Step]>([
		['408', answer(408)],
		['429', answer(429)],
		['503', answer(503)],
		['a lost connection', reset],
		['a LinkedIn out of reach', new ConnectionError('getaddrinfo', 'EAI_AGAIN')],
		['a token that cannot be renewed now', new RenewalError(503)],
		['an entry that is not there yet', answer(404)],
		['a broken answer', answer(200, '<html>')],
	])('by %s is one read of many', async (_, step) => {
		const steps = [step, state('PROCESSING'), step, state('AVAILABLE')];
		const { run, requests, waits, client } = waiting(steps, MINUTES);
		const result = await run();
		expect(result.status).toBe('AVAILABLE');
		expect(result).not.toHaveProperty('warning');
		expect(requests).toHaveLength(4);
		// Each look is sent once: the pauses are the only waits.
		expect(waits).toEqual([10_000, 15_000, 22_500, 33_750]);
		expect(client.retries).toBe(2);
	});

	test('more often than the policy allows is polled on nevertheless', async () => {
		const steps = [...Array<Step>(8).fill(answer(503)), state('AVAILABLE')];
		const { run } = waiting(steps, 60 * MINUTES, { retry: { ...RETRY, maxRetries: 0 } });
		expect((await run()).status).toBe('AVAILABLE');
	});

	test.each<[string, Step, string]>([
		['LinkedIn fails', answer(503), 'LinkedIn returned a server error'],
		['no answer comes', reset, 'LinkedIn didn’t respond'],
	])('that stays is unknown when the time is over: %s', async (_, step, words) => {
		const { run, waits, clock } = waiting(Array<Step>(3).fill(step), 40_000);
		const result = await run();
		expect(result.status).toBe('UNKNOWN');
		expect(result.warning).toContain(`Could not read the video ${URN}: ${words}. `);
		expect(waits).toEqual([10_000, 15_000, 15_000]);
		expect(clock.now - NOW).toBe(40_000);
	});

	test('waits as long as LinkedIn asks, where that is longer than the interval', async () => {
		const slow = (seconds: number) => answer(429, '', { 'Retry-After': String(seconds) });
		const { run, waits } = waiting([slow(20), slow(1), state('AVAILABLE')], MINUTES);
		expect((await run()).status).toBe('AVAILABLE');
		expect(waits).toEqual([FIRST, 20_000, 22_500]);
	});

	test('never waits longer than the time that is left', async () => {
		const slow = answer(429, '', { 'Retry-After': '3600' });
		const { run, waits, clock } = waiting([slow, state('AVAILABLE')], 15_000);
		expect((await run()).status).toBe('AVAILABLE');
		expect(waits).toEqual([FIRST, 5000]);
		expect(clock.now - NOW).toBe(15_000);
	});

	test.each<[string, Step]>([
		['503', answer(503)],
		['429 with a second', answer(429, '', { 'Retry-After': '1' })],
		['a lost connection', reset],
	])('by %s passes without a wait too', async (_, step) => {
		const { run, client } = waiting([step, state('PROCESSING')], 0);
		expect(await run()).toMatchObject({ status: 'PROCESSING' });
		expect(client.retries).toBe(1);
	});

	test.each<[string, Step[]]>([
		['three failures', Array<Step>(3).fill(answer(503))],
		['a long Retry-After', [answer(429, '', { 'Retry-After': '3' })]],
	])('without a wait is not sat out: %s', async (_, steps) => {
		const { run, requests } = waiting(steps, 0);
		const result = await run();
		expect(result.status).toBe('UNKNOWN');
		expect(result.warning).toContain('its status could not be read');
		expect(requests).toHaveLength(steps.length);
	});
});

describe('LinkedIn’s own failure', () => {
	test.each([
		[{ processingFailureReason: 'unsupported codec' }, 'unsupported codec'],
		[{}, 'LinkedIn gave no reason'],
	])('with %j is an error', async (more, reason) => {
		const { run } = waiting([state('PROCESSING'), state('PROCESSING_FAILED', more)], MINUTES);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toBe(
			`LinkedIn could not process ${NAMED.replace('The', 'the')}: ${reason}`,
		);
		expect(error.code).toBe('PROCESSING_FAILED');
		expect(error.description).toContain('uploading it again won’t help');
	});

	test('is an error without a wait too', async () => {
		await failureOf(LinkedInError, waiting([state('PROCESSING_FAILED')], 0).run);
	});
});

test.each<[string, Step]>([
	['of an entry', state('PROCESSING')],
	['after a failure', answer(503)],
])('a cancelled wait %s ends as such', async (_, step) => {
	let pauses = 0;
	const { run, requests } = waiting([step, step], MINUTES, {
		sleep: () => ((pauses += 1) === 1 ? Promise.resolve() : Promise.reject(new CancelledError())),
	});
	await failureOf(CancelledError, run);
	expect(requests).toHaveLength(1);
});

test('a cancelled read ends as such', async () => {
	await failureOf(CancelledError, waiting([new CancelledError()], MINUTES).run);
});

describe('how often a wait looks can be told before', () => {
	test.each([0, 1, 9_999, 10_000, 10_001, 25_000, MINUTES, 6 * MINUTES])(
		'of %i ms, while LinkedIn processes all the time',
		async (timeoutMs) => {
			const { client, run } = waiting(processing(100), timeoutMs);
			await run();
			const foretold = looksWithin({ isVideo: true }, { timeoutMs, pausesFirst: true });
			expect(foretold).toEqual({ least: 1, most: client.calls });
		},
	);
});
