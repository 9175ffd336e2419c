import { ACCOUNT, byUrn, KINDS, PAGE, scene, talk, type Step } from './scene';

/** Owners, ad accounts and posts by their URLs, as people copy them from a browser. */

const { calls, entry, image, linkedIn, post, requests, resource, upload, video } = scene();
const byUrl = (value: string) => ({ __rl: true, mode: 'url', value });

const ADMIN = 'rw_organization_admin';
const PAGE_SCOPES = ['w_organization_social', 'w_member_social', 'rw_ads', 'r_ads', ADMIN];
const named = (vanityName: string) => {
	linkedIn.populate({
		organizations: {
			2414183: { name: 'Page', vanityName, roles: { m3mbEr_1: ['ADMINISTRATOR'] } },
		},
	});
};
const initialize = (owner: object) =>
	video('initializeUpload', { owner: { ...owner }, fileSizeBytes: 100_000 })
		.scopes(...PAGE_SCOPES)
		// The session that is handed over holds its signed URLs on purpose.
		.allow('addresses');

describe('an owner', () => {
	test.each([
		'https://www.linkedin.com/company/2414183/',
		'https://de.linkedin.com/company/2414183/admin/dashboard/?a=b#c',
		'linkedin.com/company/2414183',
		'https://www.linkedin.com/showcase/2414183',
		PAGE,
	])('by %s costs no call', async (url) => {
		const { json } = await initialize(byUrl(url));
		expect(json.uploadSession).toMatchObject({ owner: PAGE });
		expect(calls()).toEqual(['videos.initializeUpload']);
	});

	test('by the name in its URL is looked up once, however many items name it', async () => {
		named('acme-inc');
		const { jsons } = await upload(talk(), talk(), talk())
			.with({ owner: byUrl('https://www.linkedin.com/company/Acme-Inc/posts/') })
			.options({ itemConcurrency: 3 })
			.scopes(...PAGE_SCOPES);
		expect(jsons.map(({ owner }) => owner)).toEqual([PAGE, PAGE, PAGE]);
		expect(requests('organizations').map(({ query }) => query)).toEqual([
			{ q: 'vanityName', vanityName: 'Acme-Inc' },
		]);
	});

	test('that LinkedIn does not know is no owner, and nothing is begun', async () => {
		await initialize(byUrl('https://www.linkedin.com/company/nobody')).fails(
			'Owner: LinkedIn has no page named "nobody"',
			'enter its URN (urn:li:organization:…)',
		);
		expect(calls()).toEqual(['organizations']);
	});

	test('is looked up after all that can be checked without LinkedIn', async () => {
		await video('initializeUpload', {
			owner: byUrl('https://www.linkedin.com/company/acme'),
			fileSizeBytes: 0,
		}).failsAtOnce('File Size (Bytes) is 0');
	});
});

test('an author by the name of a page posts for it', async () => {
	named('acme');
	const [urn = ''] = linkedIn.addLibraryEntries({ kind: 'image', owner: PAGE, account: '' });
	await post('create', {
		author: byUrl('https://www.linkedin.com/company/acme/'),
		commentary: 'Hello',
		mediaSource: 'urn',
		mediaUrn: urn,
	}).scopes(...PAGE_SCOPES);
	expect(linkedIn.posts()[0]).toMatchObject({ author: PAGE });
});

test('a page that is known by its name alone has no connections either', async () => {
	await post('create', {
		author: byUrl('https://www.linkedin.com/company/acme/'),
		commentary: 'Hello',
		mediaSource: 'urn',
		mediaUrn: 'urn:li:image:C4',
		visibility: 'CONNECTIONS',
	}).failsAtOnce('Visibility is "Connections", but the author is a page');
});

test.each(KINDS)('an ad account by its URL in Campaign Manager: %s', async (kind) => {
	const urn = entry(kind);
	const { urns } = await resource(kind)('findByAccount', {
		associatedAccount: byUrl(
			'https://www.linkedin.com/campaignmanager/accounts/123456789/campaigns?x=1',
		),
	});
	expect(urns).toEqual([urn]);
	expect(requests(`${kind}s.find`)[0]?.query).toMatchObject({ associatedAccount: ACCOUNT });
});

test('a post by its URL in the feed', async () => {
	const [urn = ''] = linkedIn.addLibraryEntries({ kind: 'image', owner: PAGE, account: '' });
	const { json } = await post('create', {
		author: byUrn(PAGE),
		contentType: 'image',
		mediaSource: 'urn',
		mediaUrn: urn,
	});
	const read = await post('get', { urn: byUrl(JSON.stringify(json.url).slice(1, -1)) }).scopes(
		'r_organization_social',
	);
	expect(read.json).toMatchObject({ urn: json.urn });
});

describe('what is red while it is typed stops the run with the same sentence', () => {
	const issue = async (step: Step) => (await step.ends()).told;

	test.each<[string, () => Step, string]>([
		['a profile as owner', () => initialize(byUrl('https://www.linkedin.com/in/ada')), 'page'],
		['a video as owner', () => initialize(byUrn('urn:li:video:C5')), 'Enter a URN'],
		[
			'a word as ad account',
			() => image('findByAccount', { associatedAccount: byUrn('spring') }),
			'number of the ad account',
		],
		[
			'an activity as post',
			() => post('get', { urn: byUrl('https://www.linkedin.com/posts/a-activity-7785') }),
			'activity ID',
		],
	])('%s', async (_, step, words) => {
		await expect(issue(step())).rejects.toThrow(words);
		expect(calls()).toEqual([]);
	});

	test('an ad account that may stay empty is not red', async () => {
		const urn = entry('video');
		const { json } = await video('get', { urn, associatedAccount: byUrn('') });
		expect(json.urn).toBe(urn);
	});
});
