import type { INodeParameters } from 'n8n-workflow';

import { publishElsewhere, READING } from './postSupport';
import { PublishedTrigger, triggerNode } from './publishedTrigger';
import { ACCOUNT, byUrn, PAGE, scene } from './scene';

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const { linkedIn, plan, requests } = stage;

const HOUR = 3_600_000;

/** A second later than whatever was published before. */
async function publish(commentary: string): Promise<string> {
	linkedIn.clock.advance(1000);
	return publishElsewhere(linkedIn, commentary);
}

const watching = (parameters: INodeParameters = {}, scopes = READING) =>
	new PublishedTrigger(
		stage,
		{ events: ['posted'], page: byUrn(PAGE), ...parameters },
		stage.credential({ scopes }),
	);

test('the first poll remembers and tells nothing; then each post comes once, oldest first', async () => {
	await publish('Before');
	const trigger = watching();
	expect(await trigger.poll()).toEqual([]);
	const first = await publish('First');
	const second = await publish('Second');
	const items = await trigger.poll();
	expect(items.map(({ urn }) => urn)).toEqual([first, second]);
	expect(items[0]).toStrictEqual({
		event: 'posted',
		urn: first,
		url: `https://www.linkedin.com/feed/update/${first}`,
		author: PAGE,
		text: 'First',
		visibility: 'PUBLIC',
		lifecycleState: 'PUBLISHED',
		createdAt: expect.stringMatching(/Z$/) as string,
		publishedAt: expect.stringMatching(/Z$/) as string,
		media: [],
	});
	expect(await trigger.poll()).toEqual([]);
});

test('a page without posts: its first one is told', async () => {
	const trigger = watching();
	expect(await trigger.poll()).toEqual([]);
	const urn = await publish('The very first');
	expect((await trigger.poll()).map((item) => item.urn)).toEqual([urn]);
});

test('one call where there is nothing new, and n8n writes nothing', async () => {
	await publish('Before');
	const trigger = watching();
	await trigger.poll();
	const { size } = trigger;
	await trigger.poll();
	await trigger.poll();
	expect(requests('posts.find')).toHaveLength(3);
	expect(trigger.size).toBe(size);
});

test('more than a page of posts between two polls: all of them, once', async () => {
	const trigger = watching();
	await trigger.poll();
	const urns: string[] = [];
	for (let number = 0; number < 45; number += 1) urns.push(await publish(`Post ${number}`));
	expect((await trigger.poll()).map(({ urn }) => urn)).toEqual(urns);
	expect(await trigger.poll()).toEqual([]);
});

test('an edit of an old post is no new post', async () => {
	const old = await publish('Old');
	linkedIn.clock.advance(30 * 24 * HOUR);
	await publish('Newer');
	const trigger = watching();
	await trigger.poll();
	await stage
		.post('update', { urn: byUrn(old), updateFields: { commentary: 'Edited' } })
		.scopes(...READING);
	expect(await trigger.poll()).toEqual([]);
});

test('a poll that fails loses nothing', async () => {
	const trigger = watching();
	await trigger.poll();
	const urn = await publish('While LinkedIn is down');
	plan('posts.find', 403);
	await expect(trigger.poll()).rejects.toThrow();
	expect((await trigger.poll()).map((item) => item.urn)).toEqual([urn]);
});

test('raw: LinkedIn’s own fields', async () => {
	const trigger = watching({ simplify: false });
	await trigger.poll();
	const urn = await publish('Raw');
	expect(await trigger.poll()).toMatchObject([
		{ event: 'posted', urn, id: urn, commentary: 'Raw' },
	]);
});

test('posts and a library at once; the news of one come although the other fails', async () => {
	const both = { events: ['posted', 'added'], associatedAccount: byUrn(ACCOUNT) };
	const trigger = watching(both, [...READING, 'rw_ads']);
	await trigger.poll();
	const urn = await publish('News');
	plan('videos.find', 403);
	expect(await trigger.told()).toEqual([`posted ${urn}`]);
	const entry = stage.entry('video');
	expect(await trigger.told()).toEqual([`added ${entry}`]);
});

test('without the right to read posts it says what is missing', async () => {
	const trigger = watching({}, ['w_organization_social']);
	await expect(trigger.poll()).rejects.toThrow('r_organization_social');
});

test('a test in the editor shows a post where no entry of the library fits', async () => {
	const urn = await publish('Shown');
	const both = { events: ['posted', 'failed'], associatedAccount: byUrn(ACCOUNT) };
	const trigger = watching(both, [...READING, 'rw_ads']);
	expect(await trigger.test()).toMatchObject([{ event: 'posted', urn }]);
});
