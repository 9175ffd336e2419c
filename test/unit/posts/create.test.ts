import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, ConnectionError, RenewalError } from '../../../linkedin/api/http';
import type { PostRequest } from '../../../linkedin/posts/content';
import { createPost, type CreateOptions } from '../../../linkedin/posts/create';
import { UnclearPost } from '../../../linkedin/posts/postErrors';
import { ACCOUNT, answer, clientOn, failureOf, PAGE, type Step } from '../api/support';
import { POST, REQUEST } from './support';

const URL = `https://www.linkedin.com/feed/update/${POST}`;
const WAITING = answer(400, { code: 'MEDIA_ASSET_WAITING_UPLOAD', message: 'x', status: 400 });
const CREATED = answer(201, '', { 'x-restli-id': POST });

function create(
	steps: readonly Step[],
	post: PostRequest = REQUEST,
	options: Partial<CreateOptions> = {},
) {
	const lab = clientOn(steps);
	return { ...lab, result: createPost(lab.client, post, { timeoutMs: 60_000, ...options }) };
}

async function refusalOf(...args: Parameters<typeof create>): Promise<LinkedInError> {
	const { result } = create(...args);
	const error = await failureOf(LinkedInError, () => result);
	expect(error).not.toBeInstanceOf(UnclearPost);
	return error;
}

describe('created', () => {
	test.each([
		['x-restli-id', POST, POST],
		['X-RestLi-Id', 'urn:li:ugcPost:7', 'urn:li:ugcPost:7'],
		['x-linkedin-id', POST, POST],
		['x-restli-id', 'urn%3Ali%3Ashare%3A6844785523593134080', POST],
	])('the id stands in %s: %s', async (header, value, urn) => {
		const { result, requests } = create([answer(201, '', { [header]: value })]);
		expect(await result).toEqual({
			urn,
			url: `https://www.linkedin.com/feed/update/${urn}`,
			status: 'PUBLISHED',
		});
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({
			method: 'POST',
			url: 'https://api.linkedin.com/rest/posts',
			headers: { 'X-RestLi-Method': 'create' },
			body: JSON.stringify(REQUEST.body),
		});
	});

	test('a number in the first header is no URN: the second one counts', async () => {
		const headers = { 'x-restli-id': '6844785523593134080', 'x-linkedin-id': POST };
		expect((await create([answer(201, '', headers)]).result).urn).toBe(POST);
	});
});

describe('unclear: never sent again, and told where to look', () => {
	test.each<[string, Step]>([
		['the connection is cut', new ConnectionError('socket hang up', 'ECONNRESET')],
		['it takes too long', new ConnectionError('timeout', 'ECONNABORTED')],
		['500', answer(500, { message: 'x' })],
		['503', answer(503)],
		['504', answer(504)],
		['408', answer(408)],
		['no id in the answer', answer(201)],
		['success without having created', answer(200, '', { 'x-restli-id': POST })],
		['accepted for later', answer(202, '', { 'x-restli-id': POST })],
		['a gateway’s page', answer(200, '<html>Sign in</html>')],
		['a gateway’s page as creation', answer(201, '<html>Sign in</html>')],
		['an id that is none', answer(201, '', { 'x-restli-id': '12' })],
	])('%s', async (_, step) => {
		const { result, requests } = create([step]);
		const error = await failureOf(UnclearPost, () => result);
		expect(requests).toHaveLength(1);
		expect(error.description).toContain('https://www.linkedin.com/in/me/recent-activity/all/');
		// Workflows tell by it what must not be posted again.
		expect(error.code).toMatch(/^(POST_UNCLEAR|MISSING_POST_ID)$/);
	});

	test.each<[Partial<PostRequest>, string]>([
		[{ author: PAGE }, 'https://www.linkedin.com/company/2414183/admin/page-posts/published/'],
		[{ author: PAGE, adAccount: ACCOUNT }, `the content of ${ACCOUNT} in Campaign Manager`],
	])('%j: look there', async (changes, place) => {
		const { result } = create([answer(500)], { ...REQUEST, ...changes });
		const error = await failureOf(UnclearPost, () => result);
		expect(error.description).toContain(place);
		expect(error.status).toBe(500);
	});
});

describe('certainly not created', () => {
	test('a server that was never reached, or a token that could not be renewed: sent again', async () => {
		for (const failure of [new ConnectionError('x', 'ECONNREFUSED'), new RenewalError(503)]) {
			const { result, requests, client } = create([failure, CREATED]);
			expect((await result).url).toBe(URL);
			expect(requests).toHaveLength(2);
			expect(client.retries).toBe(1);
		}
	});

	const LIMITED = answer(429, { code: 'TOO_MANY_REQUESTS', status: 429 });

	test('429: it was not carried out, and goes again', async () => {
		const { result, requests, client } = create([LIMITED, CREATED]);
		expect((await result).urn).toBe(POST);
		expect(requests).toHaveLength(2);
		expect(client.retries).toBe(1);
	});

	test('429 to the end is told as such', async () => {
		const error = await refusalOf([LIMITED, LIMITED, LIMITED]);
		expect(error.message).toBe('Could not publish the post: LinkedIn’s rate limit was reached');
	});

	test('a duplicate, with the address of the earlier post', async () => {
		const error = await refusalOf([
			answer(422, {
				message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${POST}`,
				errorDetails: { inputErrors: [{ description: 'x', input: {}, code: 'DUPLICATE_POST' }] },
				status: 422,
			}),
		]);
		expect(error.code).toBe('DUPLICATE_POST');
		expect(error.message).toBe(
			'Could not publish the post: the author has published the same post before',
		);
		expect(error.description).toContain(`a duplicate of ${URL}, which can take a day or two`);
		expect(error.description).toContain('to post right away.');
	});

	test('a duplicate by the documented message alone', async () => {
		const error = await refusalOf([
			answer(422, {
				message: `Content is a duplicate of ${POST}`,
				code: 'UNPROCESSABLE_ENTITY',
				status: 422,
			}),
		]);
		expect(error.code).toBe('DUPLICATE_POST');
		expect(error.message).toContain('the author has published the same post before');
		expect(error.description).toContain(URL);
	});

	test.each([
		[
			'ERROR :: /content/media/id :: required',
			'"Media Source" (field "content/media/id" in its API)',
		],
		[
			'ERROR :: /visibility :: "X" is not an enum symbol\n',
			'"Visibility" (field "visibility" in its API)',
		],
		['fields [/author]', '"Author" (field "author" in its API)'],
		["Field commentary can't be set to x", '"Text" (field "commentary" in its API)'],
		['Field /content/article/title length 401 exceeds', '"Title"'],
		['[/lifecycleStateInfo/x]', 'LinkedIn rejected the post’s field "lifecycleStateInfo/x".'],
		['processing fields [/author, /commentary]', '"Author" (field "author" in its API)'],
		['must be one of [PUBLIC]', 'Check the field named in LinkedIn’s message.'],
		['Post [DRAFT] is odd', 'Check the field named in LinkedIn’s message.'],
		['x', 'Check the field named in LinkedIn’s message.'],
	])('any other 422 is no duplicate: %s', async (message, words) => {
		const error = await refusalOf([answer(422, { message, status: 422 })]);
		expect(error.description).toMatch(/^Nothing was posted\. /);
		expect(error.description).toContain(words);
		expect(error.description).not.toContain('a duplicate of');
		expect(error.description).toContain('LinkedIn said: "');
	});

	test('403 names scope and role', async () => {
		const error = await refusalOf([answer(403, { code: 'ACCESS_DENIED' })], {
			...REQUEST,
			author: PAGE,
		});
		expect(error.description).toContain('a content administrator');
		expect(error.description).toContain('"w_organization_social"');
	});

	test.each([400, 403, 404, 422])('%d: what it may come from is told too', async (status) => {
		const error = await refusalOf(
			[answer(status, { code: 'X', message: 'words', status })],
			REQUEST,
			{
				suspicion: { text: 'The image belongs to somebody else.', statuses: [400, 403, 404, 422] },
			},
		);
		expect(error.description).toMatch(
			/The image belongs to somebody else\. LinkedIn said: "words"/,
		);
		expect(error.status).toBe(status);
	});

	test.each([401, 429])('%d has nothing to do with that', async (status) => {
		const error = await refusalOf(Array<Step>(3).fill(answer(status)), REQUEST, {
			suspicion: { text: 'The image.', statuses: [400, 403, 404, 422] },
		});
		expect(error.description).not.toContain('The image.');
	});
});

describe('media that LinkedIn still waits for', () => {
	test('it is posted as soon as they are there, once', async () => {
		const { result, requests, client, waits } = create([WAITING, WAITING, CREATED]);
		expect((await result).urn).toBe(POST);
		expect(requests).toHaveLength(3);
		expect(client.retries).toBe(2);
		expect(waits).toEqual([2000, 3000]);
	});

	test('the code may stand in the details', async () => {
		const nested = answer(400, {
			errorDetails: { inputErrors: [{ code: 'MEDIA_ASSET_WAITING_UPLOAD' }] },
		});
		expect((await create([nested, CREATED]).result).urn).toBe(POST);
	});

	test('until the timeout, and not longer', async () => {
		const steps = Array.from({ length: 20 }, () => WAITING);
		const { result, waits } = create(steps, REQUEST, { timeoutMs: 10_000 });
		const error = await failureOf(LinkedInError, () => result);
		expect(error.code).toBe('MEDIA_ASSET_WAITING_UPLOAD');
		expect(error).not.toBeInstanceOf(UnclearPost);
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(10_000);
	});

	test('with no time at all one try is made', async () => {
		const { result, requests } = create([WAITING], REQUEST, { timeoutMs: 0 });
		await failureOf(LinkedInError, () => result);
		expect(requests).toHaveLength(1);
	});

	test('an unclear answer ends it', async () => {
		const { result, requests } = create([WAITING, answer(502)]);
		await failureOf(UnclearPost, () => result);
		expect(requests).toHaveLength(2);
	});

	test('other refusals are not waited for', async () => {
		const { result, requests } = create([answer(400, { code: 'MEDIA_ASSET_PROCESSING_FAILED' })]);
		await failureOf(LinkedInError, () => result);
		expect(requests).toHaveLength(1);
	});
});

describe('whether it may be out is noted', () => {
	test.each<[string, readonly Step[], boolean]>([
		['created', [CREATED], false],
		['refused', [answer(400)], false],
		['refused by the rate limit', Array<Step>(3).fill(answer(429)), false],
		['refused while it waits', [WAITING, answer(403)], false],
		['an unclear answer', [answer(500)], true],
		['no answer', [new ConnectionError('x', 'ECONNRESET')], true],
		['a cancel on its way', [new CancelledError()], true],
		['a fault of our own on its way', [new Error('bug')], true],
	])('%s', async (name, steps, sent) => {
		const progress = { sent: false };
		const { result } = create(steps, REQUEST, { progress });
		await result.catch(() => undefined);
		if (name === 'created') expect((await result).urn).toBe(POST);
		else expect(progress.sent).toBe(sent);
	});
});

test('a cancel stays one', async () => {
	const { result } = create([new CancelledError()]);
	await failureOf(CancelledError, () => result);
});
