import { LinkedInError } from '../../../linkedin/api/error';
import { findPageByName, PagesByName } from '../../../linkedin/people/pageByName';
import { Problem } from '../../../linkedin/problem';
import { answer, clientOn, failureOf } from '../api/support';

const page = (id: unknown, localizedName?: unknown) => ({ id, localizedName, vanityName: 'acme' });
const found = (...elements: unknown[]) =>
	answer(200, { elements, paging: { start: 0, count: 10, links: [], total: elements.length } });

test('a page by the name in its address', async () => {
	const { client, requests } = clientOn([found(page(2414183, 'Acme'))]);
	expect(await findPageByName(client, "l'or\u00e9al & co", 'Owner')).toEqual({
		urn: 'urn:li:organization:2414183',
		name: 'Acme',
	});
	expect(requests).toMatchObject([
		{
			method: 'GET',
			url: 'https://api.linkedin.com/rest/organizations?q=vanityName&vanityName=l%27or%C3%A9al%20%26%20co',
			headers: { 'X-RestLi-Method': 'finder' },
		},
	]);
});

test('one without a name is shown by its URN', async () => {
	const { client } = clientOn([found(page(1))]);
	expect(await findPageByName(client, 'acme', 'Owner')).toEqual({
		urn: 'urn:li:organization:1',
		name: 'urn:li:organization:1',
	});
});

test('none: the name, and what to do', async () => {
	const { client } = clientOn([found()]);
	const problem = await failureOf(Problem, () => findPageByName(client, 'acme', 'Owner'));
	expect(problem.message).toBe('Owner: LinkedIn has no page named "acme"');
	expect(problem.description).toBe(
		'Open the page in a browser and copy its URL, or enter its URN (urn:li:organization:…).',
	);
});

test('several: which is meant is not guessed', async () => {
	const { client } = clientOn([found(page(1), page(2), page(1))]);
	const problem = await failureOf(Problem, () => findPageByName(client, 'acme', 'Owner'));
	expect(problem.message).toBe('Owner: LinkedIn has several pages named "acme"');
	expect(problem.description).toBe(
		'Enter the URN of the right one: urn:li:organization:1, urn:li:organization:2.',
	);
});

test('the same page twice is one', async () => {
	const { client } = clientOn([found(page(1, 'Acme'), page(1, 'Acme'))]);
	expect((await findPageByName(client, 'acme', 'Owner')).name).toBe('Acme');
});

test.each([[{}], [{ elements: [{}] }], [{ elements: [page('1')] }], [{ elements: [page(1.5)] }]])(
	'%j is an error, never a URN without an id',
	async (body) => {
		const { client } = clientOn([answer(200, body)]);
		const error = await failureOf(LinkedInError, () => findPageByName(client, 'acme', 'Owner'));
		expect(error.message).toBe('Could not find the page "acme": LinkedIn’s response can’t be used');
	},
);

test('403 says which scope is missing, and which kind of app has it', async () => {
	const { client } = clientOn([answer(403)]);
	const error = await failureOf(LinkedInError, () => findPageByName(client, 'acme', 'Owner'));
	expect(error.message).toContain('Could not find the page "acme"');
	expect(error.description).toContain(
		'"rw_organization_admin" or "r_organization_admin". Connect a credential whose LinkedIn App is "Company Pages" or',
	);
});

describe('an owner', () => {
	test('that is a URN asks nobody', async () => {
		const { client } = clientOn([]);
		const urn = 'urn:li:person:ada';
		expect(await new PagesByName().urnOf(client, { urn }, 'Owner')).toBe(urn);
	});

	test('named by many items is asked for once, by items at the same time too', async () => {
		const { client, requests } = clientOn([found(page(1)), found(page(2))]);
		const pages = new PagesByName();
		const ask = (vanityName: string) => pages.urnOf(client, { vanityName }, 'Owner');
		expect(await Promise.all([ask('acme'), ask('acme'), ask('other')])).toEqual([
			'urn:li:organization:1',
			'urn:li:organization:1',
			'urn:li:organization:2',
		]);
		expect(await ask('acme')).toBe('urn:li:organization:1');
		expect(requests).toHaveLength(2);
	});

	test('that LinkedIn does not know is not asked for again', async () => {
		const { client, requests } = clientOn([found()]);
		const pages = new PagesByName();
		const ask = () => failureOf(Problem, () => pages.urnOf(client, { vanityName: 'x' }, 'Owner'));
		expect((await ask()).message).toBe((await ask()).message);
		expect(requests).toHaveLength(1);
	});

	test('for which LinkedIn had no answer is asked for again', async () => {
		const { client } = clientOn([answer(403), found(page(1))]);
		const pages = new PagesByName();
		const ask = () => pages.urnOf(client, { vanityName: 'acme' }, 'Owner');
		await failureOf(LinkedInError, ask);
		expect(await ask()).toBe('urn:li:organization:1');
	});
});
