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
import { ACCOUNT_OF_OTHERS } from './libraryLab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const KINDS = ['video', 'image'] as const;
type Kind = (typeof KINDS)[number];

const add = (kind: Kind, count = 1) => lab.simulator.addLibraryEntries({ kind, count, stepMs: 1 });
const parameters = (kind: Kind, urns: unknown, more: object = {}) => ({
	resource: kind,
	operation: 'batchGet',
	urns: urns as string,
	...more,
});
const urnsOf = (result: Awaited<ReturnType<Lab['run']>>) =>
	result.items.map(({ json }) => json.urn);

describe.each(KINDS)('%s: batch get', (kind) => {
	test('gives one item per URN in the order asked, duplicates too, paired', async () => {
		const [a = '', b = ''] = add(kind, 2);
		const gone = `urn:li:${kind}:gone`;
		const result = await lab.run({ parameters: parameters(kind, `${b}, ${gone}\n${a},,${b}\n`) });
		expectClean(lab, result);
		expect(urnsOf(result)).toStrictEqual([b, gone, a, b]);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(Array(4).fill({ item: 0 }));
		expect(result.items[1]?.json).toEqual({
			urn: gone,
			lookupError: { status: 404, code: 'NOT_FOUND', message: 'Could not find entity' },
		});
		expect(result.items[0]?.json).toMatchObject({ urn: b, status: 'AVAILABLE' });
		expect(calls(lab.simulator)).toEqual([`${kind}s.batchGet`]);
	});

	test.each([
		['a list', (urns: string[]) => urns],
		['the JSON of a list', (urns: string[]) => JSON.stringify(urns)],
		['text by commas', (urns: string[]) => urns.join(',')],
		['text by lines', (urns: string[]) => urns.join('\r\n')],
		['old URNs', (urns: string[]) => urns.map((urn) => urn.replace(kind, 'digitalmediaAsset'))],
	])('takes %s by expression', async (_, form) => {
		const urns = add(kind, 3);
		const result = await lab.run({
			parameters: parameters(kind, '={{ $json.media }}'),
			items: [item({}, { media: form(urns) })],
		});
		expectClean(lab, result);
		expect(urnsOf(result)).toEqual(urns);
	});

	test('1,000 URNs are 10 requests', async () => {
		const urns = add(kind, 1000);
		const result = await lab.run({
			parameters: parameters(kind, '={{ $json.media }}', { associatedAccount: byUrn(ACCOUNT) }),
			items: [item({}, { media: urns })],
		});
		expectClean(lab, result);
		expect(urnsOf(result)).toStrictEqual(urns);
		expect(result.items[999]?.json).toMatchObject({ assetName: 'Entry 1000' });
		expect(calls(lab.simulator)).toEqual(Array(10).fill(`${kind}s.batchGet`));
	});

	test('goes through a tunnel where its query is long', async () => {
		// Ids as long as LinkedIn's longest.
		const urns = Array.from(
			{ length: 60 },
			(_, index) => `urn:li:${kind}:${'C'.repeat(60)}${index}`,
		);
		const result = await lab.run({ parameters: parameters(kind, urns.join(',')) });
		expectClean(lab, result);
		expect(urnsOf(result)).toEqual(urns);
		const [request] = requests(lab.simulator, `${kind}s.batchGet`);
		expect(request?.headers).toMatchObject({
			'x-http-method-override': 'GET',
			'content-type': 'application/x-www-form-urlencoded',
		});
	});

	test('understands keys that LinkedIn encodes', async () => {
		lab.simulator.configure({ readings: { batchKeys: 'encoded' } });
		const [urn = ''] = add(kind);
		const result = await lab.run({ parameters: parameters(kind, `${urn},urn:li:${kind}:gone`) });
		expectClean(lab, result);
		expect(result.items.map(({ json }) => 'lookupError' in json)).toEqual([false, true]);
	});

	test('falls back to single gets where LinkedIn refuses it', async () => {
		lab.simulator.configure({ readings: { batchGet: 'refused' } });
		const urns = add(kind, 7);
		const result = await lab.run({
			parameters: parameters(kind, [...urns, `urn:li:${kind}:gone`].join(',')),
		});
		expectClean(lab, result);
		expect(urnsOf(result)).toEqual([...urns, `urn:li:${kind}:gone`]);
		expect(result.items[7]?.json.lookupError).toMatchObject({ status: 404, code: 'NOT_FOUND' });
		expect(calls(lab.simulator)).toEqual([
			`${kind}s.batchGet`,
			...Array<string>(8).fill(`${kind}s.get`),
		]);
	});

	test('fails on missing ones where that is wanted', async () => {
		const [urn = ''] = add(kind);
		const gone = [1, 2, 3, 4, 5, 6].map((id) => `urn:li:${kind}:gone${id}`);
		const result = await lab.run({
			parameters: parameters(kind, [urn, ...gone].join(','), { options: { failOnMissing: true } }),
		});
		expectClean(lab, result);
		expect(told(result)).toContain(
			`LinkedIn has no answer for 6 of 7 ${kind}s: ${gone.slice(0, 5).join(', ')} and 1 more`,
		);
		expect(told(result)).toContain('"Could not find entity" (status 404)');
	});

	test('with all of them there does not fail', async () => {
		const urns = add(kind, 2);
		const result = await lab.run({
			parameters: parameters(kind, urns.join(','), { options: { failOnMissing: true } }),
		});
		expectClean(lab, result);
		expect(urnsOf(result)).toEqual(urns);
	});

	test('gives LinkedIn’s own entity, not simplified', async () => {
		const [urn = ''] = add(kind);
		const result = await lab.run({ parameters: parameters(kind, urn, { simplify: false }) });
		expect(result.items[0]?.json).toMatchObject({ urn, id: urn });
	});

	test.each([
		['nothing', '', 'URNs is empty'],
		['an empty list', [], 'URNs is empty'],
		['commas', ' , ,\n', 'URNs is empty'],
		['another kind', ['urn:li:person:1'], 'URNs: entry 1 "urn:li:person:1" is a URN of the kind'],
		['a hole', [`urn:li:${kind}:A`, null], 'URNs: entry 2 is empty'],
		['a query', [`urn:li:${kind}:A)&x=List(`], 'has an id that LinkedIn does not use'],
		['an object', { a: 1 }, 'URNs is an object'],
	])('%s for URNs is an error before any call', async (_, media, message) => {
		const result = await lab.run({
			parameters: parameters(kind, '={{ $json.media }}'),
			items: [item({}, { media })],
		});
		expect(told(result)).toContain(message);
		expect(lab.simulator.journal).toHaveLength(0);
	});

	test('an item that fails goes to the error branch, the others go on', async () => {
		const urns = add(kind, 2);
		const result = await lab.run({
			parameters: parameters(kind, '={{ $json.media }}'),
			items: [item({}, { media: 'nonsense' }), item({}, { media: urns })],
			onError: 'continueErrorOutput',
		});
		expectClean(lab, result);
		expect(urnsOf(result)).toEqual(urns);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 1 }]);
		expect(errorIn(result.errorItems[0]).message).toContain('"nonsense" is not a LinkedIn URN');
	});

	test('of an account without a role is forbidden, at the price of a handful of calls', async () => {
		const result = await lab.run({
			parameters: parameters(kind, add(kind, 50).join(','), {
				associatedAccount: byUrn(ACCOUNT_OF_OTHERS),
			}),
		});
		expect(told(result)).toContain('LinkedIn does not allow it');
		expect(calls(lab.simulator)).toHaveLength(6);
	});
});
