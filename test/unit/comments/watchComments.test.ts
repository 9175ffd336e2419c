import type { HttpRequest, HttpResponse } from '../../../linkedin/api/http';
import type { CommentsMemory } from '../../../linkedin/comments/commentsMemory';
import { pollComments } from '../../../linkedin/comments/watchComments';
import { answer, clientOn } from '../api/support';

const PAGE = 'urn:li:organization:1';
const BEN = 'urn:li:person:ben';
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Of all polls: LinkedIn's clock and this one are the same. */
const NOW = 100 * DAY;
/** What a call takes, and what n8n gives a poll. */
const CALL_MS = 10_000;
const POLL_MS = 45_000;
const PAGE_SIZE = 100;

/** A page with comments, of which LinkedIn tells in no order at all. */
class CommentedPage {
	readonly comments: Array<{ readonly id: number; readonly at: number }> = [];
	readonly asked: string[] = [];
	/** Comments that are listed by post, for those whose notifications are refused. */
	posts: Readonly<Record<number, ReadonlyArray<{ id: number; at: number; actor?: string }>>> = {};
	states: Readonly<Record<number, string>> = {};
	refuses: (path: string) => number | undefined = () => undefined;

	async poll(memory: CommentsMemory | undefined, now = NOW, pollMs = POLL_MS) {
		let elapsed = 0;
		const steps = Array.from({ length: 300 }, () => (request: HttpRequest) => {
			elapsed += CALL_MS;
			return this.answer(request);
		});
		const { client, requests } = clientOn(steps, { now: () => now + elapsed });
		const watch = { page: PAGE, deadline: now + pollMs };
		const polled = await pollComments(client, watch, memory);
		for (const { url } of requests) this.asked.push(new URL(url).pathname);
		const told = polled.news.map(({ urn }) => Number(/,([0-9]+)\)$/.exec(String(urn))?.[1]));
		return { told, memory: polled.memory, calls: requests.length };
	}

	private answer({ url }: HttpRequest): HttpResponse {
		const { pathname, search } = new URL(url);
		const status = this.refuses(decodeURIComponent(pathname));
		if (status !== undefined) return answer(status, { status, message: 'No' });
		const number = (name: string) =>
			Number(new RegExp(`[?&]${name}=([0-9]+)`).exec(search)?.[1] ?? '0');
		if (pathname.endsWith('/posts')) return answer(200, { elements: this.listed(), paging: {} });
		const post = /ugcPost%3A([0-9]+)/.exec(pathname)?.[1];
		if (post !== undefined) return answer(200, { elements: this.of(Number(post)), paging: {} });
		const [from, to] = /timeRange=\(start:([0-9]+),end:([0-9]+)\)/.exec(search)?.slice(1) ?? [];
		const found = this.comments.filter(({ at }) => at >= Number(from) && at < Number(to));
		const start = number('start');
		const elements = found.slice(start, start + PAGE_SIZE).map(({ id, at }) => ({
			action: 'COMMENT',
			lastModifiedAt: at,
			decoratedGeneratedActivity: {
				comment: { entity: `urn:li:comment:(urn:li:activity:7,${id})`, owner: BEN, text: 'Hi' },
			},
		}));
		return answer(200, { elements, paging: { start, count: PAGE_SIZE, total: found.length } });
	}

	private listed(): object[] {
		return Object.keys(this.posts)
			.map(Number)
			.sort((one, other) => other - one)
			.map((number) => ({
				id: `urn:li:ugcPost:${number}`,
				lifecycleState: this.states[number] ?? 'PUBLISHED',
			}));
	}

	private of(post: number): object[] {
		return (this.posts[post] ?? []).map(({ id, at, actor = BEN }) => ({
			id: String(id),
			object: `urn:li:activity:${post}`,
			actor,
			message: { text: 'Hi' },
			created: { time: at },
		}));
	}
}

const MEMORY: CommentsMemory = { latest: NOW - 30 * DAY, floor: NOW - 30 * DAY, seen: {} };

/** Polls an hour apart, until one has no more to tell; what each told. */
async function pollUntilQuiet(page: CommentedPage, begin: CommentsMemory): Promise<number[][]> {
	const told: number[][] = [];
	let memory = begin;
	for (let polls = 0; polls < 200; polls += 1) {
		const polled = await page.poll(memory, NOW + polls * HOUR);
		const isDone = polled.told.length === 0 && polled.memory.spanMs === undefined;
		({ memory } = polled);
		if (isDone) return told;
		told.push(polled.told);
	}
	throw new Error('it never comes to rest');
}

test('more than one poll can read: the polls after it go on, and each comment is told once, in order', async () => {
	const page = new CommentedPage();
	// Some busy hours of a month in which the workflow was off.
	const ids = Array.from({ length: 1500 }, (_, index) => index + 1);
	const written = ids.map((id) => ({ id, at: NOW - 29 * DAY + id * 20_000 }));
	// In no order.
	page.comments.push(
		...written.filter(({ id }) => id % 2 === 0),
		...written.filter(({ id }) => id % 2),
	);
	const told = await pollUntilQuiet(page, MEMORY);
	expect(told.flat()).toEqual(ids);
	for (const each of told) expect(each.length).toBeLessThan(1000);
});

test('a poll that reads the last page just as its time ends tells what it read', async () => {
	const page = new CommentedPage();
	page.comments.push({ id: 1, at: NOW - HOUR });
	const { told, memory } = await page.poll(MEMORY, NOW, CALL_MS);
	expect(told).toEqual([1]);
	expect(memory).not.toHaveProperty('spanMs');
});

test('at one moment there is more than one poll can read: it says so', async () => {
	const page = new CommentedPage();
	for (let id = 0; id < 1000; id += 1) page.comments.push({ id, at: NOW - DAY });
	let memory = MEMORY;
	await expect(async () => {
		for (let polls = 0; polls < 60; polls += 1) ({ memory } = await page.poll(memory));
	}).rejects.toThrow('more comments on the posts of urn:li:organization:1 than one poll can read');
});

describe('of the newest posts, where notifications are refused', () => {
	const refused = (path: string) => (path.includes('Notifications') ? 403 : undefined);

	test('no time for all: the next poll begins where this one ended', async () => {
		const page = new CommentedPage();
		page.refuses = refused;
		const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
		page.posts = Object.fromEntries(numbers.map((n) => [n, [{ id: n, at: NOW - DAY + n }]]));
		let memory = MEMORY;
		const told = new Set<number>();
		for (let polls = 0; polls < 6; polls += 1) {
			const polled = await page.poll(memory);
			({ memory } = polled);
			for (const id of polled.told) {
				expect(told.has(id)).toBe(false);
				told.add(id);
			}
		}
		expect([...told].sort((one, other) => one - other)).toEqual(numbers);
	});

	test('a post that is gone, or not published, is left out', async () => {
		const page = new CommentedPage();
		page.refuses = (path) => (path.includes('ugcPost:2') ? 404 : refused(path));
		page.states = { 3: 'PUBLISH_FAILED' };
		page.posts = { 1: [{ id: 1, at: NOW - 5 }], 2: [], 3: [{ id: 3, at: NOW - 5 }] };
		const { told } = await page.poll(MEMORY, NOW, Infinity);
		expect(told).toEqual([1]);
		expect(page.asked.some((path) => path.includes('ugcPost%3A3'))).toBe(false);
	});

	test('the page itself, by its older name, starts nothing', async () => {
		const page = new CommentedPage();
		page.refuses = refused;
		const own = { id: 1, at: NOW - 5, actor: 'urn:li:company:1' };
		page.posts = { 1: [own, { id: 2, at: NOW - 4 }] };
		expect((await page.poll(MEMORY, NOW, Infinity)).told).toEqual([2]);
	});
});

test('a first poll that can’t read all begins now: what is there is no news', async () => {
	const page = new CommentedPage();
	for (let id = 0; id < 2000; id += 1) page.comments.push({ id, at: NOW - DAY + 40 * id });
	const { told, memory } = await page.poll(undefined);
	expect(told).toEqual([]);
	const next = await page.poll(memory, NOW + HOUR);
	expect(next.told).toEqual([]);
});
