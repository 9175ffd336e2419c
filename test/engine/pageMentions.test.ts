import { textOf } from './form/leaves';
import { posting } from './postSupport';
import { file, item, OWNER, scene, status } from './scene';

/** Pages that a post's text mentions by their addresses. */

const stage = scene();
const { calls, linkedIn, plan, requests } = stage;
const { create, createFromFiles, imageOf } = posting(stage);

const ACME = 'urn:li:organization:77';
const MENTION = `@[Acme, Inc. (UK)](${ACME})`;
const named = (name: string) => {
	const roles = { m3mbEr_2: ['ADMINISTRATOR'] };
	linkedIn.populate({ organizations: { 77: { name, vanityName: 'acme', roles } } });
};
beforeEach(() => {
	named('Acme, Inc. (UK)');
});
const posted = () => linkedIn.posts().at(-1);
const withPicture = item({ data: file('picture.png') });
const SCOPES = ['w_member_social', 'rw_organization_admin', 'rw_ads'];
const post = (commentary: string) =>
	create({ commentary, mediaUrn: imageOf(OWNER) }).scopes(...SCOPES);

test.each([
	'linkedin.com/company/acme',
	'https://www.linkedin.com/company/acme/',
	'linkedin.com/school/acme',
	'www.linkedin.com/showcase/acme/about/',
	'linkedin.com/company/77',
])('@[%s] is the page, with its exact name', async (address) => {
	const { json, hints } = await post(`Thanks to @[${address}]! #ai`);
	expect(posted()).toMatchObject({
		text: 'Thanks to Acme, Inc. (UK)! #ai',
		mentions: [{ name: 'Acme, Inc. (UK)', urn: ACME }],
		hashtags: ['ai'],
		lostText: '',
	});
	expect(json.text).toBe(`Thanks to ${MENTION}! #ai`);
	expect(json.warnings).toEqual([]);
	expect(hints).toEqual([]);
});

test('in three items twice, it is looked up once', async () => {
	const commentary = '={{ $json.n }} @[linkedin.com/company/acme], @[linkedin.com/company/Acme/]';
	const { jsons } = await create({ commentary, mediaUrn: imageOf(OWNER) })
		.of(...[1, 2, 3].map((n) => ({ json: { n } })))
		.scopes(...SCOPES)
		.options({ itemConcurrency: 3 });
	expect(jsons.map(({ text }) => text)).toEqual(
		[1, 2, 3].map((n) => `${n} ${MENTION}, ${MENTION}`),
	);
	expect(requests('organizations')).toHaveLength(1);
	expect(linkedIn.posts().map(({ mentions }) => mentions.length)).toEqual([2, 2, 2]);
});

describe('nothing is uploaded or posted', () => {
	const uploading = (commentary: string) =>
		createFromFiles({ commentary })
			.of(withPicture)
			.scopes(...SCOPES);
	const cure = 'write @[Name](urn:li:organization:…) with its exact name on LinkedIn';

	test('for a page that LinkedIn does not know', async () => {
		await uploading('By @[linkedin.com/company/nobody]').fails(
			'Text mentions "@[linkedin.com/company/nobody]": LinkedIn has no page named "nobody"',
			cure,
		);
		expect(calls()).toEqual(['organizations']);
	});

	test('for a name that several pages have', async () => {
		const page = { name: 'Acme', vanityName: 'acme', roles: {} };
		linkedIn.populate({ organizations: { 1: page, 2: page } });
		await uploading('By @[linkedin.com/company/acme]').fails(
			'LinkedIn has several pages named "acme"',
			'Write @[Name](urn:li:organization:…)',
			'urn:li:organization:1, urn:li:organization:2',
		);
		expect(calls()).toEqual(['organizations']);
	});

	test.each(['acme', '77'])('without the scope to look a page up: %s', async (name) => {
		await uploading(`By @[linkedin.com/company/${name}]`)
			.scopes('w_member_social')
			.fails(
				`Text mentions "@[linkedin.com/company/${name}]". Could not`,
				'lacks the scope "rw_organization_admin"',
				`To mention the page without looking it up, ${cure}`,
			);
		expect(new Set(calls())).toEqual(new Set(['organizations']));
	});

	test('while LinkedIn has no answer', async () => {
		plan('organizations', status(503), { call: 'every' });
		await uploading('By @[linkedin.com/company/acme]')
			.options({ maxRetries: 0 })
			.fails('Text mentions "@[linkedin.com/company/acme]"', 'server error');
		expect(calls()).toEqual(['organizations']);
	});

	test('for a text that is too long with the name', async () => {
		const rest = 'x'.repeat(2990);
		await uploading(`@[linkedin.com/company/acme]${rest}`).fails('Text has 3005 characters');
		expect(calls()).toEqual(['organizations']);
	});

	test('and nothing is looked up for a text that is too long with any name', async () => {
		await uploading(`@[linkedin.com/company/acme]${'x'.repeat(3000)}`).failsAtOnce(
			'Text has 3001 characters',
		);
	});

	test.each(['undefined', 'null', 'NaN/'])(
		'nor looked up for an expression that gave %s',
		async (left) => {
			const commentary = `={{ "By @[linkedin.com/company/" + ${JSON.stringify(left)} + "]" }}`;
			await uploading(commentary).failsAtOnce('where an ID belongs');
		},
	);

	test('nor for a file that LinkedIn would refuse', async () => {
		await createFromFiles({ commentary: 'By @[linkedin.com/company/acme]' })
			.of(item({ data: { content: Buffer.from('no image'), fileName: 'x.png' } }))
			.failsAtOnce('x.png');
	});
});

test('the address does not count, only the name', async () => {
	named('Ac');
	await post(`@[https://www.linkedin.com/company/acme]${'x'.repeat(2998)}`);
	expect(posted()?.text).toBe(`Ac${'x'.repeat(2998)}`);
});

test('a name with a bracket that has no other half is one', async () => {
	named('Acme [UK');
	const { json } = await post('By @[linkedin.com/company/acme]');
	expect(posted()).toMatchObject({
		text: 'By Acme [UK',
		mentions: [{ name: 'Acme [UK', urn: ACME }],
		lostText: '',
	});
	expect(json.text).toBe(`By @[Acme \\[UK](${ACME})`);
});

test.each([
	'https://example.com/@[linkedin.com/company/acme]',
	'`@[linkedin.com/company/acme]` mentions',
	'linkedin.com/company/acme',
])('%s stays as it is', async (commentary) => {
	await post(commentary);
	expect(posted()).toMatchObject({ text: commentary, mentions: [], lostText: '' });
	expect(requests('organizations')).toEqual([]);
});

test('in Markdown too: mentions are looked up, code is shown', async () => {
	named('Acme *UK* _x_');
	await post(
		'**By** @[linkedin.com/company/acme]\n\nWrite `@[linkedin.com/company/acme]`:\n```\n@[linkedin.com/company/acme]\n```',
	).options({ textFormat: 'markdown' });
	expect(posted()).toMatchObject({
		text: 'By Acme *UK* _x_\n\nWrite @[linkedin.com/company/acme]:\n@[linkedin.com/company/acme]',
		mentions: [{ name: 'Acme *UK* _x_', urn: ACME }],
		lostText: '',
	});
});

test('what was read back is a mention that needs no lookup', async () => {
	const { json } = await post('By @[linkedin.com/company/acme]');
	await post(`Again: ${textOf(json.text)}`);
	expect(posted()).toMatchObject({ mentions: [{ name: 'Acme, Inc. (UK)', urn: ACME }] });
	expect(requests('organizations')).toHaveLength(1);
});
