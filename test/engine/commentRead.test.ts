import { textOf } from './form/leaves';
import { activityIn, ADA, commenting } from './commentSupport';
import { COMMENTING } from './postSupport';
import { byExpression, LOST_ANSWER, OWNER, PAGE, scene, status } from './scene';

const stage = scene();
const { linkedIn, plan, requests } = stage;
const { aComment, aPost, create, of, published, reply } = commenting(stage);

const get = (urn: string) => of('get', { urn: byExpression(urn) });
const getMany = (post: string) => of('getMany', { post: byExpression(post) });
const replies = (parent: string) =>
	of('getMany', { commentOn: 'comment', parentComment: byExpression(parent) });
const update = (urn: string, text: string) => of('update', { urn: byExpression(urn), text });
const remove = (urn: string) => of('delete', { urn: byExpression(urn) });

const encodedUrn = (urn: string) =>
	encodeURIComponent(urn).replace(/\(/g, '%28').replace(/\)/g, '%29');

describe('get', () => {
	test.each([
		['its URN', (urn: string) => urn],
		['its URN, encoded', encodedUrn],
		['its URN, short', (urn: string) => urn.replace('(urn:li:', '(')],
		[
			'its link',
			(urn: string) =>
				`https://www.linkedin.com/feed/update/${activityIn(urn)}/?commentUrn=${encodedUrn(urn)}`,
		],
	])('by %s: the fields that workflows go on with, or all of LinkedIn’s', async (_, write) => {
		const urn = await aComment();
		expect((await get(write(urn))).json).toStrictEqual({
			urn,
			url: expect.stringContaining('commentUrn=urn%3Ali%3Acomment%3A%28activity%3A') as string,
			post: activityIn(urn),
			actor: PAGE,
			text: 'First',
			createdAt: expect.stringMatching(/Z$/) as string,
			likes: 0,
			replies: 0,
		});
		const { json } = await get(write(urn)).with({ simplify: false });
		expect(json).toMatchObject({ urn, agent: OWNER, object: activityIn(urn), commentUrn: urn });
	});

	test('of a reply', async () => {
		const parent = await aComment();
		await reply(parent);
		const urn = published()[1]?.urn ?? '';
		const { json } = await get(urn);
		expect(json).toMatchObject({ urn, parentComment: parent, text: 'Thanks' });
	});

	test.each(['organization', 'company'] as const)(
		'of a page that LinkedIn names as %s',
		async (commentActor) => {
			linkedIn.configure({ readings: { commentActor } });
			const urn = await aComment();
			expect((await get(urn)).json.actor).toBe(PAGE);
			const { json } = await get(urn).with({ simplify: false });
			expect(json.actor).toBe(PAGE.replace('organization', commentActor));
		},
	);

	test('of somebody whose data the connection may not see', async () => {
		const post = await aPost();
		const ben = stage.credential({ scopes: COMMENTING, memberId: 'm3mbEr_2' });
		const { json } = await create(post).as('urn:li:person:m3mbEr_2').by(ben);
		linkedIn.configure({ readings: { commenters: 'hidden' } });
		const read = await get(textOf(json.urn));
		expect(read.json).not.toHaveProperty('actor');
		expect(read.json).toMatchObject({ text: 'First' });
	});

	test.each(['$URN', 'omitted'] as const)(
		'where LinkedIn names it by %s',
		async (commentUrnField) => {
			linkedIn.configure({ readings: { commentUrnField } });
			const urn = await aComment();
			expect((await get(urn)).json.urn).toBe(urn);
		},
	);

	test('one that is not there, and one of somebody else', async () => {
		await get('urn:li:comment:(urn:li:activity:1,2)').fails('LinkedIn can’t find it');
		const urn = await aComment();
		await get(urn)
			.scopes('w_member_social')
			.fails('the connection lacks the scope "r_organization_social_feed"');
	});

	test.each(['urn:li:share:1', '123', 'https://www.linkedin.com/feed/'])(
		'%j is no comment: told before the first call',
		async (urn) => {
			await get(urn).failsAtOnce(`Comment "${urn}" is not the URN of a comment`);
		},
	);
});

describe('get many', () => {
	test('the comments of a post, the newest first, without replies; each once', async () => {
		const post = await aPost();
		for (const text of ['One', 'Two', 'Three']) await create(post, { text });
		const [first] = linkedIn.comments();
		await reply(first?.urn ?? '');
		const { jsons, pairs } = await getMany(post);
		expect(jsons.map(({ text }) => text)).toEqual(['Three', 'Two', 'One']);
		expect(jsons[2]).toMatchObject({ post, replies: 1, actor: PAGE });
		expect(pairs).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
		const { jsons: answers } = await replies(first?.urn ?? '');
		expect(answers).toMatchObject([{ text: 'Thanks', parentComment: first?.urn }]);
	});

	test('page by page, and no more than asked for', async () => {
		linkedIn.configure({ commentsPerMinute: 1000 });
		const post = await aPost();
		const texts = Array.from({ length: 120 }, (_, n) => `Comment ${n}`);
		await create(post, { text: '={{ $json.text }}' })
			.of(...texts.map((text) => ({ json: { text } })))
			.options({ itemConcurrency: 16 });
		const { jsons } = await getMany(post).with({ returnAll: true });
		expect(new Set(jsons.map(({ text }) => text)).size).toBe(120);
		expect(requests('comments.list')).toHaveLength(2);
		expect((await getMany(post).with({ limit: 7 })).jsons).toHaveLength(7);
		expect(requests('comments.list').at(-1)?.query).toEqual({ start: '0', count: '7' });
	});

	test('by the activity, where LinkedIn wants the post', async () => {
		const urn = await aComment();
		linkedIn.configure({ readings: { threadUrn: 'post' } });
		const { jsons } = await getMany(activityIn(urn));
		expect(jsons).toMatchObject([{ urn, post: linkedIn.comments()[0]?.post }]);
	});

	test('by the unversioned twin, for a connection without the new scopes', async () => {
		const urn = await aComment();
		linkedIn.configure({ readings: { oldCommentScopes: 'refused' } });
		const { jsons } = await getMany(activityIn(urn)).scopes('r_organization_social');
		expect(jsons).toMatchObject([{ urn }]);
		expect(requests('comments.list').map(({ path }) => path.split('/')[1])).toEqual(['rest', 'v2']);
	});

	test('of somebody else’s post: LinkedIn’s own words', async () => {
		const post = await aPost();
		linkedIn.populate({
			organizations: { 2414183: { name: 'Page', roles: { m3mbEr_1: ['ANALYST'] } } },
		});
		await getMany(post).fails('member is unauthorized on urn:li:activity:');
	});
});

describe('update', () => {
	test.each(['204', '200'] as const)(
		'the text, with its mentions (%s)',
		async (commentEditStatus) => {
			linkedIn.configure({ readings: { commentEditStatus } });
			const urn = await aComment();
			const { json } = await update(urn, `Thanks ${ADA}`);
			expect(json).toStrictEqual({
				urn,
				url: expect.stringContaining('commentUrn=') as string,
				actor: PAGE,
				text: 'Thanks Ada',
				retries: 0,
				calls: 1,
				warnings: [],
			});
			expect(published()).toMatchObject([
				{ text: 'Thanks Ada', mentions: [{ urn: OWNER, shown: 'Ada' }] },
			]);
			expect(requests('comments.update')[0]?.query).toEqual({ actor: PAGE });
		},
	);

	test('where LinkedIn takes no mentions there, they are plain text, with a warning', async () => {
		linkedIn.configure({ readings: { commentEditMentions: 'refused' } });
		const urn = await aComment();
		const { json } = await update(urn, `🎉 Thanks ${ADA}`);
		expect(published()).toMatchObject([{ text: '🎉 Thanks Ada', mentions: [] }]);
		expect(json.warnings).toEqual([expect.stringContaining('as plain text')]);
	});

	test('a lost answer: the same once more, which does no harm', async () => {
		const urn = await aComment();
		plan('comments.update', LOST_ANSWER);
		await update(urn, 'Second');
		plan('comments.update', { kind: 'html' });
		await update(urn, 'Third');
		expect(published()[0]?.text).toBe('Third');
		expect(requests('comments.update')).toHaveLength(4);
	});

	test('Retry On Fail changes once where another item fails', async () => {
		const comments = [await aComment(), await aComment('Second')];
		plan('comments.update', 429, { call: 2 });
		await update('={{ $json.urn }}', 'Changed')
			.of(...comments.map((urn) => ({ json: { urn } })))
			.options({ maxRetries: 0 })
			.tries(3);
		expect(requests('comments.update')).toHaveLength(3);
		expect(published().map(({ text }) => text)).toEqual(['Changed', 'Changed']);
	});

	test('the comment of somebody else, and none', async () => {
		const urn = await aComment();
		await update(urn, 'x').as(OWNER).fails('403');
		await update(urn, ' ').fails('Text is empty');
		expect(published()[0]?.text).toBe('First');
	});
});

describe('delete', () => {
	test('one call; a second time LinkedIn finds nothing', async () => {
		const urn = await aComment();
		expect((await remove(urn)).json).toStrictEqual({ urn, deleted: true, calls: 1 });
		expect(published()).toEqual([]);
		await remove(urn).fails('LinkedIn can’t find it');
	});

	test('an answer that is lost is followed by another try', async () => {
		const urn = await aComment();
		plan('comments.delete', LOST_ANSWER);
		await remove(urn);
		expect(published()).toEqual([]);
		expect(requests('comments.delete')).toHaveLength(2);
	});

	test.each([429, 500])(
		'Retry On Fail deletes once where another item meets a %d',
		async (code) => {
			const comments = [await aComment(), await aComment('Second')];
			plan('comments.delete', code, { call: 2 });
			const { jsons } = await remove('={{ $json.urn }}')
				.of(...comments.map((urn) => ({ json: { urn } })))
				.options({ maxRetries: 0 })
				.tries(3);
			expect(jsons.map(({ urn, deleted }) => [urn, deleted])).toEqual(
				comments.map((urn) => [urn, true]),
			);
			expect(requests('comments.delete')).toHaveLength(3);
			expect(published()).toEqual([]);
		},
	);

	test('Retry On Fail takes "not found" for a success after an answer that was lost', async () => {
		const urn = await aComment();
		plan('comments.delete', LOST_ANSWER);
		const { json } = await remove(urn).options({ maxRetries: 0 }).tries(3);
		expect(json).toMatchObject({ urn, deleted: true });
		expect(requests('comments.delete')).toHaveLength(2);
	});

	test('several items, one of which is not there', async () => {
		const urns = [
			await aComment('One'),
			'urn:li:comment:(urn:li:activity:1,2)',
			await aComment('Two'),
		];
		const { jsons, errorItems } = await remove('={{ $json.urn }}')
			.of(...urns.map((urn) => ({ json: { urn } })))
			.onError('continueErrorOutput');
		expect(jsons.map(({ urn }) => urn)).toEqual([urns[0], urns[2]]);
		expect(errorItems).toHaveLength(1);
		expect(published()).toEqual([]);
	});
});

test('the URN of a comment is encoded right wherever it stands', async () => {
	const parent = await aComment();
	await reply(parent);
	const urn = published()[1]?.urn ?? '';
	await get(urn);
	await replies(parent);
	await update(urn, 'Second');
	await remove(urn);
	const paths = linkedIn.journal
		.filter(({ endpoint }) => endpoint?.startsWith('comments.'))
		.map(({ endpoint, path }) => [endpoint, path]);
	const thread = `/rest/socialActions/${encodeURIComponent(activityIn(parent))}/comments`;
	const inParent = `/rest/socialActions/${encodedUrn(parent)}/comments`;
	const id = /,([0-9]+)\)/.exec(urn)?.[1] ?? '';
	expect(paths.slice(1)).toEqual([
		['comments.create', inParent],
		['comments.get', `${thread}/${id}`],
		['comments.list', inParent],
		['comments.update', `${thread}/${id}`],
		['comments.delete', `${thread}/${id}`],
	]);
	expect(inParent).toMatch(/%3A%28urn%3Ali%3Aactivity%3A[0-9]+%2C[0-9]+%29\/comments$/);
	// In a body it is itself.
	expect(requests('comments.create')[1]?.requestBody).toMatchObject({ parentComment: parent });
});

test('a 403 that does not name the entitlement is not tried elsewhere', async () => {
	const urn = await aComment();
	plan('comments.get', status(403));
	await get(urn).fails('LinkedIn denied access');
	expect(requests('comments.get')).toHaveLength(1);
});
