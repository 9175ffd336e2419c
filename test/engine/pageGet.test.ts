import { textOf } from './form/leaves';
import { OWNER, scene } from './scene';
import { posting } from './postSupport';

const stage = scene();
const { calls, linkedIn, plan, requests, resource } = stage;
const { create, imageOf } = posting(stage);

const get = (value: string | number, mode = 'url') =>
	resource('page')('get', {
		page: { __rl: true, mode, value: `={{ ${JSON.stringify(value)} }}` },
	}).scopes('rw_organization_admin');
const others = { roles: { m3mbEr_2: ['ADMINISTRATOR'] } };
const ACME = { name: 'Acme, Inc. (UK)', vanityName: 'acme', ...others };
const acme = {
	urn: 'urn:li:organization:77',
	name: 'Acme, Inc. (UK)',
	vanityName: 'acme',
	mention: '@[Acme, Inc. (UK)](urn:li:organization:77)',
};
beforeEach(() => {
	linkedIn.populate({ organizations: { 77: ACME } });
});

describe('any page', () => {
	test.each([
		'acme',
		'Acme',
		'linkedin.com/company/acme',
		'https://www.linkedin.com/company/acme/',
		'https://www.linkedin.com/school/acme/people/',
		'https://de.linkedin.com/showcase/acme?trk=x#about',
		'https://www.linkedin.com/company/acme/admin/dashboard/?a=b',
	])('by its name: %s', async (value) => {
		const { json } = await get(value);
		expect(json).toEqual(acme);
		expect(requests('organizations').map(({ query }) => query.q)).toEqual(['vanityName']);
	});

	test.each([
		['urn:li:organization:77', 'urn'],
		[77, 'urn'],
		['77', 'url'],
		['https://www.linkedin.com/company/77/admin/', 'url'],
		['urn:li:organization:77', 'list'],
	])('by its number: %s (%s)', async (value, mode) => {
		const { json } = await get(value, mode);
		expect(json).toEqual(acme);
		expect(calls()).toEqual(['organizations']);
		expect(requests('organizations')[0]?.path).toBe('/rest/organizationsLookup');
		expect(requests('organizations')[0]?.query).toEqual({ ids: 'List(77)' });
	});
});

test('its mention is one: pasted into a text, it links', async () => {
	for (const name of ['Acme [UK', 'A] \\ [B]', '\\', 'Acme [UK] #1']) {
		linkedIn.populate({ organizations: { 77: { ...ACME, name } } });
		const { json } = await get('acme');
		await create({ commentary: `By ${textOf(json.mention)}.`, mediaUrn: imageOf(OWNER) });
		expect(linkedIn.posts().at(-1)).toMatchObject({
			text: `By ${name}.`,
			mentions: [{ name, urn: acme.urn }],
			lostText: '',
		});
	}
});

test('items that name one page ask once', async () => {
	const items = Array.from({ length: 5 }, () => ({ json: {} }));
	const { jsons } = await get('acme')
		.of(...items)
		.options({ itemConcurrency: 5 });
	expect(jsons).toEqual(items.map(() => acme));
	expect(calls()).toEqual(['organizations']);
});

test('options of every read: the input’s fields stay', async () => {
	const { json } = await get('acme')
		.of({ json: { row: 7, urn: 'x' } })
		.options({ includeInputFields: true });
	expect(json).toEqual({ row: 7, ...acme });
});

test.each(['linked', 'text'] as const)(
	'a showcase page has LinkedIn’s own URN of brands: %s',
	async (brandMention) => {
		linkedIn.configure({ readings: { brandMention } });
		linkedIn.populate({ organizations: { 77: { ...ACME, brand: true } } });
		const { json, hints } = await get('https://www.linkedin.com/showcase/acme');
		const mention = '@[Acme, Inc. (UK)](urn:li:organizationBrand:77)';
		expect(json).toEqual({ ...acme, mention });
		expect(hints).toEqual([expect.stringContaining('doesn’t say whether posts can mention one')]);
		expect((await get('urn:li:organizationBrand:77')).json).toEqual({ ...acme, mention });
	},
);

test('a page of which LinkedIn gives no name has no mention', async () => {
	plan('organizations', { kind: 'replaceFields', fields: { 'elements.0.localizedName': '' } });
	const { json, hints } = await get('acme');
	expect(json).toEqual({ ...acme, name: null, mention: null });
	expect(hints).toEqual([expect.stringContaining('didn’t return the name')]);
});

describe('there is none', () => {
	test.each([
		['nobody', 'LinkedIn has no page named "nobody"'],
		['linkedin.com/company/nobody', 'LinkedIn has no page named "nobody"'],
		['31337', 'LinkedIn has no page with the ID 31337'],
	])('%s', async (value, words) => {
		await get(value).fails(`Page: ${words}`, 'copy its URL, or enter its URN');
	});

	test.each(['Acme Inc.', 'urn:li:person:x', '', 'linkedin.com/company/undefined', 'null'])(
		'%j is refused before LinkedIn is asked',
		async (value) => {
			await get(value).failsAtOnce('Page');
		},
	);
});

describe('on the development tier', () => {
	beforeEach(() => {
		linkedIn.configure({ readings: { batchGet: 'refused' } });
	});

	test('a page that you administer is read by itself', async () => {
		linkedIn.populate({
			organizations: { 77: { ...ACME, roles: { m3mbEr_1: ['ADMINISTRATOR'] } } },
		});
		expect((await get('77')).json).toEqual(acme);
		expect(requests('organizations').map(({ path }) => path)).toEqual([
			'/rest/organizationsLookup',
			'/rest/organizations/77',
		]);
	});

	test('another one says what is needed', async () => {
		await get('77').fails(
			'Could not read the page urn:li:organization:77: LinkedIn denied access',
			'Your app must be on LinkedIn’s standard tier, or you must be an administrator of that page',
		);
	});

	test('by its name any is found: that is no batch get', async () => {
		expect((await get('acme')).json).toEqual(acme);
	});
});

test('a forbidden page is an error of rights, not one that is missing', async () => {
	linkedIn.populate({ organizations: { 77: { ...ACME, hidden: true } } });
	const { failed } = await get('77').onError('continueErrorOutput');
	expect(failed).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
	expect(failed.message).toContain('LinkedIn denied access');
});

describe('without the scope', () => {
	const scopes = ['openid', 'profile', 'w_member_social'];

	test.each(['acme', '77'])('the error names it, and the app that has it: %s', async (value) => {
		await get(value)
			.scopes(...scopes)
			.fails(
				'the connection lacks the scope "rw_organization_admin" or "r_organization_admin"',
				'LinkedIn App is "Company Pages"',
			);
	});

	test('where the lookup asks for none, it is tried all the same', async () => {
		linkedIn.configure({ readings: { lookupScope: 'none' } });
		expect((await get('77').scopes(...scopes)).json).toEqual(acme);
	});
});
