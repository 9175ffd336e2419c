import { LinkedInError } from '../../../linkedin/api/error';
import { Pages } from '../../../linkedin/people/pages';
import { Problem } from '../../../linkedin/problem';
import { answer, clientOn, failureOf } from '../api/support';

const page = (id: number) => ({ id, localizedName: 'Acme', vanityName: 'acme' });
const found = (...elements: unknown[]) => answer(200, { elements });
const acme = { vanityName: 'acme' };

test('none: the name, and what to do', async () => {
	const { client } = clientOn([found()]);
	const problem = await failureOf(Problem, () => new Pages().find(client, acme, 'Owner'));
	expect(problem.message).toBe('Owner: LinkedIn has no page named "acme"');
	expect(problem.description).toBe(
		'Open the page in a browser and copy its URL, or enter its URN (urn:li:organization:…).',
	);
});

test('several: which is meant is not guessed', async () => {
	const { client } = clientOn([found(page(1), page(2), page(1))]);
	const problem = await failureOf(Problem, () => new Pages().find(client, acme, 'Owner'));
	expect(problem.message).toBe('Owner: LinkedIn has several pages named "acme"');
	expect(problem.description).toBe(
		'Enter the URN of the right one: urn:li:organization:1, urn:li:organization:2.',
	);
});

describe('an owner', () => {
	test('that is a URN asks nobody', async () => {
		const { client } = clientOn([]);
		const urn = 'urn:li:person:ada';
		expect(await new Pages().urnOf(client, { urn }, 'Owner')).toBe(urn);
	});

	test('named by many items is asked for once, in any case, by items at the same time too', async () => {
		const { client, requests } = clientOn([found(page(1)), found(page(2))]);
		const pages = new Pages();
		const ask = (vanityName: string) => pages.urnOf(client, { vanityName }, 'Owner');
		expect(await Promise.all([ask('acme'), ask('Acme'), ask('other')])).toEqual([
			'urn:li:organization:1',
			'urn:li:organization:1',
			'urn:li:organization:2',
		]);
		expect(await ask('acme')).toBe('urn:li:organization:1');
		expect(requests).toHaveLength(2);
	});

	test('that LinkedIn does not know is not asked for again, and each field speaks for itself', async () => {
		const { client, requests } = clientOn([found()]);
		const pages = new Pages();
		const ask = (what: string) => failureOf(Problem, () => pages.urnOf(client, acme, what));
		expect((await ask('Owner')).message).toMatch(/^Owner: /);
		expect((await ask('Author')).message).toMatch(/^Author: /);
		expect(requests).toHaveLength(1);
	});

	test('for which LinkedIn had no answer is asked for again', async () => {
		const { client } = clientOn([answer(403), found(page(1))]);
		const pages = new Pages();
		const ask = () => pages.urnOf(client, acme, 'Owner');
		await failureOf(LinkedInError, ask);
		expect(await ask()).toBe('urn:li:organization:1');
	});
});

describe('by its number', () => {
	const byId = { urn: 'urn:li:organization:1' };
	const ask = (...answers: Array<ReturnType<typeof answer>>) => {
		const { client, requests } = clientOn(answers);
		return { requests, finding: () => new Pages().find(client, byId, 'Page') };
	};

	test('any page is looked up', async () => {
		const { requests, finding } = ask(answer(200, { results: { 1: page(1) } }));
		expect(await finding()).toMatchObject({ ...byId, name: 'Acme' });
		expect(requests).toMatchObject([
			{
				url: 'https://api.linkedin.com/rest/organizationsLookup?ids=List(1)',
				headers: { 'X-RestLi-Method': 'batch_get' },
			},
		]);
	});

	test('without batch get, one that is administered', async () => {
		const { requests, finding } = ask(answer(403), answer(200, page(1)));
		expect(await finding()).toMatchObject({ ...byId, name: 'Acme' });
		expect(requests[1]).toMatchObject({
			url: 'https://api.linkedin.com/rest/organizations/1',
			headers: { 'X-RestLi-Method': 'get' },
		});
	});

	test.each([
		['the lookup', [answer(200, { results: {}, statuses: { 1: 404 } })]],
		['the lookup, without a word', [answer(200, { results: {} })]],
		['the page itself', [answer(403), answer(404)]],
	])('%s knows none', async (_, answers) => {
		const problem = await failureOf(Problem, ask(...answers).finding);
		expect(problem.message).toBe('Page: LinkedIn has no page with the ID 1');
	});

	test.each([
		['neither is allowed', [answer(403), answer(403)]],
		['the page is forbidden', [answer(200, { results: {}, statuses: { 1: 403 } })]],
		['the lookup is wrong, and the page forbidden', [answer(400), answer(403)]],
	])('%s: what is needed', async (_, answers) => {
		const error = await failureOf(LinkedInError, ask(...answers).finding);
		expect(error.status).toBe(403);
		expect(error.message).toBe(
			'Could not read the page urn:li:organization:1: LinkedIn denied access',
		);
		expect(error.description).toContain(
			'Your app must be on LinkedIn’s standard tier, or you must be an administrator of that page. This needs the scope "rw_organization_admin" or',
		);
	});

	test('an error of LinkedIn’s own is none of rights', async () => {
		const errors = { 1: { status: 500, message: 'Broken' } };
		const { finding } = ask(answer(200, { results: {}, errors }));
		const error = await failureOf(LinkedInError, finding);
		expect(error).toMatchObject({ status: 500, words: 'LinkedIn said: "Broken" (status 500).' });
		expect(error.message).toContain('LinkedIn returned a server error');
	});

	test.each([
		['of the lookup', [answer(200, { results: { 1: page(2) } })]],
		['of the page', [answer(403), answer(200, page(2))]],
	])('an answer %s about another page is none', async (_, answers) => {
		const error = await failureOf(LinkedInError, ask(...answers).finding);
		expect(error.description).toContain(
			'it describes urn:li:organization:2, not urn:li:organization:1',
		);
	});
});
