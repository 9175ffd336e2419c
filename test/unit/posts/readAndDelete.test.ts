import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, ConnectionError } from '../../../linkedin/api/http';
import { batchGetPosts } from '../../../linkedin/posts/batchGet';
import { deletePost } from '../../../linkedin/posts/delete';
import { getPost } from '../../../linkedin/posts/get';
import { answer, clientOn, failureOf } from '../api/support';
import { POST } from './support';

const ENCODED = 'urn%3Ali%3Ashare%3A6844785523593134080';
const urnsOf = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `urn:li:share:${index + 1}`);

describe('get', () => {
	test('as a reader, all fields', async () => {
		const { client, requests } = clientOn([
			answer(200, { id: POST, commentary: 'x \\({hashtag|\\#|y}\\)', text: 'not ours' }),
		]);
		expect(await getPost(client, POST, 'READER')).toEqual({
			urn: POST,
			url: `https://www.linkedin.com/feed/update/${POST}`,
			text: 'x (#y)',
			id: POST,
			commentary: 'x \\({hashtag|\\#|y}\\)',
		});
		expect(requests[0]?.url).toBe(`https://api.linkedin.com/rest/posts/${ENCODED}`);
		expect(requests[0]?.headers['X-RestLi-Method']).toBe('get');
	});

	test('as the author', async () => {
		const { client, requests } = clientOn([answer(200, {})]);
		await getPost(client, POST, 'AUTHOR');
		expect(requests[0]?.url).toMatch(/\?viewContext=AUTHOR$/);
	});

	test('403 says which right is missing', async () => {
		const { client } = clientOn([answer(403)]);
		const error = await failureOf(LinkedInError, () => getPost(client, POST, 'READER'));
		expect(error.description).toContain('"r_organization_social" or "r_member_social"');
	});
});

describe('batch get', () => {
	const told = (id: number) => {
		const urn = `urn:li:share:${id}`;
		return { id, urn, url: `https://www.linkedin.com/feed/update/${urn}` };
	};
	const get = (client: Parameters<typeof batchGetPosts>[0], urns: string[]) =>
		batchGetPosts(client, { urns, view: 'READER' });

	test('answers in the order asked, with keys plain or encoded, and tells what is missing', async () => {
		const { client, requests } = clientOn([
			answer(200, {
				results: { 'urn:li:share:2': { id: 2 }, 'urn%3Ali%3Ashare%3A1': { id: 1 } },
				statuses: {},
				errors: { 'urn:li:share:3': { status: 404, code: 'NOT_FOUND', message: 'gone' } },
			}),
		]);
		expect(await get(client, ['urn:li:share:3', ...urnsOf(4), 'urn:li:share:1'])).toEqual([
			{ urn: 'urn:li:share:3', error: { status: 404, code: 'NOT_FOUND', message: 'gone' } },
			{ urn: 'urn:li:share:1', post: told(1) },
			{ urn: 'urn:li:share:2', post: told(2) },
			{ urn: 'urn:li:share:3', error: { status: 404, code: 'NOT_FOUND', message: 'gone' } },
			{
				urn: 'urn:li:share:4',
				error: {
					status: 404,
					code: 'NOT_FOUND',
					message: 'LinkedIn’s response doesn’t mention it',
				},
			},
			{ urn: 'urn:li:share:1', post: told(1) },
		]);
		expect(requests).toHaveLength(1);
		expect(requests[0]?.url).toContain(
			'?ids=List(urn%3Ali%3Ashare%3A3,urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A2,urn%3Ali%3Ashare%3A4)',
		);
		expect(requests[0]?.headers['X-RestLi-Method']).toBe('batch_get');
	});

	test('201 posts are 3 requests', async () => {
		const { client, requests } = clientOn(
			Array.from({ length: 3 }, () => answer(200, { results: {} })),
		);
		expect(await get(client, urnsOf(201))).toHaveLength(201);
		expect(requests).toHaveLength(3);
	});

	test('where it is refused, one by one', async () => {
		const { client } = clientOn([
			answer(403),
			answer(200, { id: 1 }),
			answer(404, { code: 'NOT_FOUND', message: 'gone', status: 404 }),
			answer(403, { message: 'no', status: 403 }),
		]);
		expect(await get(client, urnsOf(3))).toMatchObject([
			{ post: told(1) },
			{ error: { status: 404, code: 'NOT_FOUND' } },
			{ error: { status: 403, code: null } },
		]);
	});

	test('without any right the first refusal counts', async () => {
		const { client, requests } = clientOn(Array.from({ length: 6 }, () => answer(403)));
		const error = await failureOf(LinkedInError, () => get(client, urnsOf(50)));
		expect(error.message).toBe('Could not read 50 posts: LinkedIn denied access');
		// One post may be somebody else's: five that are refused alike are no coincidence.
		expect(requests).toHaveLength(6);
	});

	test('one id that LinkedIn cannot read does not hide the others', async () => {
		const { client } = clientOn([
			answer(400, { message: 'bad' }),
			answer(400, { message: 'bad' }),
			answer(200, { id: 2 }),
		]);
		expect(await get(client, urnsOf(2))).toMatchObject([
			{ error: { status: 400 } },
			{ post: told(2) },
		]);
	});

	test('other failures are failures', async () => {
		const { client } = clientOn([answer(401)]);
		expect((await failureOf(LinkedInError, () => get(client, urnsOf(2)))).status).toBe(401);
	});

	test('a cancelled execution asks no further', async () => {
		const { client, requests } = clientOn([]);
		const signal = AbortSignal.abort();
		await failureOf(CancelledError, () =>
			batchGetPosts(client, { urns: urnsOf(1), view: 'READER', signal }),
		);
		expect(requests).toEqual([]);
	});
});

describe('delete', () => {
	test('by DELETE', async () => {
		const { client, requests } = clientOn([answer(204)]);
		await deletePost(client, POST);
		expect(requests[0]).toMatchObject({
			method: 'DELETE',
			url: `https://api.linkedin.com/rest/posts/${ENCODED}`,
			headers: { 'X-RestLi-Method': 'delete' },
		});
		expect(requests[0]).not.toHaveProperty('body');
	});

	test('an unclear answer is followed by another try', async () => {
		const { client, requests } = clientOn([new ConnectionError('x', 'ECONNRESET'), answer(204)]);
		await deletePost(client, POST);
		expect(requests).toHaveLength(2);
	});

	test('not found after such a try: it was deleted', async () => {
		const { client } = clientOn([answer(503), answer(404)]);
		await expect(deletePost(client, POST)).resolves.toBeUndefined();
	});

	test('not found at once is an error', async () => {
		const { client } = clientOn([answer(404)]);
		expect((await failureOf(LinkedInError, () => deletePost(client, POST))).status).toBe(404);
	});

	test('403 names what may be missing', async () => {
		const { client } = clientOn([answer(403)]);
		const error = await failureOf(LinkedInError, () => deletePost(client, POST));
		expect(error.description).toContain('the post must be yours'.replace('the', 'The'));
		expect(error.description).toContain('"w_member_social" or "w_organization_social"');
	});
});
