import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT, ACCOUNT_OF_OTHERS, byUrn, KINDS, scene } from './scene';

const { calls, entries, linkedIn, plan, requests, resource } = scene();

describe.each(KINDS)('%s: batch get', (kind) => {
	const add = (count = 1) => entries(kind, { count, stepMs: 1 });
	const batchGet = (urns: string, more: INodeParameters = {}) =>
		resource(kind)('batchGet', { urns, ...more });
	/** By expression. */
	const batchGetOf = (...media: unknown[]) =>
		batchGet('={{ $json.media }}').of(
			...media.map((each) => ({ json: { media: each as string } })),
		);

	test('gives one item per URN in the order asked, duplicates too, paired', async () => {
		const [a = '', b = ''] = add(2);
		const gone = `urn:li:${kind}:gone`;
		const { jsons, urns, pairs } = await batchGet(`${b}, ${gone}\n${a},,${b}\n`);
		expect(urns).toStrictEqual([b, gone, a, b]);
		expect(pairs).toEqual(Array(4).fill({ item: 0 }));
		expect(jsons[1]).toEqual({
			urn: gone,
			lookupError: { status: 404, code: 'NOT_FOUND', message: 'Could not find entity' },
		});
		expect(jsons[0]).toMatchObject({ urn: b, status: 'AVAILABLE' });
		expect(calls()).toEqual([`${kind}s.batchGet`]);
	});

	test.each([
		['a list', (urns: string[]) => urns],
		['the JSON of a list', (urns: string[]) => JSON.stringify(urns)],
		['text by commas', (urns: string[]) => urns.join(',')],
		['text by lines', (urns: string[]) => urns.join('\r\n')],
		['old URNs', (urns: string[]) => urns.map((urn) => urn.replace(kind, 'digitalmediaAsset'))],
	])('takes %s by expression', async (_, form) => {
		const added = add(3);
		const { urns } = await batchGetOf(form(added));
		expect(urns).toEqual(added);
	});

	test('1,000 URNs are 10 requests', async () => {
		const added = add(1000);
		const { urns, jsons } = await batchGetOf(added).with({ associatedAccount: byUrn(ACCOUNT) });
		expect(urns).toStrictEqual(added);
		expect(jsons[999]).toMatchObject({ assetName: 'Entry 1000' });
		expect(calls()).toEqual(Array(10).fill(`${kind}s.batchGet`));
	});

	test('goes through a tunnel where its query is long', async () => {
		// Ids as long as LinkedIn's longest.
		const long = Array.from(
			{ length: 60 },
			(_, index) => `urn:li:${kind}:${'C'.repeat(60)}${index}`,
		);
		const { urns } = await batchGet(long.join(','));
		expect(urns).toEqual(long);
		expect(requests(`${kind}s.batchGet`)[0]?.headers).toMatchObject({
			'x-http-method-override': 'GET',
			'content-type': 'application/x-www-form-urlencoded',
		});
	});

	test('understands keys that LinkedIn encodes', async () => {
		linkedIn.configure({ readings: { batchKeys: 'encoded' } });
		const { jsons } = await batchGet(`${add().join()},urn:li:${kind}:gone`);
		expect(jsons.map((json) => 'lookupError' in json)).toEqual([false, true]);
	});

	test('falls back to single gets where LinkedIn refuses it', async () => {
		linkedIn.configure({ readings: { batchGet: 'refused' } });
		const asked = [...add(7), `urn:li:${kind}:gone`];
		const { urns, jsons } = await batchGet(asked.join(','));
		expect(urns).toEqual(asked);
		expect(jsons[7]?.lookupError).toMatchObject({ status: 404, code: 'NOT_FOUND' });
		expect(calls()).toEqual([`${kind}s.batchGet`, ...Array<string>(8).fill(`${kind}s.get`)]);
	});

	test.each([
		['without id and status', 'missingFields', {}],
		['that cannot be used', 'replaceFields', { code: 'UNEXPECTED_ANSWER' }],
	] as const)('one entry %s fails none of the others', async (_, fault, error) => {
		const [a = '', b = '', c = ''] = add(3);
		const fields = [`results.${b}.id`, `results.${b}.status`];
		plan(
			`${kind}s.batchGet`,
			fault === 'missingFields'
				? { kind: fault, fields }
				: { kind: fault, fields: { [`results.${b}.status`]: 7 } },
		);
		const { urns, jsons } = await batchGet([a, b, c].join(','));
		expect(urns).toEqual([a, b, c]);
		expect(jsons[1]?.lookupError ?? {}).toMatchObject(error);
	});

	test('fails on missing ones where that is wanted', async () => {
		const gone = [1, 2, 3, 4, 5, 6].map((id) => `urn:li:${kind}:gone${id}`);
		await batchGet([...add(), ...gone].join(','))
			.options({ failOnMissing: true })
			.fails(
				`LinkedIn returned nothing for 6 of 7 ${kind}s: ${gone.slice(0, 5).join(', ')} and 1 more`,
				'"Could not find entity" (status 404)',
				'turn off "Fail on Missing"',
			);
	});

	test('with all of them there does not fail', async () => {
		const added = add(2);
		const { urns } = await batchGet(added.join(',')).options({ failOnMissing: true });
		expect(urns).toEqual(added);
	});

	test('gives LinkedIn’s own entity, not simplified', async () => {
		const [urn = ''] = add();
		const { json } = await batchGet(urn, { simplify: false });
		expect(json).toMatchObject({ urn, id: urn });
	});

	test.each([
		['nothing', '', 'URNs is empty'],
		['an empty list', [], 'URNs is empty'],
		['commas', ' , ,\n', 'URNs is empty'],
		['another kind', ['urn:li:person:1'], 'URNs: entry 1 "urn:li:person:1" is a URN of type'],
		['a hole', [`urn:li:${kind}:A`, null], 'URNs: entry 2 is empty'],
		['a query', [`urn:li:${kind}:A)&x=List(`], 'has an ID that LinkedIn doesn’t use'],
		['an object', { a: 1 }, 'URNs is an object'],
	])('%s for URNs is an error before any call', async (_, media, message) => {
		await batchGetOf(media).failsAtOnce(message);
	});

	test('an item that fails goes to the error branch, the others go on', async () => {
		const added = add(2);
		const { urns, pairs, failed } = await batchGetOf('nonsense', added).onError(
			'continueErrorOutput',
		);
		expect(urns).toEqual(added);
		expect(pairs).toEqual([{ item: 1 }, { item: 1 }]);
		expect(failed.message).toContain('"nonsense" is not a LinkedIn URN');
	});

	test('of an account without a role is forbidden, at the price of a handful of calls', async () => {
		await batchGet(add(50).join(','), { associatedAccount: byUrn(ACCOUNT_OF_OTHERS) }).fails(
			'LinkedIn denied access',
		);
		expect(calls()).toHaveLength(6);
	});
});
