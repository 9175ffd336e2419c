import type { HttpRequest, HttpResponse } from '../../../linkedin/api/http';
import type { PostsMemory } from '../../../linkedin/posts/postsMemory';
import { pollPosts } from '../../../linkedin/posts/watchPosts';
import { answer, clientOn } from '../api/support';

const PAGE = 'urn:li:organization:1';
const DAY = 86_400_000;

interface Listed {
	readonly number: number;
	readonly publishedAt: number;
	readonly lastModifiedAt?: number;
	readonly lifecycleState?: string;
}

/** A page whose posts are listed as LinkedIn does: last changed first. */
class ListedPosts {
	posts: Listed[] = [];
	readonly requests: HttpRequest[] = [];

	publish(number: number, publishedAt: number, more: Partial<Listed> = {}): void {
		this.posts.push({ number, publishedAt, ...more });
	}

	async poll(
		memory: PostsMemory | undefined,
		now = 0,
		deadline = 1,
	): Promise<{ told: number[]; memory: PostsMemory }> {
		const steps = Array.from({ length: 60 }, () => (request: HttpRequest) => this.answer(request));
		const { client, requests } = clientOn(steps, { now: () => now });
		const polled = await pollPosts(client, { page: PAGE, deadline }, memory);
		this.requests.push(...requests);
		const told = polled.news.map(({ urn }) => Number(String(urn).split(':')[3]));
		return { told, memory: polled.memory };
	}

	private answer({ url }: HttpRequest): HttpResponse {
		const query = new URL(url).searchParams;
		const start = Number(query.get('start'));
		const count = Number(query.get('count'));
		const changed = (post: Listed) => post.lastModifiedAt ?? post.publishedAt;
		const sorted = [...this.posts].sort((one, other) => changed(other) - changed(one));
		const elements = sorted.slice(start, start + count).map((post) => ({
			id: `urn:li:share:${post.number}`,
			createdAt: post.publishedAt,
			publishedAt: post.publishedAt,
			lastModifiedAt: changed(post),
			lifecycleState: post.lifecycleState ?? 'PUBLISHED',
		}));
		return answer(200, { elements, paging: { start, count, total: this.posts.length } });
	}
}

test('what is there at the start is no news; what comes then is, once', async () => {
	const page = new ListedPosts();
	page.publish(1, 1000);
	const start = await page.poll(undefined);
	expect(start.told).toEqual([]);
	page.publish(3, 3000);
	page.publish(2, 2000);
	const next = await page.poll(start.memory);
	expect(next.told).toEqual([2, 3]);
	expect((await page.poll(next.memory)).told).toEqual([]);
});

test('a post that comes into the list after younger ones is told, for seven days', async () => {
	const page = new ListedPosts();
	const start = await page.poll(undefined);
	page.publish(2, 10 * DAY);
	const next = await page.poll(start.memory);
	expect(next.told).toEqual([2]);
	page.publish(1, 4 * DAY, { lastModifiedAt: 10 * DAY + 1 });
	page.publish(3, 2 * DAY, { lastModifiedAt: 10 * DAY + 2 });
	expect((await page.poll(next.memory)).told).toEqual([1]);
});

test('an edit brings an old post to the top, and is no news', async () => {
	const page = new ListedPosts();
	for (let number = 1; number <= 30; number += 1) page.publish(number, number * DAY);
	const start = await page.poll(undefined);
	page.posts = page.posts.map((post) =>
		post.number === 1 ? { ...post, lastModifiedAt: 31 * DAY } : post,
	);
	const next = await page.poll(start.memory);
	expect(next.told).toEqual([]);
	expect((await page.poll(next.memory)).told).toEqual([]);
});

test('two posts of the same moment, the second seen a poll later', async () => {
	const page = new ListedPosts();
	const start = await page.poll(undefined);
	page.publish(1, 5000);
	const next = await page.poll(start.memory);
	page.publish(2, 5000);
	expect(next.told).toEqual([1]);
	expect((await page.poll(next.memory)).told).toEqual([2]);
});

test('what is not published is no news yet', async () => {
	const page = new ListedPosts();
	const start = await page.poll(undefined);
	page.publish(1, 1000, { lifecycleState: 'PUBLISH_REQUESTED' });
	const next = await page.poll(start.memory);
	expect(next.told).toEqual([]);
	page.posts = [{ number: 1, publishedAt: 1000, lastModifiedAt: 2000 }];
	expect((await page.poll(next.memory)).told).toEqual([1]);
});

test('a poll that runs out of time leaves the rest to the next one', async () => {
	const page = new ListedPosts();
	const start = await page.poll(undefined);
	for (let number = 1; number <= 50; number += 1) page.publish(number, number * 1000);
	const late = await page.poll(start.memory, 2);
	expect(late.told).toHaveLength(20);
	const next = await page.poll(late.memory);
	expect(next.told).toHaveLength(30);
	expect([...late.told, ...next.told].sort((one, other) => one - other)).toEqual(
		Array.from({ length: 50 }, (_, index) => index + 1),
	);
});

test('a quiet page costs one call of twenty posts', async () => {
	const page = new ListedPosts();
	for (let number = 1; number <= 300; number += 1) page.publish(number, number * DAY);
	const { memory } = await page.poll(undefined);
	page.requests.length = 0;
	await page.poll(memory);
	expect(page.requests.map(({ url }) => new URL(url).searchParams.get('count'))).toEqual(['20']);
});

test('the memory stays small, and forgets nothing that could be told again', async () => {
	const page = new ListedPosts();
	let { memory } = await page.poll(undefined);
	for (let week = 0; week < 4; week += 1) {
		for (let each = 0; each < 600; each += 1) {
			page.publish(week * 600 + each + 1, week * 3 * DAY + each * 1000 + 1);
		}
		const polled = await page.poll(memory);
		expect(polled.told).toHaveLength(600);
		({ memory } = polled);
	}
	expect((await page.poll(memory)).told).toEqual([]);
	expect(JSON.stringify(memory).length).toBeLessThan(40_000);
});
