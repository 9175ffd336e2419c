import { answer, clientOn, GET, POST } from './support';

const path = (length: number): string => `/rest/videos?ids=${'x'.repeat(length - 4)}`;
const read = (): string => 'read';

test('a query of 4,000 characters stays in the address', async () => {
	const { client, requests } = clientOn([answer(200, {})]);
	await client.call({ ...GET, path: path(4000) }, read);
	expect(requests[0]).toMatchObject({
		method: 'GET',
		url: `https://api.linkedin.com${path(4000)}`,
	});
	expect(requests[0]?.headers).not.toHaveProperty('X-HTTP-Method-Override');
});

test('a longer one goes in the body of a POST that says it is a GET', async () => {
	const { client, requests } = clientOn([answer(200, {})]);
	await client.call({ ...GET, path: path(4001), restliMethod: 'batch_get' }, read);
	expect(requests).toEqual([
		{
			method: 'POST',
			url: 'https://api.linkedin.com/rest/videos',
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/x-www-form-urlencoded',
				'X-HTTP-Method-Override': 'GET',
				'X-Restli-Protocol-Version': '2.0.0',
				'X-RestLi-Method': 'batch_get',
				'Linkedin-Version': '202607',
			},
			body: path(4001).split('?')[1],
			timeoutMs: 60_000,
		},
	]);
});

test('it may be repeated, for it is a GET nevertheless', async () => {
	const { client, requests, waits } = clientOn([answer(503), answer(200, {})]);
	expect(await client.call({ ...GET, path: path(5000) }, read)).toBe('read');
	expect(requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
	expect(waits).toEqual([50]);
});

test('a POST keeps its own body', async () => {
	const { client, requests } = clientOn([answer(200, {})]);
	await client.call({ ...POST, path: path(5000) }, read);
	expect(requests[0]?.headers).not.toHaveProperty('X-HTTP-Method-Override');
	expect(requests[0]?.body).toBe(JSON.stringify(POST.body));
});
