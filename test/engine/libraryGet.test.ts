import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT, ACCOUNT_OF_OTHERS, byList, byUrn, KINDS, OWNER, PAGE, scene } from './scene';

const { calls, entry, image, linkedIn, plan, requests, resource, video } = scene();

describe.each(KINDS)('%s: get', (kind) => {
	const called = kind === 'video' ? 'Video' : 'Image';
	const get = (urn: string, more: INodeParameters = {}) => resource(kind)('get', { urn, ...more });

	test('gives LinkedIn’s entity, with the account’s fields where one is named', async () => {
		const urn = entry(kind, { name: 'Spring' });
		const { items } = await get(urn, { associatedAccount: byUrn(ACCOUNT), simplify: false });
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
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
		expect(requests(`${kind}s.get`)[0]?.query).toEqual({ associatedAccount: ACCOUNT });
	});

	test('gives an entry without id and status too', async () => {
		const urn = entry(kind);
		plan(`${kind}s.get`, { kind: 'missingFields', fields: ['id', 'status'] });
		const { json } = await get(urn);
		expect(json).toMatchObject({ urn, owner: PAGE });
		expect(json).not.toHaveProperty('status');
	});

	test('is simplified to ten fields at most, on one level', async () => {
		const urn = entry(kind, { name: 'Spring' });
		const { json } = await get(urn, { associatedAccount: byList(ACCOUNT) });
		expect(json).toMatchObject({
			urn,
			owner: PAGE,
			status: 'AVAILABLE',
			assetName: 'Spring',
			mediaLibraryStatus: 'ACTIVE',
			...(kind === 'video' ? { durationSeconds: 32.066 } : {}),
		});
		expect(Object.keys(json).length).toBeLessThanOrEqual(10);
		for (const value of Object.values(json)) expect(typeof value).not.toBe('object');
	});

	test('of several items, by expression, each with its own account', async () => {
		const urns = [entry(kind), entry(kind, { account: '' })];
		const { urns: read, pairs } = await get('={{ $json.media }}', {
			associatedAccount: byUrn('={{ $json.account }}'),
		}).of(
			{ json: { media: urns[0], account: '123456789' } },
			{ json: { media: urns[1], account: '' } },
		);
		expect(read.map((urn, index) => [urn, pairs[index]])).toEqual([
			[urns[0], { item: 0 }],
			[urns[1], { item: 1 }],
		]);
		expect(requests(`${kind}s.get`).map(({ query }) => query)).toEqual([
			{ associatedAccount: ACCOUNT },
			{},
		]);
	});

	test('understands the old URN of the same asset', async () => {
		const urn = entry(kind);
		const { json } = await get(urn.replace(`:${kind}:`, ':digitalmediaAsset:'));
		expect(json).toMatchObject({ urn });
	});

	test.each([
		['of another kind', kind === 'video' ? 'urn:li:image:C5' : 'urn:li:video:C5', 'of type'],
		['of a page', PAGE, 'is a URN of type "organization"'],
		['empty', '={{ $json.none }}', `${called} is empty`],
		['no URN', 'https://example.com', 'is not a LinkedIn URN'],
		['with a path', `urn:li:${kind}:C5/../../x`, 'has an ID that LinkedIn doesn’t use'],
		['with a query', `urn:li:${kind}:C5?x=1`, 'has an ID that LinkedIn doesn’t use'],
		['with a bracket', `urn:li:${kind}:(C5,C6)`, 'has an ID that LinkedIn doesn’t use'],
		['encoded twice', `urn:li:${kind}:C5%252F`, 'has an ID that LinkedIn doesn’t use'],
		['of 4 KB', `urn:li:${kind}:${'C'.repeat(4096)}`, 'has an ID that LinkedIn doesn’t use'],
		['in another alphabet', `urn:li:${kind}:Ç5`, 'has an ID that LinkedIn doesn’t use'],
		['with quotes', `urn:li:${kind}:C'5"`, 'has an ID that LinkedIn doesn’t use'],
		['with a line break', `urn:li:${kind}:C5\nX`, called],
	])('a URN %s is an error before any call', async (_, urn, message) => {
		await get(urn).failsAtOnce(message);
	});

	test.each(['404', '400'] as const)(
		'an entry that is not there (%s) is told',
		async (notFound) => {
			linkedIn.configure({ readings: { notFound } });
			await get(`urn:li:${kind}:C5`).fails(
				`Could not read the ${kind} urn:li:${kind}:C5`,
				'LinkedIn can’t find it',
			);
		},
	);

	test('one that fails goes to the error branch, paired, the others go on', async () => {
		const urn = entry(kind);
		const { urns, errorItems, failed } = await get('={{ $json.media }}')
			.of({ json: { media: `urn:li:${kind}:gone` } }, { json: { media: urn } })
			.onError('continueErrorOutput');
		expect(urns).toEqual([urn]);
		expect(failed).toMatchObject({ status: 404 });
		expect(errorItems[0]?.pairedItem).toEqual({ item: 0 });
	});

	test('of an account without a role is forbidden, and says what is needed', async () => {
		await get(entry(kind), { associatedAccount: byUrn(ACCOUNT_OF_OTHERS) }).fails(
			'LinkedIn denied access',
			new RegExp(`for the media library of ${ACCOUNT_OF_OTHERS} you need a role`, 'i'),
		);
	});
});

describe.each(KINDS)('%s: get, waiting', (kind) => {
	const waitFor = (urn: string, waitSeconds = 600) =>
		resource(kind)('get', { urn, options: { waitSeconds } });

	test('gives the entry as soon as it is available', async () => {
		const urn = entry(kind, { status: 'PROCESSING', processing: { kind: 'afterReads', reads: 2 } });
		const { json, hints } = await waitFor(urn);
		expect(json).toMatchObject({ urn, status: 'AVAILABLE' });
		expect(hints).toEqual([]);
	});

	test('reads once where it is available already', async () => {
		await waitFor(entry(kind));
		expect(calls()).toEqual([`${kind}s.get`]);
	});

	test('that takes too long gives the entry as it is, with a hint', async () => {
		const urn = entry(kind, { status: 'PROCESSING' });
		const { json, hints } = await waitFor(urn, 1);
		expect(json).toMatchObject({ urn, status: 'PROCESSING' });
		expect(hints[0]).toBe(
			`The ${kind} ${urn} is still PROCESSING after 1 second. LinkedIn continues processing it; increase "Wait Until Available (Seconds)" to wait longer.`,
		);
	});

	test('PROCESSING_FAILED is an error with LinkedIn’s reason', async () => {
		const urn = entry(kind, { status: 'PROCESSING_FAILED', failure: 'unsupported codec' });
		await waitFor(urn).fails(
			`LinkedIn could not process the ${kind} ${urn}`,
			...(kind === 'video' ? ['unsupported codec'] : []),
		);
	});

	test('ends with a cancel', async () => {
		const urn = entry(kind, { status: 'PROCESSING' });
		await waitFor(urn).stoppedWhen(() => linkedIn.journal.length >= 2);
	});
});

test('without waiting PROCESSING_FAILED is what the entry says', async () => {
	const urn = entry('video', { status: 'PROCESSING_FAILED', failure: 'bad' });
	const { json } = await video('get', { urn });
	expect(json).toMatchObject({ status: 'PROCESSING_FAILED', processingFailureReason: 'bad' });
});

test('a token that may not read images says which kind of app has the right', async () => {
	await image('get', { urn: entry('image', { owner: OWNER }) })
		.scopes('w_member_social')
		.fails('LinkedIn App is "Company Pages" or "Company Pages and Ad Accounts"');
});
