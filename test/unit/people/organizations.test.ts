import { LinkedInError } from '../../../linkedin/api/error';
import { listPages } from '../../../linkedin/people/organizations';
import { answer, clientOn, failureOf, type Step } from '../api/support';

const role = (id: string, name = 'ADMINISTRATOR') => ({
	organization: `urn:li:organization:${id}`,
	role: name,
	roleAssignee: 'urn:li:person:m3mbEr_1',
	state: 'APPROVED',
});
const roles = (elements: unknown[], links: unknown[] = []) =>
	answer(200, { elements, paging: { start: 0, count: 100, links } });
const names = (found: Record<string, unknown>) => answer(200, { results: found, statuses: {} });

test('the pages in which the member may upload, by name', async () => {
	const { client, requests } = clientOn([
		roles([role('2414183'), role('5583111', 'DIRECT_SPONSORED_CONTENT_POSTER')]),
		names({ '2414183': { id: 2414183, localizedName: 'Devtestco' } }),
		names({ '5583111': { id: 5583111, localizedName: 'Sponsored' } }),
	]);
	expect(await listPages(client, 'upload')).toEqual({
		pages: [
			{ urn: 'urn:li:organization:2414183', name: 'Devtestco' },
			{ urn: 'urn:li:organization:5583111', name: 'Sponsored' },
		],
		next: undefined,
	});
	expect(requests.map(({ url }) => url)).toEqual([
		'https://api.linkedin.com/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=100',
		'https://api.linkedin.com/rest/organizations?ids=List(2414183,5583111)',
		// Only that one is not told by the resource for administrators.
		'https://api.linkedin.com/rest/organizationsLookup?ids=List(5583111)',
	]);
	expect(requests.map(({ headers }) => headers['X-RestLi-Method'])).toEqual([
		'finder',
		'batch_get',
		'batch_get',
	]);
});

test('a page with several roles stands there once', async () => {
	const { client } = clientOn([
		roles([role('1'), role('1', 'DIRECT_SPONSORED_CONTENT_POSTER'), role('2')]),
		names({}),
		names({}),
	]);
	const { pages } = await listPages(client, 'upload');
	expect(pages.map(({ urn }) => urn)).toEqual(['urn:li:organization:1', 'urn:li:organization:2']);
});

test.each(['ANALYST', 'CONTENT_ADMINISTRATOR', 'RECRUITING_POSTER', 'CURATOR'])(
	'%s may not upload, so the page is not offered',
	async (name) => {
		const { client, requests } = clientOn([roles([role('1', name)])]);
		expect((await listPages(client, 'upload')).pages).toEqual([]);
		expect(requests).toHaveLength(1);
	},
);

test('a content administrator may post', async () => {
	const { client } = clientOn([
		roles([role('1', 'CONTENT_ADMINISTRATOR'), role('2', 'ANALYST'), role('3')]),
		names({}),
		names({}),
	]);
	const { pages } = await listPages(client, 'post');
	expect(pages.map(({ urn }) => urn)).toEqual(['urn:li:organization:1', 'urn:li:organization:3']);
});

test.each([
	['a showcase brand', { ...role('1'), organization: 'urn:li:organizationBrand:1' }],
	['an element without an organization', { role: 'ADMINISTRATOR' }],
	['an id that would change an address', { ...role('1'), organization: 'urn:li:organization:1/2' }],
])('%s is left out', async (_, element) => {
	const { client } = clientOn([roles([element])]);
	expect((await listPages(client, 'upload')).pages).toEqual([]);
});

test('there may be more, from where the next link says', async () => {
	const link = { rel: 'next', href: '/rest/organizationAcls?q=roleAssignee&start=100&count=100' };
	const { client, requests } = clientOn([roles([], [link]), roles([])]);
	expect((await listPages(client, 'upload')).next).toBe(100);
	await listPages(client, 'upload', 100);
	expect(requests[1]?.url).toContain('&start=100&');
});

test('a full page without links may have another one behind it', async () => {
	const full = Array.from({ length: 100 }, () => ({ role: 'ANALYST' }));
	const { client } = clientOn([roles(full), roles(full.slice(1))]);
	expect((await listPages(client, 'upload')).next).toBe(100);
	expect((await listPages(client, 'upload', 100)).next).toBeUndefined();
});

test.each<[string, Step]>([
	['refuses', answer(403)],
	['fails', answer(500)],
	['gives no answer that can be used', answer(200, '[]')],
])('names are a convenience: where LinkedIn %s, there are URNs', async (_, step) => {
	const { client } = clientOn([roles([role('1')]), ...Array<Step>(6).fill(step)]);
	expect((await listPages(client, 'upload')).pages).toEqual([
		{ urn: 'urn:li:organization:1', name: 'urn:li:organization:1' },
	]);
});

test('403 says which kind of app has the right', async () => {
	const { client } = clientOn([answer(403)]);
	const error = await failureOf(LinkedInError, () => listPages(client, 'upload'));
	expect(error.message).toContain('Could not list the pages that you can post for');
	expect(error.description).toContain(
		'"rw_organization_admin" or "r_organization_admin". Connect a credential whose LinkedIn App is "Company Pages" or "Company Pages and Ad Accounts"',
	);
});
