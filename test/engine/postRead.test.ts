import type { INodeParameters } from 'n8n-workflow';

import { posting, publishElsewhere, READING } from './postSupport';
import { LOST_ANSWER, PAGE, postUrn, scene } from './scene';

const stage = scene();
const { calls, credential, linkedIn, plan, post, requests } = stage;
const { create, imageOf } = posting(stage);

async function posted(commentary: string, form: INodeParameters = {}): Promise<string> {
	await create({ mediaUrn: imageOf(PAGE), commentary, ...form }).as(PAGE);
	return linkedIn.posts().at(-1)?.urn ?? '';
}

/** A draft of the page, as LinkedIn's site can make one and this package cannot. */
async function draftedElsewhere(): Promise<string> {
	linkedIn.configure({ readings: { draftOnCreate: 'accepted' } });
	return publishElsewhere(linkedIn, 'Soon', { lifecycleState: 'DRAFT' });
}

const get = (urn: string) => post('get', { urn: postUrn(urn) }).scopes(...READING);
const batchGet = (urns: string) => post('batchGet', { urns }).scopes(...READING);
const remove = (urn: string) => post('delete', { urn: postUrn(urn) }).scopes(...READING);

describe('get', () => {
	test.each([
		['by its URN', (urn: string) => urn],
		['by its address', (urn: string) => `https://www.linkedin.com/feed/update/${urn}/?utm=1`],
		[
			'by an encoded address',
			(urn: string) => `https://www.linkedin.com/feed/update/${encodeURIComponent(urn)}`,
		],
	])('%s: nine fields, or all of LinkedIn’s', async (_, write) => {
		const urn = await posted('Hello (you)');
		expect((await get(write(urn))).json).toStrictEqual({
			urn,
			url: `https://www.linkedin.com/feed/update/${urn}`,
			author: PAGE,
			text: 'Hello (you)',
			visibility: 'PUBLIC',
			lifecycleState: 'PUBLISHED',
			createdAt: expect.stringMatching(/Z$/) as string,
			publishedAt: expect.stringMatching(/Z$/) as string,
			media: [expect.stringMatching(/^urn:li:image:/) as string],
		});
		const { json } = await get(write(urn)).with({ simplify: false });
		expect(json).toMatchObject({
			urn,
			url: `https://www.linkedin.com/feed/update/${urn}`,
			text: 'Hello (you)',
			id: urn,
			author: PAGE,
			commentary: 'Hello \\(you\\)',
			lifecycleState: 'PUBLISHED',
		});
	});

	test('a draft is found by its author alone', async () => {
		const urn = await draftedElsewhere();
		await get(urn).fails('LinkedIn can’t find it');
		const { json } = await get(urn).options({ includeDrafts: true });
		expect(json).toMatchObject({ urn, lifecycleState: 'DRAFT' });
	});

	test('without the right to read posts it is told what is missing', async () => {
		const urn = await posted('Hello');
		await post('get', { urn: postUrn(urn) }).fails('"r_organization_social" or "r_member_social"');
	});

	test.each(['urn:li:activity:1', 'urn:li:video:a', 'https://example.com', 'urn:li:share:x'])(
		'%j is no post: told before the first call',
		async (urn) => {
			await get(urn).failsAtOnce(/^Post /);
		},
	);
});

describe('batch get', () => {
	test('one item per URN in the order asked; what is missing does not fail', async () => {
		const first = await posted('One');
		const second = await posted('Two');
		const missing = 'urn:li:share:1';
		const { jsons, pairs } = await batchGet(`${second}, ${missing}\n${first}`);
		expect(jsons.map(({ urn }) => urn)).toEqual([second, missing, first]);
		expect(jsons.map(({ text }) => text)).toEqual(['Two', undefined, 'One']);
		expect(jsons[1]).toMatchObject({
			urn: missing,
			lookupError: { status: 404, code: 'NOT_FOUND' },
		});
		expect(pairs).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
		expect(requests('posts.batchGet')).toHaveLength(1);
	});

	test('a list by expression; with "Fail on Missing" it is an error', async () => {
		const urn = await posted('One');
		await batchGet(`={{ ["${urn}", "urn:li:share:1"] }}`)
			.options({ failOnMissing: true })
			.fails('LinkedIn returned nothing for 1 of 2 posts: urn:li:share:1');
	});

	test('150 posts are two requests', async () => {
		const urns = Array.from({ length: 150 }, (_, index) => `urn:li:share:${7_000_000 + index}`);
		const { items } = await batchGet(urns.join(','));
		expect(items).toHaveLength(150);
		expect(requests('posts.batchGet')).toHaveLength(2);
	});

	test('nothing to read is an error', async () => {
		await batchGet(' , ').fails('URNs is empty');
	});
});

describe('delete', () => {
	test('deletes, and once more is a success too', async () => {
		const urn = await posted('Hello');
		for (const time of ['first', 'second']) {
			const { json } = await remove(urn);
			expect([time, json]).toEqual([time, { urn, deleted: true, calls: 1 }]);
		}
		expect(linkedIn.post(urn).deleted).toBe(true);
	});

	test('an answer that is lost is followed by another try', async () => {
		const urn = await posted('Hello');
		plan('posts.delete', LOST_ANSWER);
		await remove(urn);
		expect(requests('posts.delete')).toHaveLength(2);
	});

	test('deleted in spite of a lost answer: a success of the next try of the node', async () => {
		const [first, second] = [await posted('Hello'), await posted('Hello again')];
		plan('posts.delete', LOST_ANSWER);
		plan('posts.delete', 404, { call: 2 });
		const { json } = await remove(first).options({ maxRetries: 0 }).tries(3);
		expect(json).toMatchObject({ urn: first, deleted: true });
		expect(requests('posts.delete')).toHaveLength(2);
		const third = await posted('Bye');
		plan('posts.delete', 429, { call: 2 });
		const { jsons } = await remove('={{ $json.post }}')
			.of({ json: { post: third } }, { json: { post: second } })
			.options({ maxRetries: 0, itemConcurrency: 1 })
			.tries(3);
		expect(jsons).toHaveLength(2);
		expect(requests('posts.delete')).toHaveLength(5);
	});

	test('Retry On Fail deletes once where another item fails', async () => {
		const urns = [await posted('One'), await posted('Two')];
		plan('posts.delete', 429, { call: 2 });
		const { jsons } = await remove('={{ $json.urn }}')
			.of(...urns.map((urn) => ({ json: { urn } })))
			.options({ maxRetries: 0 })
			.tries(3);
		expect(jsons.map(({ urn }) => urn)).toEqual(urns);
		expect(requests('posts.delete')).toHaveLength(3);
	});

	test('the post of others is not deleted', async () => {
		const urn = await posted('Hello');
		const other = credential({ scopes: ['w_member_social'], memberId: 'm3mbEr_2' });
		await remove(urn).by(other).fails('he post must be yours');
		expect(linkedIn.post(urn).deleted).toBe(false);
	});

	test('an unknown post is told', async () => {
		await remove('urn:li:share:1').fails('can’t find it');
		expect(calls()).toEqual(['posts.delete']);
	});
});
