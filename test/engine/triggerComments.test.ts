import type { INodeParameters } from 'n8n-workflow';

import { activityIn, commenting } from './commentSupport';
import { COMMENTING, READING } from './postSupport';
import { PublishedTrigger, triggerNode } from './publishedTrigger';
import { byExpression, byUrn, PAGE, scene } from './scene';

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const { comment, linkedIn, plan, requests } = stage;
const { aPost, create, of } = commenting(stage);

const DAY = 24 * 3_600_000;
const BEN = 'urn:li:person:m3mbEr_2';
const ben = () => stage.credential({ scopes: COMMENTING, memberId: 'm3mbEr_2' });

/** Ben comments on a post, a second later than whatever was written before; the comment's URN. */
async function says(post: string, text: string): Promise<string> {
	linkedIn.clock.advance(1000);
	const { json } = await create(post, { text }).as(BEN).by(ben());
	return typeof json.urn === 'string' ? json.urn : '';
}

const watching = (parameters: INodeParameters = {}, scopes = COMMENTING) =>
	new PublishedTrigger(
		stage,
		{ events: ['commented'], page: byUrn(PAGE), ...parameters },
		stage.credential({ scopes }),
	);

const urns = (items: ReadonlyArray<{ readonly urn?: unknown }>) => items.map(({ urn }) => urn);

test('the first poll remembers and tells nothing; then each comment comes once, oldest first', async () => {
	const [one, two] = [await aPost(), await aPost()];
	await says(one, 'Before');
	const trigger = watching();
	expect(await trigger.poll()).toEqual([]);
	const first = await says(one, 'First');
	const second = await says(two, 'Second');
	const items = await trigger.poll();
	expect(urns(items)).toEqual([first, second]);
	expect(items[0]).toStrictEqual({
		event: 'commented',
		urn: first,
		url: expect.stringContaining('commentUrn=') as string,
		post: one,
		actor: BEN,
		text: 'First',
		createdAt: expect.stringMatching(/Z$/) as string,
	});
	expect(await trigger.poll()).toEqual([]);
});

test('a page that nobody has commented on: the first comment is told', async () => {
	const post = await aPost();
	const trigger = watching();
	expect(await trigger.poll()).toEqual([]);
	const urn = await says(post, 'The very first');
	expect(urns(await trigger.poll())).toEqual([urn]);
});

test('one call where there is nothing new, and n8n writes nothing', async () => {
	await says(await aPost(), 'Before');
	const trigger = watching();
	await trigger.poll();
	const { size } = trigger;
	await trigger.poll();
	await trigger.poll();
	expect(requests('notifications.find')).toHaveLength(3);
	expect(requests('comments.list')).toHaveLength(0);
	expect(trigger.size).toBe(size);
});

test('replies are told, and what the page itself writes is not: answers start nothing', async () => {
	const post = await aPost();
	const trigger = watching();
	await trigger.poll();
	const asked = await says(post, 'A question');
	linkedIn.clock.advance(1000);
	const answer = { commentOn: 'comment', parentComment: byExpression(asked), text: 'An answer' };
	await of('create', answer);
	linkedIn.clock.advance(1000);
	const thanks = comment('create', { ...answer, actor: byUrn(BEN), text: 'Thanks' });
	const { json } = await thanks.by(ben());
	expect(urns(await trigger.poll())).toEqual([asked, json.urn]);
});

test.each(['newestFirst', 'oldestFirst'] as const)(
	'more than a page of comments between two polls, %s: all of them, once',
	async (notificationOrder) => {
		linkedIn.configure({ readings: { notificationOrder }, commentsPerMinute: 1000 });
		const post = await aPost();
		const trigger = watching();
		await trigger.poll();
		const written: string[] = [];
		for (let number = 0; number < 105; number += 1) written.push(await says(post, `No. ${number}`));
		expect(urns(await trigger.poll())).toEqual(written);
		expect(await trigger.poll()).toEqual([]);
	},
	120_000,
);

test('the list says nothing of its pages, and has fewer than were asked for', async () => {
	const readings = { notificationPaging: 'omitted', notificationCap: '20' } as const;
	linkedIn.configure({ readings, commentsPerMinute: 1000 });
	const post = await aPost();
	const trigger = watching();
	await trigger.poll();
	const written: string[] = [];
	for (let number = 0; number < 45; number += 1) written.push(await says(post, `No. ${number}`));
	expect(urns(await trigger.poll())).toEqual(written);
}, 120_000);

test('LinkedIn takes no range of time: asked without it, from then on', async () => {
	linkedIn.configure({ readings: { notificationRange: 'refused' } });
	const post = await aPost();
	const trigger = watching();
	expect(await trigger.poll()).toEqual([]);
	const urn = await says(post, 'Hello');
	expect(urns(await trigger.poll())).toEqual([urn]);
	expect(requests('notifications.find').map(({ status }) => status)).toEqual([400, 200, 200]);
});

test('notifications without the text: the comment is read', async () => {
	linkedIn.configure({ readings: { notificationDecorations: 'omitted' } });
	const post = await aPost();
	const trigger = watching();
	await trigger.poll();
	const urn = await says(post, 'Hello');
	const [item] = await trigger.poll();
	expect(item).toMatchObject({ event: 'commented', urn, actor: BEN, text: 'Hello' });
	expect(item?.post).toBe(activityIn(urn));
});

test('... not where the connection may not read comments: each is told without, and one is tried', async () => {
	linkedIn.configure({ readings: { notificationDecorations: 'omitted' } });
	const post = await aPost();
	const trigger = watching({}, ['rw_organization_admin']);
	await trigger.poll();
	const written = [await says(post, 'One'), await says(post, 'Two'), await says(post, 'Three')];
	const items = await trigger.poll();
	expect(urns(items)).toEqual(written);
	expect(items.some((item) => 'text' in item)).toBe(false);
	// By the versioned API, and by the other.
	expect(requests('comments.get')).toHaveLength(2);
});

describe('where LinkedIn refuses the notifications', () => {
	const scopes = COMMENTING.filter((scope) => scope !== 'rw_organization_admin');

	test('the comments of the newest posts are read instead, for the rest of the day', async () => {
		const posts: string[] = [];
		for (let number = 0; number < 12; number += 1) {
			linkedIn.clock.advance(1000);
			posts.push(await aPost());
		}
		await says(posts[11] ?? '', 'Before');
		const trigger = watching({}, scopes);
		expect(await trigger.poll()).toEqual([]);
		expect(requests('comments.list')).toHaveLength(10);
		const told = await says(posts[11] ?? '', 'News');
		await says(posts[0] ?? '', 'Below a post that is too old');
		const [item, ...others] = await trigger.poll();
		expect(item).toMatchObject({ event: 'commented', urn: told, post: posts[11], text: 'News' });
		expect(others).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
		expect(requests('notifications.find')).toHaveLength(1);
		expect(requests('posts.find')).toHaveLength(3);
	});

	test('the page’s own comments are no events', async () => {
		const post = await aPost();
		const trigger = watching({}, scopes);
		await trigger.poll();
		await create(post);
		expect(await trigger.poll()).toEqual([]);
	});

	test('a role that is given tells nothing twice', async () => {
		const post = await aPost();
		const trigger = watching({}, scopes);
		await trigger.poll();
		const first = await says(post, 'First');
		expect(urns(await trigger.poll())).toEqual([first]);
		trigger.credential = stage.credential({ scopes: COMMENTING });
		const tomorrow = Date.now() + DAY;
		jest.spyOn(Date, 'now').mockImplementation(() => tomorrow);
		const second = await says(post, 'Second');
		expect(urns(await trigger.poll())).toEqual([second]);
		jest.restoreAllMocks();
	});

	test('and the posts too: the error says what is enough', async () => {
		const trigger = watching({}, ['w_organization_social']);
		await expect(trigger.poll()).rejects.toThrow('rw_organization_admin');
	});
});

test('a poll that fails loses nothing', async () => {
	const post = await aPost();
	const trigger = watching();
	await trigger.poll();
	const urn = await says(post, 'While LinkedIn is down');
	plan('notifications.find', 404);
	await expect(trigger.poll()).rejects.toThrow();
	expect(urns(await trigger.poll())).toEqual([urn]);
});

test('raw: LinkedIn’s own fields', async () => {
	const post = await aPost();
	const trigger = watching({ simplify: false });
	await trigger.poll();
	const urn = await says(post, 'Raw');
	expect(await trigger.poll()).toMatchObject([
		{ event: 'commented', urn, post, action: 'COMMENT', sourcePost: activityIn(urn) },
	]);
});

test('posts and comments at once; n8n keeps no text of anybody', async () => {
	const trigger = watching({ events: ['posted', 'commented'] });
	await trigger.poll();
	const post = await aPost();
	const urn = await says(post, 'A word that nobody else says');
	expect(await trigger.told()).toEqual([`commented ${urn}`, `posted ${post}`]);
	expect(trigger.size).toBeLessThan(1500);
});

test('a test in the editor shows the newest comment, and says if there is none', async () => {
	const trigger = watching();
	await expect(trigger.test()).rejects.toThrow('has no comments by others on its posts');
	const post = await aPost();
	await says(post, 'Older');
	const urn = await says(post, 'Newer');
	expect(await trigger.test()).toMatchObject([{ event: 'commented', urn, text: 'Newer' }]);
	const reading = watching({}, [...READING, 'r_organization_social_feed']);
	expect(await reading.test()).toMatchObject([{ event: 'commented', urn }]);
});
