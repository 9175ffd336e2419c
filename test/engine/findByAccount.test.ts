import {
	ACCOUNT,
	byUrn,
	calls,
	errorIn,
	expectClean,
	item,
	openLab,
	requests,
	told,
	type Lab,
} from './lab';
import { ACCOUNT_OF_OTHERS, byList, READ_ONLY_ACCOUNT } from './libraryLab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const KINDS = ['video', 'image'] as const;
type Kind = (typeof KINDS)[number];
type Fill = Partial<Parameters<Lab['simulator']['addLibraryEntries']>[0]>;

const add = (kind: Kind, fill: Fill = {}) =>
	lab.simulator.addLibraryEntries({ kind, stepMs: 1, ...fill });
const parameters = (kind: Kind, more: object = {}) => ({
	resource: kind,
	operation: 'findByAccount',
	associatedAccount: byUrn(ACCOUNT),
	...more,
});
const urnsOf = (result: Awaited<ReturnType<Lab['run']>>) =>
	result.items.map(({ json }) => json.urn);
const counts = (kind: Kind) =>
	requests(lab.simulator, `${kind}s.find`).map(({ query }) => (query as { count: string }).count);

describe.each(KINDS)('%s: find by account', (kind) => {
	test('gives the newest 50, paired', async () => {
		const urns = add(kind, { count: 60 });
		const result = await lab.run({ parameters: parameters(kind) });
		expectClean(lab, result);
		expect(urnsOf(result)).toStrictEqual(urns.reverse().slice(0, 50));
		expect(result.items[0]?.json).toMatchObject({
			assetName: 'Entry 60',
			mediaLibraryStatus: 'ACTIVE',
		});
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(Array(50).fill({ item: 0 }));
		expect(counts(kind)).toEqual(['50']);
	});

	test('10,000 entries are 10 requests', async () => {
		const urns = add(kind, { count: 10_000 });
		const result = await lab.run({ parameters: parameters(kind, { returnAll: true }) });
		expectClean(lab, result);
		expect(new Set(urnsOf(result))).toEqual(new Set(urns));
		expect(result.items).toHaveLength(10_000);
		expect(counts(kind)).toEqual(Array(10).fill('1000'));
	});

	test.each([
		[1, 1, 1],
		[1000, 1000, 1],
		[1500, 1500, 2],
		[3000, 2000, 2],
	])('a limit of %d gives %d entries of 2,000 in %d requests', async (limit, found, count) => {
		add(kind, { count: 2000 });
		const result = await lab.run({ parameters: parameters(kind, { limit }) });
		expectClean(lab, result);
		expect(result.items).toHaveLength(found);
		expect(calls(lab.simulator)).toHaveLength(count);
	});

	test('a full last page with a link behind it ends', async () => {
		lab.simulator.configure({ readings: { lastFullPage: 'withNext' } });
		add(kind, { count: 1000 });
		const result = await lab.run({ parameters: parameters(kind, { returnAll: true }) });
		expectClean(lab, result);
		expect(result.items).toHaveLength(1000);
	});

	test.each([
		['ACTIVE', 2],
		['ARCHIVED', 3],
		['any', 5],
	])(
		'%s: %d of 5, on every page though the links lose the filter',
		async (mediaLibraryStatus, found) => {
			add(kind, { count: 2 });
			add(kind, { count: 3, mediaLibraryStatus: 'ARCHIVED' });
			add(kind, { count: 1, account: '' });
			const result = await lab.run({
				parameters: parameters(kind, { mediaLibraryStatus, limit: 5 }),
			});
			expectClean(lab, result);
			expect(result.items).toHaveLength(found);
		},
	);

	test('pages of one status stay pages of that status', async () => {
		add(kind, { count: 1200, mediaLibraryStatus: 'ARCHIVED' });
		add(kind, { count: 1200 });
		const result = await lab.run({
			parameters: parameters(kind, { mediaLibraryStatus: 'ARCHIVED', returnAll: true }),
		});
		expectClean(lab, result);
		expect(result.items).toHaveLength(1200);
		for (const { json } of result.items) expect(json.mediaLibraryStatus).toBe('ARCHIVED');
	});

	test.each(['own', 'other', 'both'] as const)(
		'survives a LinkedIn that takes the filter in the form: %s',
		async (libraryFilter) => {
			lab.simulator.configure({ readings: { libraryFilter } });
			add(kind, { count: 1100 });
			const result = await lab.run({
				parameters: parameters(kind, { mediaLibraryStatus: 'ACTIVE', returnAll: true }),
			});
			expectClean(lab, result);
			expect(result.items).toHaveLength(1100);
			expect(calls(lab.simulator)).toHaveLength(libraryFilter === 'other' ? 3 : 2);
		},
	);

	test('gives no entry twice when others are added while it reads', async () => {
		const urns = add(kind, { count: 1500, ageMs: 60_000 });
		lab.simulator.plan({ on: `${kind}s.find`, call: 2, fault: { kind: 'delay', ms: 1 } });
		const running = lab.run({ parameters: parameters(kind, { returnAll: true }) });
		while (lab.simulator.journal.length < 1) await new Promise(setImmediate);
		add(kind, { count: 3 });
		const result = await running;
		expectClean(lab, result);
		const found = urnsOf(result);
		expect(new Set(found).size).toBe(found.length);
		for (const urn of urns) expect(found).toContain(urn);
	});

	test('of several items, by expression, each with its own account; an empty library gives no item', async () => {
		const [mine] = add(kind);
		const [other] = add(kind, { account: READ_ONLY_ACCOUNT });
		const result = await lab.run({
			parameters: parameters(kind, {
				associatedAccount: byUrn('={{ $json.account }}'),
				mediaLibraryStatus: '={{ $json.status }}',
			}),
			items: [
				item({}, { account: 987654321, status: 'any' }),
				item({}, { account: ACCOUNT, status: 'ARCHIVED' }),
				item({}, { account: ACCOUNT, status: 'ACTIVE' }),
			],
		});
		expectClean(lab, result);
		expect(result.items.map(({ json, pairedItem }) => [json.urn, pairedItem])).toEqual([
			[other, { item: 0 }],
			[mine, { item: 2 }],
		]);
	});

	test.each([
		['0', { limit: 0 }, 'Limit is 0, not a whole number from 1'],
		['-5', { limit: -5 }, 'Limit is -5, not a whole number from 1'],
		['1.5', { limit: 1.5 }, 'Limit is 1.5, not a whole number from 1'],
		['no account', { associatedAccount: byUrn('={{ $json.none }}') }, 'Ad Account is empty'],
		['a page', { associatedAccount: byUrn('urn:li:organization:1') }, 'of the kind "organization"'],
		['a query', { associatedAccount: byUrn('1&q=x') }, 'is not a LinkedIn URN'],
		['a status', { mediaLibraryStatus: '(value:ACTIVE)' }, 'Library Status is "(value:ACTIVE)"'],
	])('%s is an error before any call', async (_, more, message) => {
		const result = await lab.run({ parameters: parameters(kind, more) });
		expect(told(result)).toContain(message);
		expect(lab.simulator.journal).toHaveLength(0);
	});

	test.each([...Array.from(`(),':%&=?/# ü😀`), '%2F', '../1', 'x'.repeat(4096)])(
		'an account with %s in it is an error before any call',
		async (hostile) => {
			const result = await lab.run({
				parameters: parameters(kind, { associatedAccount: byUrn('={{ $json.account }}') }),
				items: [item({}, { account: `urn:li:sponsoredAccount:1${hostile}2` })],
			});
			expect(told(result)).toContain('has an id that LinkedIn does not use');
			expect(told(result).length).toBeLessThan(1000);
			expect(lab.simulator.journal).toHaveLength(0);
		},
	);

	test('of another account says which role is needed, on the error branch', async () => {
		const result = await lab.run({
			parameters: parameters(kind, { associatedAccount: byUrn(ACCOUNT_OF_OTHERS) }),
			onError: 'continueErrorOutput',
		});
		expectClean(lab, result);
		const { message, description, status } = errorIn(result.errorItems[0]);
		expect(status).toBe(403);
		expect(message).toContain(`Could not find the ${kind}s of ${ACCOUNT_OF_OTHERS}`);
		expect(description).toContain('you need a role in that ad account');
	});

	test('without the scope says which kind of app has the right', async () => {
		const result = await lab.run({
			credential: lab.credential({ scopes: ['openid', 'w_member_social'] }),
			parameters: parameters(kind, { associatedAccount: byList(ACCOUNT) }),
		});
		expect(told(result)).toContain(
			'"r_ads" or "rw_ads" (LinkedIn App "Company Pages and Ad Accounts"',
		);
	});

	test('a hiccup of LinkedIn is tried again', async () => {
		add(kind);
		lab.simulator.plan({
			on: `${kind}s.find`,
			fault: { kind: 'status', status: 503, retryAfter: 0 },
		});
		const result = await lab.run({ parameters: parameters(kind) });
		expectClean(lab, result);
		expect(result.items).toHaveLength(1);
	});
});
