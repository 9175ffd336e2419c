import { posting } from './postSupport';
import { OWNER, PAGE, postUrn, scene } from './scene';

const stage = scene();
const { linkedIn, post } = stage;
const { create, createFromFiles, imageOf } = posting(stage);

const posted = () => linkedIn.posts().at(-1);

describe('hashtags', () => {
	test('as people type them are links', async () => {
		await create({ commentary: 'Launch #AI #n8n, C# and #1', mediaUrn: imageOf(OWNER) });
		expect(posted()).toMatchObject({
			text: 'Launch #AI #n8n, C# and #1',
			hashtags: ['AI', 'n8n'],
			lostText: '',
		});
	});

	test('stay text with the option', async () => {
		await create({ commentary: 'Launch #AI', mediaUrn: imageOf(OWNER) }).options({
			hashtags: 'text',
		});
		expect(posted()).toMatchObject({ text: 'Launch #AI', hashtags: [], lostText: '' });
	});
});

/** What people write, in parts that are put together in every way. */
const PIECES = [
	[
		'Launch day',
		'Zürich, 10 %',
		'「新製品」',
		'مرحبا بالعالم',
		'שלום עולם',
		'👩‍🚀🎬',
		'हिन्दी में',
		'한국어',
	],
	['#AI', '❤️#東京', '#مرحبا', '#snake_case', '(#n8n)', '#naïve!', '#全角', '#2024in'],
	[
		'C# a#b #1',
		'snake_case',
		'*bold* ~x~',
		'<b>',
		'{{ $json.x }}',
		'[1]',
		'\\o/',
		'ada@example.com',
	],
	[
		'https://example.com/a_(b)?q=1#top',
		'www.example.com/#a',
		'example.com/x#y',
		'@[Acme [UK]](urn:li:organization:2414183)',
		'@[Ada](urn:li:person:a-B9_c)',
		'const a = b[0] || {};',
		'"q" \'q\' `q`',
		'\n\n– done.',
	],
] as const;

/** 104 texts: each piece with each of two others. */
const TEXTS = Array.from({ length: 104 }, (_, index) =>
	PIECES.map((pieces, row) => pieces[(index * (row + 1) + (index >> 3)) % pieces.length] ?? '')
		.join(index % 2 === 0 ? ' ' : '\n')
		.concat(` ${index}`),
);

test('a hundred texts go there and back unchanged', async () => {
	expect(new Set(TEXTS).size).toBeGreaterThanOrEqual(100);
	const mediaUrn = imageOf(PAGE);
	const scopes = ['w_organization_social', 'r_organization_social', 'rw_ads'];
	const inputs = TEXTS.map((text) => ({ json: { text } }));
	await create({ mediaUrn, commentary: '={{ $json.text }}' })
		.as(PAGE)
		.scopes(...scopes)
		.of(...inputs);
	expect(linkedIn.posts().map(({ lostText }) => lostText)).toEqual(TEXTS.map(() => ''));

	const urns = linkedIn
		.posts()
		.map(({ urn }) => urn)
		.join();
	const { jsons: read } = await post('batchGet', { urns }).scopes(...scopes);
	expect(read.map(({ text }) => text)).toEqual(TEXTS);

	// Read, and given to a new post: not a character more.
	const again = read.map(({ text }) => ({ json: { text } }));
	await create({ mediaUrn, commentary: '={{ $json.text }}!' })
		.as(PAGE)
		.of(...again);
	const twice = linkedIn.posts().slice(TEXTS.length);
	const first = linkedIn.posts().slice(0, TEXTS.length);
	expect(twice.map(({ text }) => text)).toEqual(first.map(({ text }) => `${text}!`));
	expect(twice.map(({ hashtags }) => hashtags)).toEqual(first.map(({ hashtags }) => hashtags));
	expect(twice.map(({ mentions }) => mentions)).toEqual(first.map(({ mentions }) => mentions));
});

describe('mentions', () => {
	test.each([
		['linked', [{ name: 'Acme Pro', urn: 'urn:li:organizationBrand:7' }]],
		['text', []],
	] as const)('of brands: %s', async (brandMention, mentions) => {
		linkedIn.configure({ readings: { brandMention } });
		const commentary = 'By @[Acme Pro](urn:li:organizationBrand:7)!';
		await create({ commentary, mediaUrn: imageOf(OWNER) });
		expect(posted()).toMatchObject({ text: 'By Acme Pro!', mentions, lostText: '' });
	});

	test('what only looks like one is published as typed, with a warning', async () => {
		const commentary = 'By @[Acme](urn:li:company:1)';
		const { json, hints } = await create({ commentary, mediaUrn: imageOf(OWNER) });
		expect(posted()).toMatchObject({ text: commentary, mentions: [] });
		const warning =
			'"@[Acme](urn:li:company:1)" in Text is published as plain text. To mention someone, write @[Name](urn:li:organization:1) with the exact name on LinkedIn.';
		expect(json.warnings).toEqual([warning]);
		expect(hints).toEqual([warning]);
	});
});

test('a mention that an expression has broken is refused before anything is uploaded', async () => {
	await createFromFiles({ commentary: 'By @[Ada](urn:li:person:undefined)' }).failsAtOnce(
		'has "undefined" where an ID belongs',
	);
});

test('half an emoji is repaired, and told', async () => {
	const { json } = await create({
		commentary: '={{ "Hi 🚀!".slice(0, 4) }}',
		mediaUrn: imageOf(OWNER),
	});
	expect(posted()?.text).toBe('Hi �');
	expect(json.warnings).toEqual([expect.stringContaining('half an emoji')]);
});

test('LinkedIn’s own escapes are shown to readers: told', async () => {
	const { json } = await create({ commentary: 'Hello \\(you\\)', mediaUrn: imageOf(OWNER) });
	expect(json.warnings).toEqual([expect.stringContaining('use "text" instead of "commentary"')]);
});

describe('drafts', () => {
	test.each([
		['a URN', () => create({ mediaUrn: imageOf(OWNER) })],
		['a file that would be uploaded', () => createFromFiles()],
	])('are refused at once: %s', async (_, step) => {
		await step()
			.options({ lifecycleState: 'DRAFT' })
			.failsAtOnce('LinkedIn doesn’t accept drafts from apps', 'Schedule Trigger');
	});

	test('a workflow that names the only state there is goes on', async () => {
		await create({ mediaUrn: imageOf(OWNER) }).options({ lifecycleState: 'PUBLISHED' });
		expect(posted()).toMatchObject({ lifecycleState: 'PUBLISHED' });
	});
});

describe('422', () => {
	test.each(['withCode', 'messageOnly'] as const)('a duplicate, %s', async (duplicate) => {
		linkedIn.configure({ readings: { duplicate } });
		const mediaUrn = imageOf(OWNER);
		await create({ mediaUrn });
		await create({ mediaUrn }).fails(
			'has published the same post before',
			`a duplicate of https://www.linkedin.com/feed/update/${posted()?.urn ?? ''}`,
			'about 10 minutes',
		);
		linkedIn.clock.advance(10 * 60_000);
		await create({ mediaUrn });
	});

	test('another one names its field', async () => {
		stage.plan('posts.create', {
			kind: 'status',
			status: 422,
			body: { status: 422, message: 'ERROR :: /content/media/altText :: is too odd\n' },
		});
		const { told } = await create({ mediaUrn: imageOf(OWNER), altText: 'x' }).fails(
			'LinkedIn rejected "Alt Text" (field "content/media/altText" in its API)',
		);
		expect(told).not.toContain('same post');
	});
});

test('403: media whose owner could not be read must be the author’s', async () => {
	stage.plan('posts.create', 403);
	const mediaUrn = imageOf(PAGE);
	await create({ mediaUrn })
		.scopes('w_member_social')
		.fails(`Media must belong to the post’s author (${OWNER})`, mediaUrn);
});

test('the id may stand in the answer’s body', async () => {
	const urn = 'urn:li:share:7000000000000000000';
	stage.plan('posts.create', { kind: 'status', status: 201, body: { id: urn } });
	const { json } = await create({ mediaUrn: imageOf(OWNER) });
	expect(json).toMatchObject({ urn, url: `https://www.linkedin.com/feed/update/${urn}` });
	await post('get', { urn: postUrn(urn) }).fails('can’t find it');
});
