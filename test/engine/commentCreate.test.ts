import { activityIn, ADA, commenting, OTHERS } from './commentSupport';
import { COMMENTING } from './postSupport';
import { byUrn, file, item, LOST_ANSWER, OWNER, PAGE, scene, status } from './scene';

const stage = scene();
const { calls, entry, linkedIn, plan, requests } = stage;
const { aComment, aPost, create, published, reply } = commenting(stage);

const sent = () => requests('comments.create');
const lastBody = () => sent().at(-1)?.requestBody;

describe('a comment', () => {
	test('on a post by its URN: one call, and the URN of LinkedIn’s own answer', async () => {
		const post = await aPost();
		const { json } = await create(post, { text: 'The slides: https://example.com/a_(b) #slides' });
		const [comment] = linkedIn.comments();
		expect(comment).toMatchObject({
			post,
			actor: PAGE,
			text: 'The slides: https://example.com/a_(b) #slides',
			isUnversioned: false,
		});
		const urn = comment?.urn ?? '';
		const activity = activityIn(urn);
		expect(json).toStrictEqual({
			urn,
			url: `https://www.linkedin.com/feed/update/${activity}?commentUrn=${encodeURIComponent(urn.replace('(urn:li:', '(')).replace('(', '%28').replace(')', '%29')}`,
			post,
			actor: PAGE,
			text: 'The slides: https://example.com/a_(b) #slides',
			createdAt: expect.stringMatching(/Z$/) as string,
			retries: 0,
			calls: 1,
			warnings: [],
		});
		expect(lastBody()).toEqual({
			actor: PAGE,
			object: post,
			message: { text: 'The slides: https://example.com/a_(b) #slides' },
		});
	});

	test.each([
		['feed URL', (post: string) => `https://www.linkedin.com/feed/update/${post}/?utm=1`],
		['encoded URL', (post: string) => `linkedin.com/feed/update/${encodeURIComponent(post)}`],
	])('on a post by its %s', async (_, write) => {
		const post = await aPost();
		const { json } = await create(write(post));
		expect([json.post, published().length]).toEqual([post, 1]);
	});

	test.each([
		['URN', (id: string) => `urn:li:activity:${id}`],
		['feed URL', (id: string) => `https://www.linkedin.com/feed/update/urn:li:activity:${id}`],
		['copied link', (id: string) => `https://www.linkedin.com/posts/ada_news-activity-${id}-a1B2`],
	])('on a post by the %s of its activity', async (_, write) => {
		const activity = activityIn(await aComment());
		const { json } = await create(write(activity.split(':')[3] ?? ''), { text: 'Second' });
		expect(json.post).toBe(activity);
		expect(published()).toHaveLength(2);
	});

	test('as a member, with the scopes of a self-serve app: by the unversioned twin, once', async () => {
		linkedIn.configure({ readings: { oldCommentScopes: 'refused' } });
		const post = await aPost();
		const { json } = await create(post).as(OWNER).scopes('w_member_social');
		expect(json).toMatchObject({ actor: OWNER, calls: 2, warnings: [] });
		expect(linkedIn.comments()).toMatchObject([{ actor: OWNER, isUnversioned: true }]);
		expect(sent().map(({ path }) => path.split('/')[1])).toEqual(['rest', 'v2']);
		expect(sent()[1]?.headers).not.toHaveProperty('linkedin-version');
	});

	test('... and once in a run', async () => {
		linkedIn.configure({ readings: { oldCommentScopes: 'refused' } });
		const { jsons } = await create(await aPost(), { text: '={{ $json.text }}' })
			.of({ json: { text: 'One' } }, { json: { text: 'Two' } })
			.as(OWNER)
			.scopes('w_member_social');
		expect(sent().map(({ path }) => path.split('/')[1])).toEqual(['rest', 'v2', 'v2']);
		expect(jsons.map(({ calls: made }) => made)).toEqual([2, 1]);
	});

	test('as a reply: to the comment, which it names', async () => {
		const parent = await aComment();
		const { json } = await reply(parent);
		expect(json).toMatchObject({ parentComment: parent, post: activityIn(parent), calls: 1 });
		expect(published()[1]).toMatchObject({ parent, text: 'Thanks' });
		expect(lastBody()).toMatchObject({ object: activityIn(parent), parentComment: parent });
	});

	test('as a reply by the link that LinkedIn copies', async () => {
		const parent = await aComment();
		const [, activity = '', id = ''] = /activity:([0-9]+),([0-9]+)/.exec(parent) ?? [];
		await reply(
			`https://www.linkedin.com/feed/update/urn:li:activity:${activity}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A${activity}%2C${id}%29&dashCommentUrn=urn%3Ali%3Afsd_comment%3A%28${id}%2Curn%3Ali%3Aactivity%3A${activity}%29`,
		);
		expect(published()[1]).toMatchObject({ parent });
	});

	test('several items, by expressions; one that fails goes to the error branch', async () => {
		const posts = [await aPost(), 'urn:li:share:7000000000000000001', await aPost()];
		const form = { text: '={{ $json.text }}', post: byUrn('={{ $json.post }}') };
		const { jsons, errorItems, failed } = await create('', form)
			.of(...posts.map((post, n) => ({ json: { post, text: `Comment ${n}` } })))
			.options({ itemConcurrency: 3 })
			.onError('continueErrorOutput');
		expect(jsons.map(({ text }) => text)).toEqual(['Comment 0', 'Comment 2']);
		expect(errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(failed).toMatchObject({ status: 404, code: 'NOT_FOUND' });
		expect(String(failed.description)).toContain('Check that the post still exists');
	});
});

describe('mentions', () => {
	test('are attributes: a member, a page, and a page by its URL', async () => {
		const written = `Thanks ${ADA} of @[linkedin.com/company/page-with-an-admin] and ${OTHERS}`;
		const { json } = await create(await aPost(), { text: written });
		expect(json.text).toBe('Thanks Ada of Page with an admin and Page of others');
		expect(published()[0]?.mentions).toEqual([
			{ urn: OWNER, shown: 'Ada' },
			{ urn: PAGE, shown: 'Page with an admin' },
			{ urn: 'urn:li:organization:999', shown: 'Page of others' },
		]);
	});

	const AFTER_EMOJI = `🎉🎉 Thanks ${ADA}`;

	test.each([
		['utf16', 'dropped', 1, true],
		['utf16', 'refused', 1, true],
		['codePoints', 'refused', 2, true],
		['codePoints', 'dropped', 1, false],
	] as const)(
		'after emojis, where LinkedIn counts %s and what fits nobody is %s',
		async (commentUnits, commentMentions, made, isLinked) => {
			linkedIn.configure({ readings: { commentUnits, commentMentions } });
			const { json } = await create(await aPost(), { text: AFTER_EMOJI });
			expect(published()).toMatchObject([
				{ text: '🎉🎉 Thanks Ada', mentions: isLinked ? [{ urn: OWNER, shown: 'Ada' }] : [] },
			]);
			expect(sent()).toHaveLength(made);
			expect(json.warnings).toHaveLength(isLinked ? 0 : 1);
			if (!isLinked) expect(json.warnings).toEqual([expect.stringContaining('as plain text')]);
		},
	);

	test('of a name that is not LinkedIn’s: a warning that says so', async () => {
		const { json } = await create(await aPost(), {
			text: 'Hi @[Wrong Name](urn:li:organization:999)',
		});
		expect(published()).toMatchObject([{ text: 'Hi Wrong Name', mentions: [] }]);
		expect(json.warnings).toEqual([
			expect.stringMatching(/as plain text: .* exactly .*"Wrong Name"/),
		]);
	});

	test('that are wrong for another reason are LinkedIn’s to refuse', async () => {
		linkedIn.configure({ readings: { commentMentions: 'refused' } });
		await create(await aPost(), { text: 'Thanks @[Nobody](urn:li:person:m3mbEr_1)' }).fails(
			'LinkedIn rejected the request',
		);
		expect(sent()).toHaveLength(1);
	});
});

describe('text', () => {
	test('is not escaped; what looks like an escape is warned of', async () => {
		const { json } = await create(await aPost(), {
			text: 'C# \\(really\\) [a] {b} *c* ~d~ <e> @f',
		});
		expect(published()[0]?.text).toBe('C# \\(really\\) [a] {b} *c* ~d~ <e> @f');
		expect(json.warnings).toEqual([expect.stringContaining('Text contains "\\("')]);
	});

	test('in Markdown is converted where it is wanted', async () => {
		const { json } = await create(await aPost(), {
			text: '**Slides**: [here](https://e.com/a)',
		}).options({ textFormat: 'markdown' });
		expect(json.text).toBe('Slides: here (https://e.com/a)');
	});

	test.each(['1250', 'none'] as const)(
		'of 1,251 characters is warned of (limit: %s)',
		async (of) => {
			linkedIn.configure({ readings: { commentLength: of } });
			const step = create(await aPost(), { text: '={{ "x".repeat(1251) }}' });
			if (of === 'none') {
				const { json } = await step;
				expect(json.warnings).toEqual([expect.stringContaining('Text has 1251 characters')]);
			} else await step.fails('exceeds the maximum of 1250', 'Text has 1251 characters');
		},
	);
});

test.each([
	[{ text: ' ' }, 'Text is empty'],
	[{ text: 'Hi @[Ada](urn:li:person:undefined)' }, 'Text mentions "urn:li:person:undefined"'],
	[{ post: byUrn('={{ "urn:li:video:C5" }}') }, 'Post "urn:li:video:C5"'],
	[{ post: byUrn('={{ undefined }}') }, 'Post is empty'],
	[{ commentOn: 'comment', parentComment: byUrn('={{ null }}') }, 'Comment to Reply To is empty'],
	[
		{ commentOn: 'comment', parentComment: byUrn('={{ "7101" }}') },
		'Comment to Reply To "7101" is not the URN of a comment',
	],
	[
		{
			commentOn: 'comment',
			parentComment: byUrn('={{ "urn:li:comment:(urn:li:activity:1,undefined)" }}'),
		},
		'has "undefined" where an ID belongs',
	],
	[{ actor: byUrn('={{ "Ada" }}') }, 'Author "Ada" is not a LinkedIn URN'],
	[{ imageSource: 'urn', imageUrn: 'urn:li:video:C5' }, 'Image URN "urn:li:video:C5"'],
	[{ imageSource: 'binaryData' }, 'Image Binary Field: the item has no binary field "data"'],
])('%j: told before the first call', async (form, words) => {
	await create('urn:li:share:7000000000000000001', form).failsAtOnce(words);
});

describe('an image', () => {
	const withImage = { imageSource: 'binaryData' };
	const picture = file('picture.png');

	test.each([
		['binary field', () => withImage],
		['URN', () => ({ imageSource: 'urn', imageUrn: entry('image', { owner: PAGE, account: '' }) })],
		[
			'URL',
			() => ({
				imageSource: 'url',
				imageUrl: stage.files.add('/picture.png', picture.content),
			}),
		],
	])('from a %s', async (_, form) => {
		linkedIn.configure({ readings: { commentImages: 'accepted' } });
		const { json } = await create(await aPost(), form()).of(picture);
		const image = linkedIn.images()[0]?.urn;
		expect(published()[0]?.image).toBe(image);
		expect(json).toMatchObject({ image, warnings: [] });
	});

	test('that LinkedIn refuses fails the comment, and nothing is published', async () => {
		await create(await aPost(), withImage)
			.of(picture)
			.fails('LinkedIn did not accept the image', 'If Image Is Refused');
		expect(linkedIn.comments()).toEqual([]);
	});

	test('... or is left out, with a warning', async () => {
		const { json } = await create(await aPost(), withImage)
			.of(picture)
			.options({ onImageRefused: 'withoutImage' });
		expect(published()).toMatchObject([{ text: 'First', image: undefined }]);
		expect(json).not.toHaveProperty('image');
		expect(json.warnings).toEqual([
			expect.stringContaining(
				`did not accept the image of the comment (${linkedIn.images()[0]?.urn ?? ''})`,
			),
		]);
	});

	test('that is none is found before the first call', async () => {
		await create('urn:li:share:7000000000000000001', withImage)
			.of(item({ data: { content: Buffer.from('text'), fileName: 'note.txt' } }))
			.failsAtOnce('note.txt');
	});

	test('is uploaded once, whatever happens to the comment', async () => {
		linkedIn.configure({ readings: { commentImages: 'accepted' } });
		plan('comments.create', 400);
		await create(await aPost(), withImage)
			.of(picture)
			.tries(3);
		expect(requests('images.initializeUpload')).toHaveLength(1);
		expect(published()).toHaveLength(1);
	});
});

describe('what LinkedIn says of the thread is heeded once', () => {
	test.each(['post', 'activity'] as const)('it wants the URN of the %s', async (threadUrn) => {
		const parent = await aComment();
		const post = linkedIn.comments()[0]?.post ?? '';
		const activity = activityIn(parent);
		linkedIn.configure({ readings: { threadUrn } });
		const [wrong, right] = threadUrn === 'post' ? [activity, post] : [post, activity];
		const { json } = await create(wrong, { text: 'Second' });
		expect(json).toMatchObject({ post: right, calls: 2 });
		expect(published()[1]?.urn).toBe(json.urn);
		expect(lastBody()).toMatchObject({ object: right });
	});

	test('... and not a second time', async () => {
		const words = (one: string, other: string) => ({
			status: 400,
			message: `Provided threadUrn: ${one} is not the same as the actual threadUrn: ${other}`,
		});
		plan('comments.create', status(400, { body: words('urn:li:share:1', 'urn:li:ugcPost:2') }));
		plan('comments.create', status(400, { body: words('urn:li:ugcPost:2', 'urn:li:share:1') }), {
			call: 2,
		});
		await create('urn:li:share:1').fails('actual threadUrn: urn:li:share:1');
		expect(sent()).toHaveLength(2);
	});

	test('a reply goes to the comment by the URN that LinkedIn wants', async () => {
		const parent = await aComment();
		const post = linkedIn.comments()[0]?.post ?? '';
		linkedIn.configure({ readings: { threadUrn: 'post' } });
		await reply(parent);
		expect(published()[1]).toMatchObject({ parent });
		expect(lastBody()).toMatchObject({
			object: post,
			parentComment: parent.replace(activityIn(parent), post),
		});
	});
});

describe('a refusal', () => {
	test('of both APIs is told in the words of the versioned one', async () => {
		linkedIn.configure({
			readings: { oldCommentScopes: 'refused', legacySocialActions: 'refused' },
		});
		await create(await aPost())
			.as(OWNER)
			.scopes('w_member_social')
			.fails(
				'LinkedIn denied access',
				'partnerApiSocialActions.CREATE.2026',
				'the current one names "w_member_social_feed". Connect a credential',
			);
		expect(sent()).toHaveLength(2);
		expect(linkedIn.comments()).toEqual([]);
	});

	test('without the scope: which one, and which app has it', async () => {
		await create(await aPost())
			.scopes('w_member_social')
			.fails(
				'the connection lacks the scope "w_organization_social_feed"',
				'"Company Pages" with "Comments"',
			);
	});

	test('any other 403 is not tried elsewhere', async () => {
		await create(await aPost())
			.as('urn:li:organization:999')
			.fails('a recruiting poster');
		expect(sent()).toHaveLength(1);
	});

	test.each([403, 422])('%d without a reason: comments may be turned off', async (code) => {
		plan('comments.create', code);
		await create(await aPost()).fails('Comments on the post may also be turned off');
	});

	test('a 404 of a reply: the comment was probably deleted, not the post', async () => {
		const parent = 'urn:li:comment:(urn:li:activity:7000000000000000001,7000000000000000002)';
		const { told } = await reply(parent).fails(
			'The comment that it replies to was probably deleted',
		);
		expect(told).toContain('commentUrn=');
		expect(told).not.toContain('Check that the post still exists');
	});

	test('a 404 of a post that is not new is told at once', async () => {
		await create('urn:li:share:7000000000000000001').fails('LinkedIn can’t find it');
		expect(calls()).toEqual(['comments.create']);
	});
});

describe('a limit of a minute', () => {
	test('is waited for, and not asked for every second', async () => {
		linkedIn.configure({ commentsPerMinute: 1 });
		const post = await aPost();
		const { jsons } = await create(post, { text: '={{ $json.text }}' }).of(
			{ json: { text: 'One' } },
			{ json: { text: 'Two' } },
		);
		expect(jsons.map(({ text }) => text)).toEqual(['One', 'Two']);
		expect(published()).toHaveLength(2);
		expect(sent().map((request) => request.status)).toEqual([201, 429, 201]);
	});

	test('that stays is an error that says so; nothing is published', async () => {
		linkedIn.configure({ commentsPerMinute: 0 });
		await create(await aPost())
			.options({ maxRetries: 1 })
			.fails('LinkedIn limits how many comments a member may publish per minute');
		expect(sent()).toHaveLength(2);
	});
});

describe('an answer that is unclear', () => {
	test.each([LOST_ANSWER, status(502), { kind: 'html' } as const])(
		'%j: one comment, and an error that says where to look',
		async (fault) => {
			const post = await aPost();
			plan('comments.create', fault);
			await create(post).fails('LinkedIn may still have published the comment', post);
			expect(sent()).toHaveLength(1);
		},
	);

	test('stays one comment through all tries of Retry On Fail', async () => {
		const post = await aPost();
		plan('comments.create', LOST_ANSWER);
		await create(post).tries(3).fails('it’s unclear whether it was published', post);
		expect(published()).toHaveLength(1);
		expect(sent()).toHaveLength(1);
	});

	test('a success without an ID is one too', async () => {
		plan('comments.create', {
			kind: 'answer',
			status: 201,
			body: '{}',
			contentType: 'application/json',
		});
		const { error } = await create(await aPost()).fails('The comment was probably published');
		expect(error).toMatchObject({ message: expect.stringContaining('no comment ID') as string });
	});

	test.each(['$URN', 'omitted'] as const)('the URN is found: %s', async (commentUrnField) => {
		linkedIn.configure({ readings: { commentUrnField } });
		const { json } = await create(await aPost());
		expect(json.urn).toBe(published()[0]?.urn);
	});
});

test('Retry On Fail comments once where another item fails', async () => {
	const post = await aPost();
	plan('comments.create', 400, { call: 2 });
	const { jsons } = await create(post, { text: '={{ $json.text }}' })
		.of({ json: { text: 'One' } }, { json: { text: 'Two' } })
		.tries(3);
	expect(jsons.map(({ text }) => text)).toEqual(['One', 'Two']);
	expect(published().map(({ text }) => text)).toEqual(['One', 'Two']);
});

test('Check Only: text, image and author, and which scope is missing', async () => {
	const { json } = await create('urn:li:share:1', { text: `Hi ${ADA}`, imageSource: 'binaryData' })
		.of(file('picture.png'))
		.options({ checkOnly: true });
	expect(json).toMatchObject({
		ok: true,
		preview: {
			post: 'urn:li:share:1',
			actor: PAGE,
			text: 'Hi Ada',
			image: { name: 'picture.png' },
		},
	});
	const { json: refused } = await create('urn:li:share:1')
		.options({ checkOnly: true })
		.scopes('openid');
	expect(refused).toMatchObject({
		ok: false,
		problems: [expect.stringContaining('w_organization_social_feed')],
	});
	expect(requests('comments.create')).toEqual([]);
	expect(COMMENTING).toContain('w_organization_social_feed');
});
