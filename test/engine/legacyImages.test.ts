import { ACCOUNT, byUrn, file, OWNER, PAGE, scene, status } from './scene';

const { calls, entries, entry, image, linkedIn, plan, post, requests } = scene();

/** *Share on LinkedIn* alone. */
const SHARE = ['openid', 'profile', 'email', 'w_member_social'];

const mine = () => entry('image', { owner: OWNER, account: '' });
const get = (urn: string) => image('get', { urn }).scopes(...SHARE);
const count = (name: string) => calls().filter((call) => call === name).length;

/**
 * linkedin-images-api, "Permissions": what `w_member_social` may not read "only applies to versioned
 * gateway calls".
 */
describe('where LinkedIn still serves the legacy GET', () => {
	beforeEach(() => {
		linkedIn.configure({ readings: { legacyImageGet: 'served' } });
	});

	test('a member’s image is read by it, without a version', async () => {
		const urn = mine();
		const { json } = await get(urn);
		expect(json).toMatchObject({ urn, owner: OWNER, status: 'AVAILABLE' });
		expect(calls()).toEqual(['images.get', 'images.legacyGet']);
		const [legacy] = requests('images.legacyGet');
		expect(legacy?.path).toBe(`/v2/images/${encodeURIComponent(urn)}`);
		expect(legacy?.headers).not.toHaveProperty('linkedin-version');
	});

	test('an upload is waited for', async () => {
		linkedIn.nextImage({ kind: 'afterReads', reads: 2 });
		const { json } = await image('upload')
			.of(file('picture.png'))
			.scopes(...SHARE)
			.options({ waitSeconds: 600 });
		expect(json).toMatchObject({ status: 'AVAILABLE', warnings: [] });
		expect([count('images.get'), count('images.legacyGet')]).toEqual([1, 3]);
	});

	test('many: once it has helped, it is asked straight away', async () => {
		const urns = entries('image', { count: 7, owner: OWNER, account: '' });
		const { jsons } = await image('batchGet', { urns: urns.join() }).scopes(...SHARE);
		expect(jsons.map(({ status: each }) => each)).toEqual(urns.map(() => 'AVAILABLE'));
		expect(count('images.batchGet')).toBe(1);
		expect(count('images.get')).toBe(5);
		expect(count('images.legacyGet')).toBe(7);
	});

	test('an image that a post shows is read before the post', async () => {
		await post('create', { contentType: 'image', mediaSource: 'urn', mediaUrn: mine() })
			.with({ commentary: 'Hello' })
			.scopes(...SHARE);
		expect(calls()).toEqual(['images.get', 'images.legacyGet', 'posts.create']);
	});

	test('an image that is not there is the refusal, and the next one is read', async () => {
		const urn = mine();
		const { jsons } = await image('get', { urn: '={{ $json.urn }}' })
			.of({ json: { urn: 'urn:li:image:C4E10AQ' } }, { json: { urn } })
			.scopes(...SHARE)
			.onError('continueRegularOutput');
		expect(jsons[0]).toHaveProperty('error');
		expect(jsons[1]).toMatchObject({ urn, status: 'AVAILABLE' });
	});

	test('a bad moment of it is not held against it', async () => {
		plan('images.legacyGet', status(503), { call: [1, 2, 3, 4, 5, 6] });
		const urn = mine();
		const { jsons } = await image('get', { urn: '={{ $json.urn }}' })
			.of({ json: { urn } }, { json: { urn } })
			.options({ maxRetries: 5 })
			.scopes(...SHARE)
			.onError('continueRegularOutput');
		expect(jsons[0]).toHaveProperty('error');
		expect(jsons[1]).toMatchObject({ urn, status: 'AVAILABLE' });
	});

	test.each([
		['another owner’s', () => entry('image', { owner: PAGE }), SHARE],
		['with a scope that reads', mine, [...SHARE, 'w_organization_social']],
		['without the member’s scope', mine, ['openid']],
	])('it is not asked for nothing: %s', async (_, make, scopes) => {
		linkedIn.configure({ readings: { legacyImageGet: 'refused' } });
		await image('get', { urn: make() })
			.scopes(...scopes)
			.ends();
		const wanted = scopes === SHARE ? 1 : 0;
		expect(count('images.legacyGet')).toBe(wanted);
	});

	test('nor for an ad account’s library, which it does not have', async () => {
		await image('get', { urn: mine(), associatedAccount: byUrn(ACCOUNT) })
			.scopes(...SHARE)
			.fails('lacks the scope');
		expect(count('images.legacyGet')).toBe(0);
	});
});

describe('where LinkedIn serves it no longer', () => {
	test.each([
		['403', undefined],
		['404', status(404)],
		['426', status(426, { body: { code: 'NONEXISTENT_VERSION' } })],
	])('(%s) the first refusal counts, and it is tried once in a run', async (_, fault) => {
		if (fault) plan('images.legacyGet', fault);
		const urns = entries('image', { count: 3, owner: OWNER, account: '' });
		const { jsons } = await image('get', { urn: '={{ $json.urn }}' })
			.of(...urns.map((urn) => ({ json: { urn } })))
			.scopes(...SHARE)
			.onError('continueRegularOutput');
		for (const json of jsons) {
			expect(json).toMatchObject({
				error: { message: expect.stringContaining('lacks the scope "rw_ads"') as string },
			});
		}
		expect([count('images.get'), count('images.legacyGet')]).toEqual([3, 1]);
	});

	test('an upload succeeds with the status UNKNOWN', async () => {
		const { json, hints } = await image('upload')
			.of(file('picture.png'))
			.scopes(...SHARE)
			.options({ waitSeconds: 600 });
		expect(json.status).toBe('UNKNOWN');
		expect(hints[0]).toContain('its status could not be read');
	});
});
