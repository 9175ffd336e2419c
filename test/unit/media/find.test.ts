import { LinkedInError } from '../../../linkedin/api/error';
import { CancelledError, type HttpRequest, type HttpResponse } from '../../../linkedin/api/http';
import { IMAGES, VIDEOS, type LibraryCollection } from '../../../linkedin/media/collections';
import { findByAccount } from '../../../linkedin/media/find';
import type { LibraryQuery } from '../../../linkedin/media/libraryQuery';
import { ACCOUNT, answer, clientOn, failureOf, type Step } from '../api/support';

const entry = (id: string) => ({ id: `urn:li:video:${id}`, status: 'AVAILABLE' });
const ids = (count: number, first = 0): string[] =>
	Array.from({ length: count }, (_, index) => `V${first + index}`);

/** A page as in LinkedIn's samples: the next link names another account and no filter. */
function page(entries: readonly string[], next?: number): HttpResponse {
	const href = `https://api.linkedin.com/rest/videos?associatedAccount=urn%3Ali%3AsponsoredAccount%3A521498108&q=associatedAccount&start=${next ?? 0}&count=1`;
	const links = next === undefined ? [] : [{ rel: 'next', type: 'application/json', href }];
	return answer(200, { elements: entries.map(entry), paging: { count: 1, start: 0, links } });
}

async function findAll(
	steps: readonly Step[],
	query: Partial<LibraryQuery> = {},
	collection: LibraryCollection = VIDEOS,
) {
	const lab = clientOn(steps);
	const pages: string[][] = [];
	const found = findByAccount(lab.client, collection, { account: ACCOUNT, pageSize: 2, ...query });
	for await (const entities of found) pages.push(entities.map(({ urn }) => urn.slice(13)));
	return { ...lab, pages };
}

const queryOf = (request: HttpRequest | undefined): string | undefined =>
	request?.url.split('?')[1];

test('the library is read page by page, by the next link’s start alone', async () => {
	const { pages, requests } = await findAll([
		page(['A', 'B'], 2),
		page(['C', 'D'], 4),
		page(['E']),
	]);
	expect(pages).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
	const account = 'associatedAccount=urn%3Ali%3AsponsoredAccount%3A123456789';
	expect(requests.map(queryOf)).toEqual([
		`q=associatedAccount&${account}&start=0&count=2`,
		`q=associatedAccount&${account}&start=2&count=2`,
		`q=associatedAccount&${account}&start=4&count=2`,
	]);
	expect(requests[0]?.headers['X-RestLi-Method']).toBe('finder');
});

test('entries come whole', async () => {
	const { client } = clientOn([page(['A'])]);
	const found = findByAccount(client, VIDEOS, { account: ACCOUNT, pageSize: 2 });
	const first = await found.next();
	expect(first.value).toEqual([{ urn: 'urn:li:video:A', status: 'AVAILABLE', fields: entry('A') }]);
});

test('nothing is read ahead', async () => {
	const { client, requests } = clientOn([page(['A', 'B'], 2)]);
	for await (const entities of findByAccount(client, VIDEOS, { account: ACCOUNT, pageSize: 2 })) {
		expect(entities).toHaveLength(2);
		break;
	}
	expect(requests).toHaveLength(1);
});

test('the size of a page may depend on how many came', async () => {
	const { requests } = await findAll([page(['A'], 1), page(['B', 'C'])], {
		pageSize: (entries) => (entries === 0 ? 1 : 1000),
	});
	expect(requests.map((request) => /count=(\d+)/.exec(request.url)?.[1])).toEqual(['1', '1000']);
});

describe('the filter', () => {
	const plain = 'mediaLibraryStatus=ACTIVE';
	const record = 'mediaLibraryStatus=(value:ACTIVE)';

	test.each([
		['videos', VIDEOS, plain],
		['images', IMAGES, record],
	])('is written as the page of the %s does', async (_, collection, form) => {
		const { requests } = await findAll([page(['A'])], { status: 'ACTIVE' }, collection);
		expect(queryOf(requests[0])).toContain(`&${form}&start`);
	});

	test.each([
		['videos', VIDEOS, [plain, record, record]],
		['images', IMAGES, [record, plain, plain]],
	])(
		'of the %s is tried in its other form once, which then stays',
		async (_, collection, forms) => {
			const { requests, pages } = await findAll(
				[answer(400), page(['A', 'B'], 2), page(['C'])],
				{ status: 'ACTIVE' },
				collection,
			);
			expect(pages).toEqual([['A', 'B'], ['C']]);
			for (const [index, form] of forms.entries())
				expect(queryOf(requests[index])).toContain(`&${form}&start`);
		},
	);

	test('that is refused in both forms was not the reason', async () => {
		const steps = [answer(400, { code: 'INVALID_URN_ID' }), answer(400, { code: 'OTHER' })];
		const error = await failureOf(LinkedInError, () => findAll(steps, { status: 'ARCHIVED' }));
		expect(error.code).toBe('INVALID_URN_ID');
	});

	test('has no other form where there is none', async () => {
		const error = await failureOf(LinkedInError, () => findAll([answer(400)]));
		expect(error.status).toBe(400);
	});

	test.each([403, 404])('is not tried in its other form after %d', async (status) => {
		const error = await failureOf(LinkedInError, () =>
			findAll([answer(status)], { status: 'ACTIVE' }),
		);
		expect(error.status).toBe(status);
	});

	test('keeps the second refusal, where that is another one', async () => {
		const error = await failureOf(LinkedInError, () =>
			findAll([answer(400), answer(403)], { status: 'ACTIVE' }),
		);
		expect(error.status).toBe(403);
	});

	test('is not changed any more once a page came', async () => {
		const error = await failureOf(LinkedInError, () =>
			findAll([page(['A', 'B'], 2), answer(400)], { status: 'ACTIVE' }),
		);
		expect(error.status).toBe(400);
	});
});

describe('a library that changes while it is read', () => {
	test('gives no entry twice when others were added', async () => {
		// N was added after the first page: everything moved by one.
		const { pages } = await findAll([page(['A', 'B'], 2), page(['B', 'C'], 4), page(['D'])]);
		expect(pages.flat()).toEqual(['A', 'B', 'C', 'D']);
	});

	test('nor twice in one page', async () => {
		expect((await findAll([page(['A', 'A'])])).pages).toEqual([['A']]);
	});

	test('goes on after a page of known ones', async () => {
		const { pages } = await findAll([page(['A', 'B'], 2), page(['A', 'B'], 4), page(['C'])]);
		expect(pages.flat()).toEqual(['A', 'B', 'C']);
	});

	test('ends at an empty page, whatever the link says', async () => {
		const { pages, requests } = await findAll([page(['A', 'B'], 2), page([], 4)]);
		expect(pages).toEqual([['A', 'B']]);
		expect(requests).toHaveLength(2);
	});

	test('is not read for ever when LinkedIn keeps returning the same entries', async () => {
		let start = 0;
		const again = (): HttpResponse => page(['A', 'B'], (start += 2));
		const error = await failureOf(LinkedInError, () => findAll(Array<Step>(20).fill(again)));
		expect(error.code).toBe('UNEXPECTED_ANSWER');
		expect(error.message).toContain('keeps returning the same entries');
		expect(start).toBe(22);
	});

	test('is not read for ever where it always has one more', async () => {
		let start = 0;
		const more = (): HttpResponse => page([`V${start}`], (start += 1));
		const error = await failureOf(LinkedInError, () => findAll(Array<Step>(1500).fill(more)));
		expect(error.message).toContain('has no end after 1000 pages');
		expect(start).toBe(1000);
	});

	test.each([0, 2])('a link that leads from 2 to %d is an error, no circle', async (next) => {
		const steps = [page(['A', 'B'], 2), page(['C', 'D'], next)];
		const error = await failureOf(LinkedInError, () => findAll(steps));
		expect(error.description).toContain(`the next page starts at ${next}, this one at 2`);
	});
});

test.each([
	['no paging', { elements: [] }],
	['no links', { elements: [], paging: {} }],
	['only a link back', { elements: [], paging: { links: [{ rel: 'prev', href: '?start=0' }] } }],
	['a link without a start', { elements: [], paging: { links: [{ rel: 'next', href: '?q=x' }] } }],
])('%s is the end', async (_, body) => {
	expect((await findAll([answer(200, body)])).pages).toEqual([]);
});

test('an entry without a status hides no others', async () => {
	const { client } = clientOn([
		answer(200, { elements: [{ id: 'urn:li:video:A' }, entry('B')], paging: {} }),
	]);
	const found = findByAccount(client, VIDEOS, { account: ACCOUNT, pageSize: 2 });
	const { value } = await found.next();
	expect(value).toMatchObject([{ status: 'UNKNOWN' }, { status: 'AVAILABLE' }]);
});

test('10,000 entries are 10 requests', async () => {
	const steps = Array.from({ length: 10 }, (_, index) =>
		page(ids(1000, index * 1000), index === 9 ? undefined : (index + 1) * 1000),
	);
	const { pages, requests } = await findAll(steps, { pageSize: 1000 });
	expect(new Set(pages.flat()).size).toBe(10_000);
	expect(requests).toHaveLength(10);
});

test('403 says which kind of app has the right', async () => {
	const error = await failureOf(LinkedInError, () => findAll([answer(403)]));
	expect(error.message).toContain(`Could not find the videos of ${ACCOUNT}`);
	expect(error.description).toContain(
		'"r_ads" or "rw_ads". Connect a credential whose LinkedIn App is "Company Pages and Ad Accounts"',
	);
	expect(error.description).toContain(`For the media library of ${ACCOUNT} you need a role`);
	expect(error.description).not.toContain('w_member_social');
});

test('a cancel ends the reading between two pages', async () => {
	const controller = new AbortController();
	const { client, requests } = clientOn([page(['A', 'B'], 2)]);
	const query = { account: ACCOUNT, pageSize: 2, signal: controller.signal };
	const found = findByAccount(client, VIDEOS, query);
	await found.next();
	controller.abort();
	await failureOf(CancelledError, () => found.next());
	expect(requests).toHaveLength(1);
});
