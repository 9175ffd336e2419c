import {
	ACCOUNT,
	byUrn,
	calls,
	errorIn,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	told,
	type Lab,
} from './lab';
import { ACCOUNT_OF_OTHERS, byList } from './libraryLab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const KINDS = ['video', 'image'] as const;
type Kind = (typeof KINDS)[number];

const add = (
	kind: Kind,
	fill: Partial<Parameters<Lab['simulator']['addLibraryEntries']>[0]> = {},
) => lab.simulator.addLibraryEntries({ kind, ...fill })[0] ?? '';
const parameters = (kind: Kind, more: object = {}) => ({
	resource: kind,
	operation: 'get',
	...more,
});

describe.each(KINDS)('%s: get', (kind) => {
	test('gives LinkedIn’s entity, with the account’s fields where one is named', async () => {
		const urn = add(kind, { name: 'Spring' });
		const result = await lab.run({
			parameters: parameters(kind, { urn, associatedAccount: byUrn(ACCOUNT), simplify: false }),
		});
		expectClean(lab, result);
		expect(result.items).toHaveLength(1);
		expect(result.items[0]).toMatchObject({
			json: {
				urn,
				id: urn,
				owner: PAGE,
				status: 'AVAILABLE',
				downloadUrl: expect.stringContaining('http') as string,
				mediaLibraryMetadata: {
					associatedAccount: ACCOUNT,
					assetName: 'Spring',
					mediaLibraryStatus: 'ACTIVE',
				},
			},
			pairedItem: { item: 0 },
		});
		expect(requests(lab.simulator, `${kind}s.get`)[0]?.query).toEqual({
			associatedAccount: ACCOUNT,
		});
	});

	test('is simplified to ten fields at most, on one level', async () => {
		const urn = add(kind, { name: 'Spring' });
		const result = await lab.run({
			parameters: parameters(kind, { urn, associatedAccount: byList(ACCOUNT) }),
		});
		expectClean(lab, result);
		const [entry] = result.items;
		expect(entry?.json).toMatchObject({
			urn,
			owner: PAGE,
			status: 'AVAILABLE',
			assetName: 'Spring',
			mediaLibraryStatus: 'ACTIVE',
			...(kind === 'video' ? { duration: 32066 } : {}),
		});
		expect(Object.keys(entry?.json ?? {}).length).toBeLessThanOrEqual(10);
		for (const value of Object.values(entry?.json ?? {})) expect(typeof value).not.toBe('object');
	});

	test('of several items, by expression, each with its own account', async () => {
		const urns = [add(kind), add(kind, { account: '' })];
		const result = await lab.run({
			parameters: parameters(kind, {
				urn: '={{ $json.media }}',
				associatedAccount: byUrn('={{ $json.account }}'),
			}),
			items: [
				item({}, { media: urns[0] ?? '', account: '123456789' }),
				item({}, { media: urns[1] ?? '', account: '' }),
			],
		});
		expectClean(lab, result);
		expect(result.items.map(({ json, pairedItem }) => [json.urn, pairedItem])).toEqual([
			[urns[0], { item: 0 }],
			[urns[1], { item: 1 }],
		]);
		expect(requests(lab.simulator, `${kind}s.get`).map(({ query }) => query)).toEqual([
			{ associatedAccount: ACCOUNT },
			{},
		]);
	});

	test('understands the old URN of the same asset', async () => {
		const urn = add(kind);
		const old = urn.replace(`:${kind}:`, ':digitalmediaAsset:');
		const result = await lab.run({ parameters: parameters(kind, { urn: old }) });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ urn });
	});

	test.each([
		['of another kind', kind === 'video' ? 'urn:li:image:C5' : 'urn:li:video:C5', 'of the kind'],
		['of a page', PAGE, 'is a URN of the kind "organization"'],
		['empty', '={{ $json.none }}', 'URN is empty'],
		['no URN', 'https://example.com', 'is not a LinkedIn URN'],
		['with a path', `urn:li:${kind}:C5/../../x`, 'has an id that LinkedIn does not use'],
		['with a query', `urn:li:${kind}:C5?x=1`, 'has an id that LinkedIn does not use'],
		['with a bracket', `urn:li:${kind}:(C5,C6)`, 'has an id that LinkedIn does not use'],
		['encoded twice', `urn:li:${kind}:C5%252F`, 'has an id that LinkedIn does not use'],
		['of 4 KB', `urn:li:${kind}:${'C'.repeat(4096)}`, 'has an id that LinkedIn does not use'],
		['in another alphabet', `urn:li:${kind}:Ç5`, 'has an id that LinkedIn does not use'],
		['with quotes', `urn:li:${kind}:C'5"`, 'has an id that LinkedIn does not use'],
		['with a line break', `urn:li:${kind}:C5\nX`, 'URN'],
	])('a URN %s is an error before any call', async (_, urn, message) => {
		const result = await lab.run({ parameters: parameters(kind, { urn }) });
		expect(told(result)).toContain(message);
		expect(lab.simulator.journal).toHaveLength(0);
	});

	test.each(['404', '400'] as const)(
		'an entry that is not there (%s) is told',
		async (notFound) => {
			lab.simulator.configure({ readings: { notFound } });
			const result = await lab.run({ parameters: parameters(kind, { urn: `urn:li:${kind}:C5` }) });
			expectClean(lab, result);
			expect(told(result)).toContain(`Could not read the ${kind} urn:li:${kind}:C5`);
			expect(told(result)).toContain('LinkedIn does not find it');
		},
	);

	test('one that fails goes to the error branch, paired, the others go on', async () => {
		const urn = add(kind);
		const result = await lab.run({
			parameters: parameters(kind, { urn: '={{ $json.media }}' }),
			items: [item({}, { media: `urn:li:${kind}:gone` }), item({}, { media: urn })],
			onError: 'continueErrorOutput',
		});
		expectClean(lab, result);
		expect(result.items.map(({ json }) => json.urn)).toEqual([urn]);
		expect(errorIn(result.errorItems[0])).toMatchObject({ status: 404 });
		expect(result.errorItems[0]?.pairedItem).toEqual({ item: 0 });
	});

	test('of an account without a role is forbidden, and says what is needed', async () => {
		const urn = add(kind);
		const result = await lab.run({
			parameters: parameters(kind, { urn, associatedAccount: byUrn(ACCOUNT_OF_OTHERS) }),
		});
		expect(told(result)).toContain('LinkedIn does not allow it');
		expect(told(result)).toMatch(
			new RegExp(`for the media library of ${ACCOUNT_OF_OTHERS} you need a role`, 'i'),
		);
	});
});

describe.each(KINDS)('%s: get, waiting', (kind) => {
	const waiting = (urn: string, waitTimeout = 600) =>
		parameters(kind, { urn, options: { waitUntilAvailable: true, waitTimeout } });

	test('gives the entry as soon as it is available', async () => {
		const urn = add(kind, { status: 'PROCESSING', processing: { kind: 'afterReads', reads: 2 } });
		const result = await lab.run({ parameters: waiting(urn) });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ urn, status: 'AVAILABLE' });
		expect(result.hints).toEqual([]);
	});

	test('reads once where it is available already', async () => {
		const result = await lab.run({ parameters: waiting(add(kind)) });
		expectClean(lab, result);
		expect(calls(lab.simulator)).toEqual([`${kind}s.get`]);
	});

	test('that takes too long gives the entry as it is, with a hint', async () => {
		const urn = add(kind, { status: 'PROCESSING' });
		const result = await lab.run({ parameters: waiting(urn, 1) });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ urn, status: 'PROCESSING' });
		expect(result.hints[0]?.message).toBe(
			`The ${kind} ${urn} is still PROCESSING after 1 second. LinkedIn goes on by itself; raise "Wait Timeout" to wait longer.`,
		);
	});

	test('PROCESSING_FAILED is an error with LinkedIn’s reason', async () => {
		const urn = add(kind, { status: 'PROCESSING_FAILED', failure: 'unsupported codec' });
		const result = await lab.run({ parameters: waiting(urn) });
		expectClean(lab, result);
		expect(told(result)).toContain(`LinkedIn could not process the ${kind} ${urn}`);
		if (kind === 'video') expect(told(result)).toContain('unsupported codec');
	});

	test('ends with a cancel', async () => {
		const urn = add(kind, { status: 'PROCESSING' });
		const controller = new AbortController();
		const running = lab.run({ parameters: waiting(urn), signal: controller.signal });
		while (lab.simulator.journal.length < 2) await new Promise(setImmediate);
		controller.abort();
		expect((await running).status).toBe('canceled');
	});
});

test('without waiting PROCESSING_FAILED is what the entry says', async () => {
	const urn = add('video', { status: 'PROCESSING_FAILED', failure: 'bad' });
	const result = await lab.run({ parameters: parameters('video', { urn }) });
	expectClean(lab, result);
	expect(result.items[0]?.json).toMatchObject({
		status: 'PROCESSING_FAILED',
		processingFailureReason: 'bad',
	});
});

test('a token that may not read images says which kind of app has the right', async () => {
	const result = await lab.run({
		credential: lab.credential({ scopes: ['w_member_social'] }),
		parameters: parameters('image', { urn: add('image', { owner: OWNER }) }),
	});
	expect(told(result)).toContain('LinkedIn App "Company Pages" or "Company Pages and Ad Accounts"');
});
