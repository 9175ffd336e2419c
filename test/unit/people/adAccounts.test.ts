import { LinkedInError } from '../../../linkedin/api/error';
import { listAdAccounts } from '../../../linkedin/people/adAccounts';
import { parseRestli } from '../../simulator/rules/restli';
import { answer, clientOn, failureOf } from '../api/support';

const accounts = (elements: unknown[], metadata?: unknown) => answer(200, { elements, metadata });

test('the accounts that the member may see', async () => {
	const { client, requests } = clientOn([
		accounts([
			{ id: 123456789, name: 'Campaigns', status: 'ACTIVE', test: false },
			{ id: 'urn:li:sponsoredAccount:5', name: ' ', status: 'DRAFT', test: true },
			{ id: '7' },
		]),
	]);
	expect(await listAdAccounts(client)).toEqual({
		accounts: [
			{
				urn: 'urn:li:sponsoredAccount:123456789',
				name: 'Campaigns',
				status: 'ACTIVE',
				test: false,
			},
			{ urn: 'urn:li:sponsoredAccount:5', name: '5', status: 'DRAFT', test: true },
			{ urn: 'urn:li:sponsoredAccount:7', name: '7', status: undefined, test: false },
		],
		next: undefined,
	});
	expect(requests[0]).toMatchObject({
		method: 'GET',
		url: 'https://api.linkedin.com/rest/adAccounts?q=search',
		headers: { 'X-RestLi-Method': 'finder' },
	});
});

test('there may be more, by LinkedIn’s token, whatever is in it', async () => {
	const { client, requests } = clientOn([
		accounts([], { nextPageToken: 'a&b=(c)' }),
		accounts([], { nextPageToken: 'a&b=(c)' }),
	]);
	const { next } = await listAdAccounts(client);
	// The same token again would be a circle.
	expect((await listAdAccounts(client, next)).next).toBeUndefined();
	expect(requests[1]?.url).toContain('?q=search&pageToken=a%26b%3D%28c%29');
});

test.each([...Array.from(`(),':%&=?/#+ ü😀`), 'List(a)', '(a:b)', "''", 'ü'.repeat(1024)])(
	'a token with %s in it comes back as it was',
	async (nextPageToken) => {
		const { client, requests } = clientOn([accounts([], { nextPageToken }), accounts([])]);
		await listAdAccounts(client, (await listAdAccounts(client)).next);
		const { url = '', body } = requests[1] ?? {};
		const query = typeof body === 'string' ? body : (url.split('?')[1] ?? '');
		expect(parseRestli(query.replace('q=search&pageToken=', ''))).toBe(nextPageToken);
	},
);

test('or by index, where LinkedIn gives a link', async () => {
	const link = { rel: 'next', href: '/rest/adAccounts?q=search&start=10&count=10' };
	const { client, requests } = clientOn([
		answer(200, { elements: [], paging: { links: [link] } }),
		accounts([]),
	]);
	const { next } = await listAdAccounts(client);
	expect((await listAdAccounts(client, next)).next).toBeUndefined();
	expect(requests[1]?.url).toContain('?q=search&start=10&count=100');
});

test.each([[{ nextPageToken: '' }], [{ nextPageToken: null }], [{}]])(
	'%j is the end',
	async (metadata) => {
		const { client } = clientOn([accounts([], metadata)]);
		expect((await listAdAccounts(client)).next).toBeUndefined();
	},
);

test.each([[{ id: 'x/1' }], [{ id: 1.5 }], [{ id: -1 }], [{}]])(
	'%j is no account',
	async (element) => {
		const { client } = clientOn([accounts([element])]);
		const error = await failureOf(LinkedInError, () => listAdAccounts(client));
		expect(error.description).toContain('the id of an ad account is not a number');
	},
);

test('403 says which kind of app has the right', async () => {
	const { client } = clientOn([answer(403)]);
	const error = await failureOf(LinkedInError, () => listAdAccounts(client));
	expect(error.message).toContain('Could not list your ad accounts');
	expect(error.description).toContain(
		'"r_ads" or "rw_ads". Connect a credential whose LinkedIn App is "Company Pages and Ad Accounts"',
	);
});
