import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, type HttpRequest, type HttpResponse } from '../../../linkedin/api/http';
import { batchGetMedia } from '../../../linkedin/media/batchGet';
import { IMAGES, VIDEOS } from '../../../linkedin/media/collections';
import type { MediaLookup } from '../../../linkedin/media/lookup';
import { ACCOUNT, answer, clientOn, failureOf, type Step } from '../api/support';

const urn = (id: string): string => `urn:li:video:${id}`;
const entry = (id: string) => ({ id: urn(id), status: 'AVAILABLE' });
const notFound = { message: 'Could not find entity', status: 404, code: 'NOT_FOUND' };

/** `{results, statuses, errors}` as the videos page shows it. */
function batch(found: readonly string[], missing: readonly string[] = []): HttpResponse {
	return answer(200, {
		results: Object.fromEntries(found.map((id) => [urn(id), entry(id)])),
		statuses: Object.fromEntries([
			...found.map((id): [string, number] => [urn(id), 200]),
			...missing.map((id): [string, number] => [urn(id), 404]),
		]),
		errors: Object.fromEntries(missing.map((id) => [urn(id), notFound])),
	});
}

/** The ids that a request asks for, wherever its query stands. */
function asked({ url, body }: HttpRequest): string[] {
	const query = typeof body === 'string' ? body : (url.split('?')[1] ?? '');
	const list = /ids=List\(([^)]*)\)/.exec(query)?.[1] ?? '';
	return list.split(',').map((id) => decodeURIComponent(id).replace('urn:li:video:', ''));
}

const echo = (request: HttpRequest): HttpResponse => batch(asked(request));
const brief = (lookups: readonly MediaLookup[]): unknown[] =>
	lookups.map((lookup) => ('entity' in lookup ? lookup.entity.urn : lookup.error.status));

describe('batch get', () => {
	test('asks for encoded URNs in a raw List(), and for the account', async () => {
		const { client, requests } = clientOn([batch(['A', 'B'])]);
		await batchGetMedia(client, VIDEOS, { urns: [urn('A'), urn('B')], account: ACCOUNT });
		expect(requests).toEqual([
			expect.objectContaining({
				method: 'GET',
				url: 'https://api.linkedin.com/rest/videos?ids=List(urn%3Ali%3Avideo%3AA,urn%3Ali%3Avideo%3AB)&associatedAccount=urn%3Ali%3AsponsoredAccount%3A123456789',
			}),
		]);
		expect(requests[0]?.headers['X-RestLi-Method']).toBe('batch_get');
	});

	test('gives one answer per URN in the order asked; duplicates are asked for once', async () => {
		const { client, requests } = clientOn([batch(['A', 'B'], ['X'])]);
		const urns = ['B', 'X', 'A', 'B', 'X'].map(urn);
		const lookups = await batchGetMedia(client, VIDEOS, { urns });
		expect(lookups.map((lookup) => lookup.urn)).toStrictEqual(urns);
		expect(brief(lookups)).toStrictEqual([urn('B'), 404, urn('A'), urn('B'), 404]);
		expect(requests.map(asked)).toEqual([['B', 'X', 'A']]);
	});

	test('tells what was not found in LinkedIn’s words', async () => {
		const { client } = clientOn([batch([], ['X'])]);
		const [lookup] = await batchGetMedia(client, VIDEOS, { urns: [urn('X')] });
		expect(lookup).toEqual({
			urn: urn('X'),
			error: { status: 404, code: 'NOT_FOUND', message: 'Could not find entity' },
		});
	});

	test('understands keys that are encoded', async () => {
		const key = 'urn%3Ali%3Avideo%3AA';
		const other = 'urn%3ali%3avideo%3aX';
		const { client } = clientOn([
			answer(200, { results: { [key]: entry('A') }, errors: { [other]: notFound } }),
		]);
		const lookups = await batchGetMedia(client, VIDEOS, { urns: [urn('A'), urn('X')] });
		expect(brief(lookups)).toEqual([urn('A'), 404]);
	});

	test.each([
		['nothing', {}, { status: 404, code: 'NOT_FOUND' }],
		['a status', { statuses: { [urn('X')]: 403 } }, { status: 403, code: 'NOT_FOUND' }],
		['a contradiction', { statuses: { [urn('X')]: 200 } }, { status: 404, code: 'NOT_FOUND' }],
		[
			'an error without a code',
			{ errors: { [urn('X')]: { status: 403, message: 'forbidden' } } },
			{ status: 403, code: null, message: 'forbidden' },
		],
		[
			'an error without a status',
			{ errors: { [urn('X')]: { code: 'ODD' } }, statuses: { [urn('X')]: 410 } },
			{ status: 410, code: 'ODD' },
		],
	])('with %s about a URN is not found there', async (_, body, error) => {
		const { client } = clientOn([answer(200, body)]);
		const [lookup] = await batchGetMedia(client, VIDEOS, { urns: [urn('X')] });
		expect(lookup).toMatchObject({ urn: urn('X'), error });
	});

	test('1,000 URNs are 10 requests, 100 each, none of them with a long address', async () => {
		const { client, requests } = clientOn(Array<Step>(10).fill(echo));
		const id = (index: number): string => `C4E10AQGUkQY7trgh-${String(index).padStart(8, '0')}`;
		const urns = Array.from({ length: 1000 }, (_, index) => urn(id(index)));
		const lookups = await batchGetMedia(client, VIDEOS, { urns });
		expect(brief(lookups)).toStrictEqual(urns);
		expect(requests.map((request) => asked(request).length)).toEqual(Array(10).fill(100));
		for (const { method, url, headers } of requests) {
			expect(url.length).toBeLessThan(200);
			expect([method, headers['X-HTTP-Method-Override']]).toEqual(['POST', 'GET']);
		}
	});

	const ODD = { id: urn('B'), status: 7 };
	const UNUSABLE = { status: 200, code: 'UNEXPECTED_ANSWER' };

	test('an entry that cannot be used fails none of the others', async () => {
		const results = {
			[urn('A')]: { status: 'AVAILABLE' },
			[urn('B')]: ODD,
			[urn('C')]: entry('C'),
		};
		const { client } = clientOn([answer(200, { results })]);
		const lookups = await batchGetMedia(client, VIDEOS, { urns: ['A', 'B', 'C'].map(urn) });
		expect(brief(lookups)).toEqual([urn('A'), 200, urn('C')]);
		expect(lookups[1]).toMatchObject({ urn: urn('B'), error: UNUSABLE });
	});

	test('nor does it where they are read one by one', async () => {
		const { client } = clientOn([answer(403), answer(200, ODD), answer(200, entry('C'))]);
		const lookups = await batchGetMedia(client, VIDEOS, { urns: ['B', 'C'].map(urn) });
		expect(brief(lookups)).toEqual([200, urn('C')]);
		expect(lookups[0]).toMatchObject({ urn: urn('B'), error: UNUSABLE });
	});

	test('of nothing asks nothing', async () => {
		const { client, requests } = clientOn([]);
		expect(await batchGetMedia(client, VIDEOS, { urns: [] })).toEqual([]);
		expect(requests).toHaveLength(0);
	});

	test('of an id that spoils the key cannot reach another entry', async () => {
		const { client } = clientOn([answer(200, '{"results":{"__proto__":{"id":"x"}}}')]);
		const [lookup] = await batchGetMedia(client, VIDEOS, { urns: ['__proto__', urn('A')] });
		expect(lookup).toMatchObject({ urn: '__proto__' });
	});

	test.each([500, 429, 401])('fails as a whole after %d', async (status) => {
		const { client } = clientOn(Array<Step>(3).fill(answer(status)));
		const error = await failureOf(LinkedInError, () =>
			batchGetMedia(client, VIDEOS, { urns: [urn('A')] }),
		);
		expect(error.status).toBe(status);
		expect(error.message).toContain('Could not read 1 video:');
	});

	test('is not begun after a cancel', async () => {
		const { client, requests } = clientOn([]);
		const signal = AbortSignal.abort();
		await failureOf(CancelledError, () =>
			batchGetMedia(client, VIDEOS, { urns: [urn('A')], signal }),
		);
		expect(requests).toHaveLength(0);
	});
});

describe('refused with 403, the entries are read one by one', () => {
	const single = (request: HttpRequest): HttpResponse => {
		const id = decodeURIComponent(request.url).split('/rest/videos/urn:li:video:')[1] ?? '';
		if (id.startsWith('X')) return answer(404, notFound);
		return id.startsWith('F') ? answer(403, { message: 'forbidden' }) : answer(200, entry(id));
	};
	const refusedThen = (singles: number): Step[] => [
		answer(403),
		...Array<Step>(singles).fill(single),
	];

	test('in the order asked, with what was not found', async () => {
		const { client, requests } = clientOn(refusedThen(3));
		const lookups = await batchGetMedia(client, VIDEOS, { urns: ['B', 'X', 'A'].map(urn) });
		expect(brief(lookups)).toEqual([urn('B'), 404, urn('A')]);
		expect(lookups[1]).toMatchObject({ error: { code: 'NOT_FOUND' } });
		expect(requests).toHaveLength(4);
	});

	test('5 at once, with a pause before the next', async () => {
		const urns = Array.from({ length: 12 }, (_, index) => urn(`V${index}`));
		const { client, waits } = clientOn(refusedThen(12));
		expect(brief(await batchGetMedia(client, VIDEOS, { urns }))).toEqual(urns);
		expect(waits).toEqual([250, 250]);
	});

	test('and the batch is not tried again for the next hundred', async () => {
		const urns = Array.from({ length: 150 }, (_, index) => urn(`V${index}`));
		const { client, requests } = clientOn(refusedThen(150));
		expect(brief(await batchGetMedia(client, VIDEOS, { urns }))).toEqual(urns);
		expect(requests).toHaveLength(151);
	});

	test('with the account', async () => {
		const { client, requests } = clientOn([answer(403), answer(200, entry('A'))]);
		await batchGetMedia(client, VIDEOS, { urns: [urn('A')], account: ACCOUNT });
		expect(requests[1]?.url).toContain(
			'?associatedAccount=urn%3Ali%3AsponsoredAccount%3A123456789',
		);
	});

	test('one that is forbidden is told, the others come', async () => {
		const { client } = clientOn(refusedThen(2));
		const lookups = await batchGetMedia(client, VIDEOS, { urns: ['F', 'A'].map(urn) });
		expect(brief(lookups)).toEqual([403, urn('A')]);
	});

	test('but a token without rights costs a handful of calls, and says what is missing', async () => {
		const urns = Array.from({ length: 100 }, (_, index) => urn(`F${index}`));
		const { client, requests } = clientOn(refusedThen(5));
		const error = await failureOf(LinkedInError, () => batchGetMedia(client, VIDEOS, { urns }));
		expect(error.message).toContain('Could not read 100 videos');
		expect(error.description).toContain(
			'LinkedIn App is "Post as Yourself" or "Company Pages" or "Company Pages and Ad Accounts"',
		);
		expect(requests).toHaveLength(6);
	});

	test('a failure of LinkedIn’s own fails them all', async () => {
		const { client } = clientOn([answer(403), ...Array<Step>(3).fill(answer(500))]);
		const error = await failureOf(LinkedInError, () =>
			batchGetMedia(client, VIDEOS, { urns: [urn('A')] }),
		);
		expect(error.status).toBe(500);
	});

	test('a cancel ends it between two waves', async () => {
		const controller = new AbortController();
		const { client, requests } = clientOn(refusedThen(5), {
			sleep: () => {
				controller.abort();
				return Promise.reject(new CancelledError());
			},
		});
		const urns = Array.from({ length: 12 }, (_, index) => urn(`V${index}`));
		await failureOf(CancelledError, () =>
			batchGetMedia(client, VIDEOS, { urns, signal: controller.signal }),
		);
		expect(requests).toHaveLength(6);
	});
});

describe('a batch that LinkedIn calls wrong', () => {
	const invalid = answer(400, { code: 'INVALID_VIDEO_ID', status: 400 });

	test('may have one bad id: the others are read', async () => {
		const { client } = clientOn([invalid, invalid, answer(200, entry('A'))]);
		const lookups = await batchGetMedia(client, VIDEOS, { urns: ['bad', 'A'].map(urn) });
		expect(brief(lookups)).toEqual([400, urn('A')]);
	});

	test('may have none but bad ids', async () => {
		const { client } = clientOn([invalid, invalid]);
		expect(brief(await batchGetMedia(client, VIDEOS, { urns: [urn('bad')] }))).toEqual([400]);
	});

	test('for another reason is the error it is', async () => {
		const { client } = clientOn(Array<Step>(3).fill(answer(400, { code: 'INVALID_URN_ID' })));
		const error = await failureOf(LinkedInError, () =>
			batchGetMedia(client, IMAGES, {
				urns: ['urn:li:image:A', 'urn:li:image:B'],
				account: ACCOUNT,
			}),
		);
		expect(error.code).toBe('INVALID_URN_ID');
		expect(error.message).toContain('Could not read 2 images');
	});

	test('says nothing of the next hundred', async () => {
		const urns = Array.from({ length: 101 }, (_, index) => urn(`V${index}`));
		const single = (request: HttpRequest): HttpResponse =>
			answer(200, entry(decodeURIComponent(request.url).split('video:')[1] ?? ''));
		const { client, requests } = clientOn([invalid, ...Array<Step>(100).fill(single), echo]);
		expect(brief(await batchGetMedia(client, VIDEOS, { urns }))).toEqual(urns);
		expect(requests).toHaveLength(102);
	});
});
