import { LinkedInError } from '../../../linkedin/api/error';
import { getMember } from '../../../linkedin/people/member';
import { answer, clientOn, failureOf } from '../api/support';

test('the member behind the token is read by OpenID Connect', async () => {
	const { client, requests } = clientOn([answer(200, { sub: 'm3mbEr_1', name: 'Ada L.' })]);
	expect(await getMember(client)).toEqual({ urn: 'urn:li:person:m3mbEr_1', name: 'Ada L.' });
	expect(requests[0]).toMatchObject({
		method: 'GET',
		url: 'https://api.linkedin.com/v2/userinfo',
		headers: { 'X-RestLi-Method': 'get' },
	});
});

test('a member without a name is called by the id', async () => {
	const { client } = clientOn([answer(200, { sub: 'm3mbEr_1' })]);
	expect((await getMember(client)).name).toBe('m3mbEr_1');
});

test.each([
	[{ sub: '' }, 'sub is not a member id'],
	[{ sub: 'a/b' }, 'sub is not a member id'],
	[{ sub: 'a\n' }, 'sub is not a member id'],
	[{}, 'sub is missing'],
	[{ sub: 1 }, 'sub is not text'],
])('%j is an error, never a URN without an id', async (body, words) => {
	const { client } = clientOn([answer(200, body)]);
	const error = await failureOf(LinkedInError, () => getMember(client));
	expect(error.message).toBe(
		'Could not read the connected member: LinkedIn’s response can’t be used',
	);
	expect(error.description).toContain(words);
});

test('a 403 names the scope and the kind of app that has it', async () => {
	const { client, requests } = clientOn([answer(403), answer(403)]);
	const error = await failureOf(LinkedInError, () => getMember(client));
	expect(requests.map(({ url }) => url.slice(-9))).toEqual(['/userinfo', 'com/v2/me']);
	expect(error.description).toContain(
		'the scope "openid" or "r_basicprofile". Connect a credential whose LinkedIn App is "Post as Yourself"',
	);
});

describe('without OpenID Connect', () => {
	const me = answer(200, { id: 'aB_1', localizedFirstName: 'Ada', localizedLastName: 'L.' });
	const token = (...grantedScopes: string[]) => ({ hasRefreshToken: false, grantedScopes });

	test('the profile is read instead', async () => {
		const { client } = clientOn([answer(403), me]);
		expect(await getMember(client)).toEqual({ urn: 'urn:li:person:aB_1', name: 'Ada L.' });
	});

	test('and at once, where the scopes are known', async () => {
		const { client, requests } = clientOn([me], { token: token('r_basicprofile') });
		await getMember(client);
		expect(requests.map(({ url }) => url)).toEqual(['https://api.linkedin.com/v2/me']);
	});

	test('a name in part is a name, no name is the id', async () => {
		const half = clientOn([answer(200, { id: 'a', localizedLastName: 'L.' })], { token: token() });
		expect((await getMember(half.client)).name).toBe('L.');
		const none = clientOn([answer(200, { id: 'a' })], { token: token() });
		expect((await getMember(none.client)).name).toBe('a');
	});

	test('with one of the two scopes one call says that it is refused', async () => {
		const { client, requests } = clientOn([answer(403)], { token: token('openid') });
		await failureOf(LinkedInError, () => getMember(client));
		expect(requests).toHaveLength(1);
	});

	test('LinkedIn’s failure is no refusal: nothing else is tried', async () => {
		const { client, requests } = clientOn([answer(401)]);
		await failureOf(LinkedInError, () => getMember(client));
		expect(requests).toHaveLength(1);
	});
});
