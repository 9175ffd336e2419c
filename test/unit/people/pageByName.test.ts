import { LinkedInError } from '../../../linkedin/api/error';
import { findPagesByName } from '../../../linkedin/people/pageByName';
import { answer, clientOn, failureOf } from '../api/support';

const page = (id: unknown, localizedName?: unknown) => ({ id, localizedName, vanityName: 'acme' });
const found = (...elements: unknown[]) =>
	answer(200, { elements, paging: { start: 0, count: 10, links: [], total: elements.length } });
const urn = 'urn:li:organization:1';

test('a page by the name in its address', async () => {
	const { client, requests } = clientOn([found(page(2414183, 'Acme'))]);
	expect(await findPagesByName(client, "l'or\u00e9al & co")).toEqual([
		{ urn: 'urn:li:organization:2414183', name: 'Acme', vanityName: 'acme', isBrand: false },
	]);
	expect(requests).toMatchObject([
		{
			method: 'GET',
			url: 'https://api.linkedin.com/rest/organizations?q=vanityName&vanityName=l%27or%C3%A9al%20%26%20co',
			headers: { 'X-RestLi-Method': 'finder' },
		},
	]);
});

test.each([undefined, null, '', ' \t', 'Ac\nme', 'x'.repeat(301), 'half \ud83d'])(
	'%j is no name that could be mentioned',
	async (name) => {
		const { client } = clientOn([found(page(1, name))]);
		expect(await findPagesByName(client, 'acme')).toMatchObject([{ urn, name: undefined }]);
	},
);

test.each(['Acme  Inc. ', 'Family \ud83d\udc69\u200d\ud83d\ude80', '\u200fabc'])(
	'%j is the name, to the letter',
	async (name) => {
		const { client } = clientOn([found(page(1, name))]);
		expect(await findPagesByName(client, 'acme')).toMatchObject([{ urn, name }]);
	},
);

test('a showcase page', async () => {
	const { client } = clientOn([found({ ...page(1), primaryOrganizationType: 'BRAND' })]);
	expect(await findPagesByName(client, 'acme')).toMatchObject([{ urn, isBrand: true }]);
});

test('the same page twice is one', async () => {
	const { client } = clientOn([found(page(1, 'Acme'), page(2), page(1, 'Acme'))]);
	expect((await findPagesByName(client, 'acme')).map((each) => each.urn)).toEqual([
		urn,
		'urn:li:organization:2',
	]);
});

test.each([[{}], [{ elements: [{}] }], [{ elements: [page('1')] }], [{ elements: [page(1.5)] }]])(
	'%j is an error, never a URN without an id',
	async (body) => {
		const { client } = clientOn([answer(200, body)]);
		const error = await failureOf(LinkedInError, () => findPagesByName(client, 'acme'));
		expect(error.message).toBe('Could not find the page "acme": LinkedIn’s response can’t be used');
	},
);

test('403 says which scope is missing, and which kind of app has it', async () => {
	const { client } = clientOn([answer(403)]);
	const error = await failureOf(LinkedInError, () => findPagesByName(client, 'acme'));
	expect(error.message).toContain('Could not find the page "acme"');
	expect(error.description).toContain(
		'"rw_organization_admin" or "r_organization_admin". Connect a credential whose LinkedIn App is "Company Pages" or',
	);
});
