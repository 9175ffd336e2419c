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
	[{ sub: 1 }, 'sub is not a text'],
])('%j is an error, never a URN without an id', async (body, words) => {
	const { client } = clientOn([answer(200, body)]);
	const error = await failureOf(LinkedInError, () => getMember(client));
	expect(error.message).toBe('Could not read who is connected: LinkedIn’s answer cannot be used');
	expect(error.description).toContain(words);
});

test('a 403 names the scope and the kind of app that has it', async () => {
	const { client } = clientOn([answer(403)]);
	const error = await failureOf(LinkedInError, () => getMember(client));
	expect(error.description).toContain('the scope "openid" (LinkedIn App "Post as Yourself"');
});
