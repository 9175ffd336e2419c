import { CancelledError } from '../../linkedin/api/http';
import { time } from '../../nodes/transport/time';
import { transfers } from '../../nodes/transport/transfers';
import { enlargeMp4, fixture } from '../fixtures/make';
import { scene, sha256, status, talk } from './scene';

/** What all uploads of the process take together: its memory, its connections, a pause. */

const CONNECTIONS = 16;
/** Of the event loop, until everything that can run has run. */
const MOST_TURNS = 5000;
const PART = 200_000;

const { files, linkedIn, plan, requests, upload } = scene({
	realTime: true,
	linkedIn: { partBytes: PART },
});

const video = (parts: number) => enlargeMp4(fixture('talk.mp4'), parts * PART);

/** A budget of so many bytes, as if the machine were so small; what of it was in use at most. */
function budgetOf(bytes: number) {
	jest.replaceProperty(transfers.bytes, 'total', bytes);
	const take = transfers.bytes.take.bind(transfers.bytes);
	const seen = { most: 0, asked: 0 };
	jest.spyOn(transfers.bytes, 'take').mockImplementation(async (...given) => {
		seen.asked += 1;
		const lease = await take(...given);
		seen.most = Math.max(seen.most, transfers.bytes.inUse);
		return lease;
	});
	return seen;
}

/** Goes on from test to test: the process's queue keeps a pause in mind. */
let passed = 0;
beforeEach(() => {
	jest.spyOn(time, 'now').mockImplementation(() => Date.now() + passed);
});
afterEach(() => {
	expect(transfers.bytes.isIdle).toBe(true);
	jest.restoreAllMocks();
});

/** Parts that were under way at the same time, at most. */
function mostAtOnce(from = 1): number {
	const parts = requests('videos.part').filter(({ part = 0 }) => part >= from);
	const atOnce = parts.map(
		({ startedAt }) =>
			parts.filter((other) => other.startedAt <= startedAt && (other.finishedAt ?? 0) > startedAt)
				.length,
	);
	return Math.max(...atOnce);
}

const arrived = () => linkedIn.videos().map(({ status: state, sha256: hash }) => ({ state, hash }));

test('16 items × 16 lanes by URL stay within the bytes and the connections of the process', async () => {
	const [items, parts] = [16, 12];
	const budget = budgetOf(20 * PART);
	linkedIn.configure({ delays: { perRequestMs: 5 } });
	const content = video(parts);
	const url = files.add('/talk.mp4', { content });
	const inputs = Array.from({ length: items }, () => ({ json: {} }));
	await upload(...inputs)
		.from(url)
		.options({ itemConcurrency: items, partConcurrency: 16 });
	expect(arrived()).toEqual(
		Array.from({ length: items }, () => ({ state: 'AVAILABLE', hash: sha256(content) })),
	);
	// They would take all their parts at once; the first two of each come with its look into the file.
	expect(budget.asked).toBeGreaterThanOrEqual(items * (parts - 2));
	expect(budget.most).toBe(20 * PART);
	expect(mostAtOnce()).toBeLessThanOrEqual(CONNECTIONS);
	expect(files.mostConnections).toBeLessThanOrEqual(CONNECTIONS);
});

/** Pauses that last until the test ends them, and then the time that they asked for has passed. */
function heldTime() {
	const waiting: Array<{ readonly end: () => void }> = [];
	let isOver = false;
	jest.spyOn(time, 'pause').mockImplementation(
		(_, signal) =>
			new Promise((resolve, reject) => {
				if (isOver) resolve();
				else waiting.push({ end: resolve });
				signal?.addEventListener('abort', () => {
					reject(new CancelledError());
				});
			}),
	);
	return {
		get pauses() {
			return waiting.length;
		},
		pass: (milliseconds: number) => {
			passed += milliseconds;
			isOver = true;
			for (const { end } of waiting.splice(0)) end();
		},
	};
}

test.each([
	[429, 0],
	[503, 5],
])('a pause that %d asks one lane for holds back all lanes of all items', async (code, lanes) => {
	const held = heldTime();
	const [items, parts] = [3, 12];
	plan('videos.part', status(code, { retryAfter: 30 }), { call: 5 });
	const refused = () => requests('videos.part').some((sent) => sent.status === code);
	let [before, during] = [0, 0];
	const { jsons } = await upload(...Array.from({ length: items }, () => talk(video(parts))))
		.options({ itemConcurrency: items, partConcurrency: lanes })
		.during(async (when) => {
			await when(() => refused() && requests('videos.part').every((sent) => sent.finishedAt));
			// Whoever was about to begin has begun, or waits.
			const waiting = lanes === 0 ? items : items * lanes;
			let turns = 0;
			await when(() => held.pauses >= waiting || (turns += 1) > MOST_TURNS);
			before = requests('videos.part').length;
			for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
			during = requests('videos.part').length - before;
			held.pass(30_000);
		});
	expect(during).toBe(0);
	// What was under way went on.
	expect(before).toBeLessThan(5 + items * Math.max(lanes, 4));
	expect(jsons.map(({ retries }) => retries).sort()).toEqual([0, 0, 1]);
	expect(arrived().map(({ hash }) => hash)).toEqual(
		Array.from({ length: items }, () => sha256(video(parts))),
	);
});

test('parts that are larger than the whole budget go one by one, of all items', async () => {
	const budget = budgetOf(PART / 2);
	const [items, parts] = [3, 10];
	linkedIn.configure({ delays: { perRequestMs: 5 } });
	await upload(...Array.from({ length: items }, () => ({ json: {} })))
		.from(files.add('/large-parts.mp4', video(parts)))
		.options({ itemConcurrency: items, partConcurrency: 8 });
	expect(arrived().map(({ state }) => state)).toEqual(Array(items).fill('AVAILABLE'));
	expect(budget.most).toBe(PART);
	// Those that came with the look into the file are no reads of their own.
	expect(mostAtOnce(3)).toBe(1);
});

describe('nothing of the budget is held after the end', () => {
	const inputs = Array.from({ length: 4 }, () => ({ json: {} }));
	const url = () => files.add('/ended.mp4', video(12));
	const options = { itemConcurrency: 4, partConcurrency: 8 };
	const sent = () => requests('videos.part').length;

	test('of a run that was stopped while parts are under way and others wait', async () => {
		budgetOf(6 * PART);
		plan('videos.part', { kind: 'stall' }, { call: 'every' });
		await upload(...inputs)
			.from(url())
			.options(options)
			.stoppedWhen(() => sent() >= 6);
		expect(transfers.bytes.isIdle).toBe(true);
	});

	test('of one that failed', async () => {
		budgetOf(6 * PART);
		plan('videos.part', { kind: 'etag', form: 'none' }, { call: 9 });
		await upload(...inputs)
			.from(url())
			.options(options)
			.fails('has no ETag');
		expect(transfers.bytes.isIdle).toBe(true);
		// The next one has all of it.
		await upload(talk(video(12)));
	});
});
