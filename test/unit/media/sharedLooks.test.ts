import { getEventListeners } from 'events';

import type { LinkedInClient } from '../../../linkedin/api/client';
import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, type HttpRequest } from '../../../linkedin/api/http';
import { VIDEOS } from '../../../linkedin/media/collections';
import { SharedLooks } from '../../../linkedin/media/sharedLooks';
import { waitUntilAvailable } from '../../../linkedin/media/wait';
import { FlyingTime } from '../../flyingTime';
import { ACCOUNT, answer, clientOn, failureOf } from '../api/support';

const MINUTE = 60_000;
const urn = (number: number) => `urn:li:video:C${number}`;

/** LinkedIn, where each video is ready at its time after the start. */
function linkedIn({ readyAt, batch = 200 }: { readyAt: readonly number[]; batch?: number }) {
	const flying = new FlyingTime();
	const begun = flying.now();
	const looks: { at: number; urns: readonly string[] }[] = [];
	const stateOf = (one: string) => {
		const number = Number(/\d+$/.exec(one)?.[0]);
		const ready = flying.now() - begun >= (readyAt[number] ?? Infinity);
		return { id: one, status: ready ? 'AVAILABLE' : 'PROCESSING' };
	};
	const respond = ({ url }: HttpRequest) => {
		const urns = decodeURIComponent(url).match(/urn:li:video:C\d+/g) ?? [];
		looks.push({ at: Math.round((flying.now() - begun) / 1000), urns });
		if (!url.includes('ids=')) return answer(200, stateOf(urns[0] ?? ''));
		const results = Object.fromEntries(urns.map((one) => [one, stateOf(one)]));
		return batch === 200 ? answer(200, { results }) : answer(batch);
	};
	const client = (): LinkedInClient =>
		clientOn(Array(500).fill(respond), { sleep: flying.pause, now: flying.now }).client;
	return { flying, looks, client, begun };
}

function waitForAll(
	given: ReturnType<typeof linkedIn>,
	count: number,
	more: { readonly timeoutMs?: number; readonly signal?: AbortSignal; account?: string } = {},
) {
	const looks = new SharedLooks();
	const { timeoutMs = 60 * MINUTE, signal, account } = more;
	return Promise.all(
		Array.from({ length: count }, (_, number) => {
			const watched = { collection: VIDEOS, urn: urn(number), name: 'talk.mp4', account };
			return waitUntilAvailable(given.client(), watched, { timeoutMs, looks, signal });
		}),
	);
}

test.each([
	[1, 4],
	[10, 13],
	[60, 63],
])('a wait of %i minutes for a video takes %i calls', async (minutes, calls) => {
	const given = linkedIn({ readyAt: [minutes * MINUTE - 10_000] });
	await waitForAll(given, 1);
	expect(given.looks).toHaveLength(calls);
});

test('several waits take as many calls as one', async () => {
	const given = linkedIn({ readyAt: Array<number>(20).fill(10 * MINUTE - 10_000) });
	const { signal } = new AbortController();
	const results = await waitForAll(given, 20, { signal });
	expect(getEventListeners(signal, 'abort')).toEqual([]);
	expect(results.map(({ status }) => status)).toEqual(Array(20).fill('AVAILABLE'));
	expect(given.looks).toHaveLength(13);
	for (const { urns } of given.looks) expect(urns).toHaveLength(20);
});

test('whoever is ready leaves, and the others go on', async () => {
	const given = linkedIn({ readyAt: [0, 20_000, 90_000] });
	await waitForAll(given, 3);
	expect(given.looks.map(({ urns }) => urns.length)).toEqual([3, 2, 1, 1, 1]);
	expect(given.looks.map(({ at }) => at)).toEqual([10, 25, 48, 81, 132]);
});

test('who comes later joins those who wait', async () => {
	const given = linkedIn({ readyAt: [5 * MINUTE, 5 * MINUTE] });
	const looks = new SharedLooks();
	const wait = (number: number) =>
		waitUntilAvailable(
			given.client(),
			{ collection: VIDEOS, urn: urn(number), name: 'talk.mp4' },
			{ timeoutMs: 60 * MINUTE, looks },
		);
	const first = wait(0);
	await given.flying.pause(100_000);
	await Promise.all([first, wait(1)]);
	// The newcomer's first look is everybody's, and so are all that follow.
	const together = given.looks.filter(({ at }) => at > 100);
	expect(together.map(({ urns }) => urns.length)).toEqual(Array(together.length).fill(2));
});

test('other accounts’ entries are asked for apart', async () => {
	const given = linkedIn({ readyAt: [0, 0] });
	const looks = new SharedLooks();
	const timeoutMs = MINUTE;
	await Promise.all(
		[undefined, ACCOUNT].map((account, number) =>
			waitUntilAvailable(
				given.client(),
				{ collection: VIDEOS, urn: urn(number), name: 'talk.mp4', account },
				{ timeoutMs, looks },
			),
		),
	);
	expect(given.looks.map(({ urns }) => urns.length)).toEqual([1, 1]);
});

test.each([403, 400])('where batch gets are refused (%i) each looks for itself', async (batch) => {
	const given = linkedIn({ readyAt: [30_000, 30_000], batch });
	const results = await waitForAll(given, 2);
	expect(results.map(({ status }) => status)).toEqual(['AVAILABLE', 'AVAILABLE']);
	// One try, never another.
	expect(given.looks.filter(({ urns }) => urns.length > 1)).toHaveLength(1);
});

test('a LinkedIn that fails for a while is asked again later, by all of them together', async () => {
	let failing = 2;
	const given = linkedIn({ readyAt: [0, 0] });
	const client = clientOn(
		[
			...Array<() => never>(2).fill(() => {
				failing -= 1;
				throw new LinkedInError('busy', { description: '', status: 503 });
			}),
			answer(200, {
				results: {
					[urn(0)]: { id: urn(0), status: 'AVAILABLE' },
					[urn(1)]: { id: urn(1), status: 'AVAILABLE' },
				},
			}),
		],
		{ sleep: given.flying.pause, now: given.flying.now },
	).client;
	const looks = new SharedLooks();
	const results = await Promise.all(
		[0, 1].map((number) =>
			waitUntilAvailable(
				client,
				{ collection: VIDEOS, urn: urn(number), name: 'talk.mp4' },
				{ timeoutMs: 10 * MINUTE, looks },
			),
		),
	);
	expect(failing).toBe(0);
	expect(results.map(({ status }) => status)).toEqual(['AVAILABLE', 'AVAILABLE']);
});

test('what a shared look cannot answer is asked for alone', async () => {
	const flying = new FlyingTime();
	const { client, requests } = clientOn(
		[
			answer(200, { results: { [urn(0)]: { id: urn(0), status: 'AVAILABLE' } } }),
			answer(403, { message: 'no right' }),
		],
		{ sleep: flying.pause, now: flying.now },
	);
	const looks = new SharedLooks();
	const [first, second] = await Promise.all(
		[0, 1].map((number) =>
			waitUntilAvailable(
				client,
				{ collection: VIDEOS, urn: urn(number), name: 'talk.mp4' },
				{ timeoutMs: MINUTE, looks },
			),
		),
	);
	expect(first?.status).toBe('AVAILABLE');
	expect(second?.status).toBe('UNKNOWN');
	expect(second?.warning).toContain('denied access');
	expect(requests).toHaveLength(2);
});

test('Stop ends all of them', async () => {
	const stop = new AbortController();
	const given = linkedIn({ readyAt: [] });
	const waiting = waitForAll(given, 3, { signal: stop.signal });
	stop.abort();
	await failureOf(CancelledError, () => waiting);
	expect(given.looks).toEqual([]);
});

test('whoever was seen to be ready is not forgotten by the next look', async () => {
	const flying = new FlyingTime();
	/** As n8n's oldest sleep: a signal is heard at the next full second. */
	const sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		for (let left = milliseconds; left > 0; left -= 1000) {
			if (signal?.aborted) throw new CancelledError();
			await flying.pause(Math.min(left, 1000));
		}
		if (signal?.aborted) throw new CancelledError();
	};
	const available = (one: string) => ({ [one]: { id: one, status: 'AVAILABLE' } });
	const alone = ({ url }: HttpRequest) =>
		url.includes('ids=') ? answer(400) : answer(200, { id: urn(2), status: 'AVAILABLE' });
	const { client } = clientOn(
		[answer(200, { results: { ...available(urn(0)), ...available(urn(1)) } }), alone, alone],
		{ sleep, now: flying.now },
	);
	const looks = new SharedLooks();
	const wait = (number: number, name?: string) =>
		waitUntilAvailable(
			client,
			{ collection: VIDEOS, urn: urn(number), name },
			{ timeoutMs: 10 * MINUTE, looks },
		);
	// A look at 10 s wakes the second one, which hears it at 10.5 s; another looks at 10.1 s.
	const first = wait(0, 'talk.mp4');
	await flying.pause(500);
	const second = wait(1, 'talk.mp4');
	await flying.pause(9600);
	const results = await Promise.all([first, second, wait(2)]);
	expect(results.map(({ status }) => status)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
});

test('who joins a look that is under way is told once', async () => {
	const flying = new FlyingTime();
	const begun = flying.now();
	const asked: number[] = [];
	const { client } = clientOn([], {
		sleep: flying.pause,
		now: flying.now,
		/** Takes three seconds for an answer. */
		send: async ({ url }) => {
			const at = Math.round((flying.now() - begun) / 1000);
			asked.push(at);
			await flying.pause(3000);
			const state = (number: number, readyAt: number) => ({
				id: urn(number),
				status: at >= readyAt ? 'AVAILABLE' : 'PROCESSING',
			});
			const [first, second] = [state(0, 0), state(1, 20)];
			return url.includes('ids=')
				? answer(200, { results: { [urn(0)]: first, [urn(1)]: second } })
				: answer(200, second);
		},
	});
	const looks = new SharedLooks();
	const wait = (number: number) =>
		waitUntilAvailable(
			client,
			{ collection: VIDEOS, urn: urn(number), name: 'talk.mp4' },
			{ timeoutMs: 10 * MINUTE, looks },
		);
	const first = wait(0);
	await flying.pause(1000);
	await Promise.all([first, wait(1)]);
	// Told at 13 s, it waits for 15 s more.
	expect(asked).toEqual([10, 28]);
});

test.each([
	['all wait as long', 10 * MINUTE, [10, 70]],
	['nobody waits for longer than he wants to', 30_000, [10, 31]],
])('where LinkedIn asks for a pause %s', async (_, timeoutMs, looked) => {
	const flying = new FlyingTime();
	const begun = flying.now();
	const asked: number[] = [];
	const busy = answer(429, '', { 'Retry-After': '60' });
	const ready = (number: number) => ({ [urn(number)]: { id: urn(number), status: 'AVAILABLE' } });
	const { client } = clientOn([], {
		sleep: flying.pause,
		now: flying.now,
		send: () => {
			asked.push(Math.round((flying.now() - begun) / 1000));
			const isFirst = asked.length === 1;
			return Promise.resolve(
				isFirst ? busy : answer(200, { results: { ...ready(0), ...ready(1) } }),
			);
		},
	});
	const looks = new SharedLooks();
	const wait = (number: number, limit: number) =>
		waitUntilAvailable(
			client,
			{ collection: VIDEOS, urn: urn(number), name: 'talk.mp4' },
			{ timeoutMs: limit, looks },
		);
	const first = wait(0, 10 * MINUTE);
	await flying.pause(1000);
	const results = await Promise.all([first, wait(1, timeoutMs)]);
	expect(results.map(({ status }) => status)).toEqual(['AVAILABLE', 'AVAILABLE']);
	expect(asked).toEqual(looked);
	expect(client.retries).toBe(1);
});
