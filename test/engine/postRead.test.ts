import type { INodeParameters } from 'n8n-workflow';

import { posting } from './postSupport';
import { LOST_ANSWER, PAGE, postUrn, scene } from './scene';

const stage = scene();
const { calls, credential, linkedIn, plan, post, requests } = stage;
const { create, imageOf } = posting(stage);

/** The scopes that read posts, which most applications do not have. */
const READING = ['w_organization_social', 'r_organization_social', 'w_member_social', 'rw_ads'];

async function posted(commentary: string, form: INodeParameters = {}): Promise<string> {
	await create({ mediaUrn: imageOf(PAGE), commentary, ...form }).as(PAGE);
	return linkedIn.posts().at(-1)?.urn ?? '';
}

/** A draft of the page, as LinkedIn's site can make one and this package cannot. */
async function draftedElsewhere(): Promise<string> {
	linkedIn.configure({ readings: { draftOnCreate: 'accepted' } });
	const { access_token: token } = linkedIn.issueToken({ scopes: READING });
	const { headers } = await fetch(`${linkedIn.url}/rest/posts`, {
		method: 'POST',
		headers: {
			Authorization: `Bearer ${token}`,
			'Content-Type': 'application/json',
			'Linkedin-Version': '202607',
			'X-Restli-Protocol-Version': '2.0.0',
			'X-RestLi-Method': 'create',
		},
		body: JSON.stringify({
			author: PAGE,
			commentary: 'Soon',
			visibility: 'PUBLIC',
			distribution: { feedDistribution: 'MAIN_FEED' },
			lifecycleState: 'DRAFT',
		}),
	});
	return headers.get('x-restli-id') ?? '';
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
	])('%s: LinkedIn’s own fields', async (_, write) => {
		const urn = await posted('Hello (you)');
		const { json } = await get(write(urn));
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
		expect(json).toMatchObject({ id: urn, lifecycleState: 'DRAFT' });
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
