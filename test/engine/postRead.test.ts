import { byUrn, calls, expectClean, openLab, PAGE, requests, told, type Lab } from './lab';
import { createPost, imageOf } from './postSupport';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

/** With the scopes that read posts, which most applications do not have. */
const reader = () =>
	lab.credential({
		scopes: ['w_organization_social', 'r_organization_social', 'w_member_social', 'rw_ads'],
	});

async function posted(text: string, parameters = {}): Promise<string> {
	await createPost(lab, {
		parameters: {
			author: byUrn(PAGE),
			mediaUrn: imageOf(lab, PAGE),
			commentary: text,
			...parameters,
		},
	});
	return lab.simulator.posts().at(-1)?.urn ?? '';
}

const run = (operation: string, parameters: object, options = {}) =>
	lab.run({
		credential: reader(),
		parameters: { resource: 'post', operation, ...parameters },
		...options,
	});

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
		const result = await run('get', { urn: write(urn) });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({
			id: urn,
			author: PAGE,
			commentary: 'Hello \\(you\\)',
			lifecycleState: 'PUBLISHED',
		});
	});

	test('a draft is found by its author alone', async () => {
		lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
		const urn = await posted('Soon', { options: { lifecycleState: 'DRAFT' } });
		expect(told(await run('get', { urn }))).toContain('LinkedIn does not find it');
		const result = await run('get', { urn, options: { includeDrafts: true } });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ id: urn, lifecycleState: 'DRAFT' });
	});

	test('without the right to read posts it is told what is missing', async () => {
		const urn = await posted('Hello');
		const result = await lab.run({ parameters: { resource: 'post', operation: 'get', urn } });
		expectClean(lab, result);
		expect(told(result)).toContain('"r_organization_social" or "r_member_social"');
	});

	test.each(['urn:li:activity:1', 'urn:li:video:a', 'https://example.com', 'urn:li:share:x'])(
		'%j is no post: told before the first call',
		async (urn) => {
			const result = await run('get', { urn });
			expect(told(result)).toMatch(/^URN /);
			expect(lab.simulator.journal).toEqual([]);
		},
	);
});

describe('batch get', () => {
	test('one item per URN in the order asked; what is missing does not fail', async () => {
		const first = await posted('One');
		const second = await posted('Two');
		const missing = 'urn:li:share:1';
		const result = await run('batchGet', { urns: `${second}, ${missing}\n${first}` });
		expectClean(lab, result);
		expect(result.items.map(({ json }) => json.id ?? json.urn)).toEqual([second, missing, first]);
		expect(result.items[1]?.json).toMatchObject({
			urn: missing,
			lookupError: { status: 404, code: 'NOT_FOUND' },
		});
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 0 },
		]);
		expect(requests(lab.simulator, 'posts.batchGet')).toHaveLength(1);
	});

	test('a list by expression; with "Fail on Missing" it is an error', async () => {
		const urn = await posted('One');
		const urns = `={{ ["${urn}", "urn:li:share:1"] }}`;
		const result = await run('batchGet', { urns, options: { failOnMissing: true } });
		expect(told(result)).toContain('LinkedIn has no answer for 1 of 2 posts: urn:li:share:1');
	});

	test('150 posts are two requests', async () => {
		const urns = Array.from({ length: 150 }, (_, index) => `urn:li:share:${7_000_000 + index}`);
		const result = await run('batchGet', { urns: urns.join(',') });
		expectClean(lab, result);
		expect(result.items).toHaveLength(150);
		expect(requests(lab.simulator, 'posts.batchGet')).toHaveLength(2);
	});

	test('nothing to read is an error', async () => {
		expect(told(await run('batchGet', { urns: ' , ' }))).toContain('URNs is empty');
	});
});

describe('delete', () => {
	test('deletes, and once more is a success too', async () => {
		const urn = await posted('Hello');
		for (const time of ['first', 'second']) {
			const result = await run('delete', { urn });
			expectClean(lab, result);
			expect([time, result.items[0]?.json]).toEqual([time, { urn, deleted: true }]);
		}
		expect(lab.simulator.post(urn).deleted).toBe(true);
	});

	test('an answer that is lost is followed by another try', async () => {
		const urn = await posted('Hello');
		lab.simulator.plan({ on: 'posts.delete', fault: { kind: 'resetAfterCarriedOut' } });
		const result = await run('delete', { urn });
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(requests(lab.simulator, 'posts.delete')).toHaveLength(2);
	});

	test('the post of others is not deleted', async () => {
		const urn = await posted('Hello');
		const result = await lab.run({
			credential: lab.credential({ scopes: ['w_member_social'], memberId: 'm3mbEr_2' }),
			parameters: { resource: 'post', operation: 'delete', urn },
		});
		expectClean(lab, result);
		expect(told(result)).toContain('he post must be yours');
		expect(lab.simulator.post(urn).deleted).toBe(false);
	});

	test('an unknown post is told', async () => {
		expect(told(await run('delete', { urn: 'urn:li:share:1' }))).toContain('does not find it');
		expect(calls(lab.simulator)).toEqual(['posts.delete']);
	});
});
