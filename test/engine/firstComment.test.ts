import type { INodeParameters } from 'n8n-workflow';

import { time } from '../../nodes/transport/time';
import { saidIn } from './checkSupport';
import { COMMENTING } from './postSupport';
import { file, item, LOST_ANSWER, PAGE, scene, status } from './scene';

const stage = scene();
const { calls, entry, linkedIn, plan, post, requests } = stage;

const TEXT = 'The slides: https://example.com/slides';
let posts = 0;
const create = (firstComment: INodeParameters = { text: TEXT }, form: INodeParameters = {}) =>
	post('create', {
		contentType: 'text',
		commentary: `Hello ${(posts += 1)}`,
		firstComment,
		...form,
	})
		.as(PAGE)
		.scopes(...COMMENTING);

const THROTTLED = status(429, {
	body: { status: 429, message: 'Comment create throttled: creation rate limit exceeded' },
});

const sent = () => requests('comments.create');
/** The post once, and so many comments. */
function expectOne(comments: 0 | 1): void {
	expect(requests('posts.create')).toHaveLength(1);
	expect(linkedIn.posts()).toHaveLength(1);
	expect(linkedIn.comments()).toHaveLength(comments);
}
const warned = (...words: string[]): unknown[] => [
	expect.stringMatching(new RegExp(words.map((word) => `(?=[^]*${word})`).join(''))),
];

describe('a post with a first comment', () => {
	test('has it right after the post, by the author', async () => {
		const { json } = await create({ text: `${TEXT} by @[Ada](urn:li:person:m3mbEr_1)` });
		expectOne(1);
		const [comment] = linkedIn.comments();
		expect(comment).toMatchObject({
			post: json.urn,
			actor: PAGE,
			text: `${TEXT} by Ada`,
			mentions: [{ shown: 'Ada' }],
		});
		expect(json.comment).toStrictEqual({
			urn: comment?.urn,
			url: expect.stringContaining('commentUrn=') as string,
			text: `${TEXT} by Ada`,
			status: 'published',
		});
		expect(json).toMatchObject({ calls: 2, warnings: [] });
		expect(calls()).toEqual(['posts.create', 'comments.create']);
	});

	test('without text has none: an empty row of a calendar', async () => {
		const { jsons } = await create(
			{ text: '={{ $json.comment }}' },
			{ commentary: '=Hello {{ $itemIndex }}' },
		).of({ json: { comment: '' } }, { json: {} }, { json: { comment: 'Second' } });
		expect(jsons.map(({ comment }) => comment !== undefined)).toEqual([false, false, true]);
		expect(linkedIn.comments().map(({ text }) => text)).toEqual(['Second']);
	});

	test.each([
		['binary field', () => ({ imageBinaryPropertyName: 'data' })],
		['URN', () => ({ imageUrn: entry('image', { owner: PAGE, account: '' }) })],
	])('and an image from a %s', async (_, image) => {
		linkedIn.configure({ readings: { commentImages: 'accepted' } });
		const { json } = await create({ text: TEXT, ...image() }).of(file('picture.png'));
		expectOne(1);
		const urn = linkedIn.images()[0]?.urn;
		expect(linkedIn.comments()[0]?.image).toBe(urn);
		expect(json.comment).toMatchObject({ image: urn });
	});

	test('with media of its own: each once', async () => {
		linkedIn.configure({ readings: { commentImages: 'accepted' } });
		const { json } = await create(
			{ text: TEXT, imageBinaryPropertyName: 'second' },
			{ contentType: 'image' },
		).of(item({ data: file('picture.png'), second: file('thumbnail.jpg') }));
		expectOne(1);
		expect(linkedIn.images()).toHaveLength(2);
		expect(linkedIn.comments()[0]?.image).not.toBe((json.media as string[])[0]);
	});
});

test('of a page that is entered by its URL, mentioning another, with each looked up once', async () => {
	const author = {
		__rl: true,
		mode: 'url',
		value: 'https://www.linkedin.com/company/page-with-an-admin',
	};
	const { json } = await create({ text: 'With @[linkedin.com/company/page-of-others]' }).with({
		author,
	});
	expectOne(1);
	expect(linkedIn.comments()[0]).toMatchObject({
		actor: PAGE,
		mentions: [{ urn: 'urn:li:organization:999', shown: 'Page of others' }],
	});
	expect(requests('organizations')).toHaveLength(2);
	expect(json.author).toBe(PAGE);
});

describe('is checked before the post', () => {
	test.each([
		[{ imageUrn: 'urn:li:image:C4' }, 'The first comment has an image but no text'],
		[
			{ text: TEXT, imageUrn: 'urn:li:image:C4', imageBinaryPropertyName: 'data' },
			'The first comment has two images',
		],
		[{ text: TEXT, imageBinaryPropertyName: 'missing' }, 'no binary field "missing"'],
		[{ text: 'Hi @[Ada](urn:li:person:undefined)' }, 'Comment Text mentions'],
	])('%j', async (firstComment, words) => {
		await create(firstComment).failsAtOnce(words);
	});

	test('a page that it mentions and nobody knows', async () => {
		await create({ text: 'By @[linkedin.com/company/nobody-knows-it]' }).fails(
			'Comment Text mentions "@[linkedin.com/company/nobody-knows-it]"',
		);
		expect(linkedIn.posts()).toEqual([]);
	});

	test('an image that can’t be uploaded: nothing is posted', async () => {
		plan('images.initializeUpload', 400);
		await create({ text: TEXT, imageBinaryPropertyName: 'data' }).of(file('picture.png')).fails();
		expect(linkedIn.posts()).toEqual([]);
	});
});

describe('a post that is not everywhere yet', () => {
	test.each([1, 2, 3, 4])('is waited for: %d times a 404', async (times) => {
		const call = Array.from({ length: times }, (_, at) => at + 1);
		plan('comments.create', 404, { call });
		const { calls: waits } = jest.mocked(time.pause).mock;
		const before = waits.length;
		const { json } = await create();
		expectOne(1);
		expect(json).toMatchObject({ comment: { status: 'published' }, warnings: [], retries: times });
		// What the node asks for: calls themselves take as long as the machine needs.
		const pauses = waits.slice(before).map(([milliseconds]) => milliseconds / 1000);
		expect(pauses).toEqual([2, 5, 10, 20].slice(0, times));
	});

	test('is waited for on the unversioned twin too, for a connection that it alone takes', async () => {
		linkedIn.configure({ readings: { oldCommentScopes: 'refused' } });
		plan('comments.create', 404, { call: [2, 3] });
		const { json } = await create().scopes('w_organization_social');
		expectOne(1);
		expect(json).toMatchObject({ comment: { status: 'published' }, warnings: [] });
		expect(sent().map(({ path }) => path.split('/')[1])).toEqual(['rest', 'v2', 'v2', 'v2']);
		expect(linkedIn.comments()[0]?.isUnversioned).toBe(true);
	});

	test('is not new any more once the minute of a limit has passed', async () => {
		plan('comments.create', THROTTLED);
		plan('comments.create', 404, { call: 2 });
		const { json } = await create();
		expectOne(0);
		expect(sent()).toHaveLength(2);
		expect(json.comment).toEqual({ text: TEXT, status: 'failed' });
	});

	test('and stays away: five tries, then a warning with the comment', async () => {
		plan('comments.create', 404, { call: 'every' });
		const { json } = await create();
		expectOne(0);
		expect(sent()).toHaveLength(5);
		expect(json.comment).toEqual({ text: TEXT, status: 'failed' });
		expect(json.warnings).toEqual(warned('was published, but its first comment was not', TEXT));
	});
});

describe('what fails then leaves the post', () => {
	test.each<[string, Parameters<typeof plan>[1], number]>([
		['401', status(401), 1],
		['403', status(403), 1],
		['400', status(400), 1],
		['422', status(422), 1],
		['429', status(429), 1],
	])('%s: a warning with the comment, and no second post', async (_, fault, tries) => {
		plan('comments.create', fault, { call: 'every' });
		const { json, hints } = await create().options({ maxRetries: 0 });
		expectOne(0);
		expect(sent()).toHaveLength(tries);
		expect(json).toMatchObject({
			urn: linkedIn.posts()[0]?.urn,
			comment: { text: TEXT, status: 'failed' },
		});
		expect(json.warnings).toEqual(warned('The post was published', 'publish the comment', TEXT));
		expect(hints).toEqual(json.warnings);
	});

	test('a limit of a minute is waited for', async () => {
		plan('comments.create', THROTTLED);
		const { json } = await create();
		expectOne(1);
		expect(json).toMatchObject({ comment: { status: 'published' }, warnings: [] });
		const [first, second] = sent();
		expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThanOrEqual(60_000);
	});

	test.each([LOST_ANSWER, status(500), { kind: 'html' } as const])(
		'an unclear answer (%j) is not asked for again',
		async (fault) => {
			plan('comments.create', fault);
			const { json } = await create();
			expect(requests('posts.create')).toHaveLength(1);
			expect(sent()).toHaveLength(1);
			expect(json.comment).toEqual({ text: TEXT, status: 'unclear' });
			expect(json.warnings).toEqual(warned('it’s unclear whether its first comment was', TEXT));
		},
	);

	test('an image that LinkedIn refuses: a warning either way', async () => {
		const image = { text: TEXT, imageBinaryPropertyName: 'data' };
		const { json } = await create(image).of(file('picture.png'));
		expect(json).toMatchObject({ comment: { text: TEXT, status: 'failed' } });
		const { json: other } = await create({ ...image, onImageRefused: 'withoutImage' }).of(
			file('picture.png'),
		);
		expect(other).toMatchObject({ comment: { text: TEXT, status: 'published' } });
		expect(other.warnings).toEqual([expect.stringContaining('did not accept the image')]);
		expect(linkedIn.posts()).toHaveLength(2);
		expect(linkedIn.comments()).toHaveLength(1);
	});
});

describe('Retry On Fail', () => {
	test('posts and comments once where another item fails', async () => {
		plan('posts.create', 429, { call: 2 });
		const { jsons } = await create(
			{ text: '={{ $json.text }}' },
			{ commentary: '={{ $json.text }}' },
		)
			.of({ json: { text: 'One' } }, { json: { text: 'Two' } })
			.options({ maxRetries: 0 })
			.tries(3);
		expect(jsons).toHaveLength(2);
		expect(linkedIn.posts()).toHaveLength(2);
		expect(linkedIn.comments().map(({ text }) => text)).toEqual(['One', 'Two']);
	});

	test('does not comment again after an unclear answer, though another item fails', async () => {
		plan('comments.create', LOST_ANSWER);
		plan('posts.create', 429, { call: 2 });
		const { jsons } = await create(
			{ text: '={{ $json.text }}' },
			{ commentary: '={{ $json.text }}' },
		)
			.of({ json: { text: 'One' } }, { json: { text: 'Two' } })
			.options({ maxRetries: 0 })
			.tries(3);
		expect(jsons[0]).toMatchObject({ comment: { status: 'unclear' } });
		expect(linkedIn.posts()).toHaveLength(2);
		expect(linkedIn.comments().map(({ text }) => text)).toEqual(['One', 'Two']);
	});

	test.each([
		[403, 1],
		[404, 5],
	])(
		'does not comment again after a %d that stays, though another item fails',
		async (code, tries) => {
			plan('comments.create', code, { call: Array.from({ length: tries }, (_, at) => at + 1) });
			plan('posts.create', 429, { call: 2 });
			const { jsons } = await create(
				{ text: '={{ $json.text }}' },
				{ commentary: '={{ $json.text }}' },
			)
				.of({ json: { text: 'One' } }, { json: { text: 'Two' } })
				.options({ maxRetries: 0 })
				.tries(3);
			expect(jsons.map(({ comment }) => comment)).toMatchObject([
				{ text: 'One', status: 'failed' },
				{ text: 'Two', status: 'published' },
			]);
			expect(sent()).toHaveLength(tries + 1);
			expect(linkedIn.posts()).toHaveLength(2);
		},
	);

	test('a post that LinkedIn refuses at first is followed by one comment', async () => {
		plan('posts.create', 429);
		const { json } = await create().options({ maxRetries: 0 }).tries(3);
		expect(linkedIn.posts()).toHaveLength(1);
		expect(linkedIn.comments()).toHaveLength(1);
		expect(json).toMatchObject({ comment: { status: 'published' } });
	});

	test('an image of the comment is uploaded once', async () => {
		linkedIn.configure({ readings: { commentImages: 'accepted' } });
		plan('posts.create', 429);
		await create({ text: TEXT, imageBinaryPropertyName: 'data' })
			.of(file('picture.png'))
			.options({ maxRetries: 0 })
			.tries(3);
		expect(requests('images.initializeUpload')).toHaveLength(1);
		expect(linkedIn.comments()).toHaveLength(1);
	});
});

test('Check Only shows it, counts its call, and names the scope that it lacks', async () => {
	const { json } = await create().options({ checkOnly: true });
	const said = saidIn(json);
	expect(said.preview).toMatchObject({ firstComment: { text: TEXT } });
	expect(said.calls).toMatchObject({ least: 2 });
	expect(calls()).toEqual([]);
	const { json: withFile } = await create(
		{ text: TEXT, imageBinaryPropertyName: 'second' },
		{ contentType: 'image' },
	)
		.of(item({ data: file('picture.png'), second: file('thumbnail.jpg') }))
		.options({ checkOnly: true });
	expect(saidIn(withFile)).toMatchObject({
		ok: true,
		preview: { firstComment: { image: { name: 'thumbnail.jpg' } } },
	});
	expect(linkedIn.images()).toEqual([]);
	const { json: refused } = await create()
		.as('urn:li:organization:2414183')
		.scopes('openid')
		.options({ checkOnly: true });
	expect(saidIn(refused).problems.join('\n')).toContain('w_organization_social_feed');
});
