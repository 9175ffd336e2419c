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
	lab.simulator.addLibraryEntries({ kind, ...fill })[0] ?? '';
const parameters = (kind: Kind, urn: string, updateFields: object, more: object = {}) => ({
	resource: kind,
	operation: 'updateLibrary',
	urn,
	associatedAccount: byUrn(ACCOUNT),
	updateFields: { ...updateFields },
	...more,
});

describe.each(KINDS)('%s: update library', (kind) => {
	const library = (urn: string) =>
		(kind === 'video' ? lab.simulator.video(urn) : lab.simulator.image(urn)).libraryMetadata;

	test.each([
		[{ assetName: 'New name' }, { assetName: 'New name', mediaLibraryStatus: 'ACTIVE' }],
		[{ mediaLibraryStatus: 'ARCHIVED' }, { assetName: 'Entry 1', mediaLibraryStatus: 'ARCHIVED' }],
		[
			{ assetName: 'N, (x):ü%26', mediaLibraryStatus: 'ARCHIVED' },
			{ assetName: 'N, (x):ü%26', mediaLibraryStatus: 'ARCHIVED' },
		],
	])('%j is carried out, and the entry comes as it now is', async (fields, now) => {
		const urn = add(kind);
		const result = await lab.run({ parameters: parameters(kind, urn, fields) });
		expectClean(lab, result);
		expect(library(urn)).toEqual({ associatedAccount: ACCOUNT, ...now });
		expect(result.items).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({
					urn,
					id: urn,
					status: 'AVAILABLE',
					mediaLibraryMetadata: { associatedAccount: ACCOUNT, ...now },
				}) as object,
				pairedItem: { item: 0 },
			}),
		]);
		expect(calls(lab.simulator)).toEqual([`${kind}s.partialUpdate`, `${kind}s.get`]);
		expect(requests(lab.simulator, `${kind}s.partialUpdate`)[0]).toMatchObject({
			query: { associatedAccount: ACCOUNT },
			requestBody: { patch: { mediaLibraryMetadata: { $set: fields } } },
		});
	});

	test.each([...Array.from(`(),':%&=?/#"\\ü😀`), 'List(a,b)', '(value:x)', "''", 'ü'.repeat(2048)])(
		'a name with %s arrives as it is',
		async (assetName) => {
			const urn = add(kind);
			const fields = { assetName: '={{ $json.name }}' };
			const result = await lab.run({
				parameters: parameters(kind, urn, fields),
				items: [item({}, { name: assetName })],
			});
			expectClean(lab, result);
			expect(library(urn)?.assetName).toBe(assetName);
		},
	);

	test('of several items, by expression; an account from the list', async () => {
		const urns = [add(kind), add(kind, { mediaLibraryStatus: 'ARCHIVED' })];
		const result = await lab.run({
			parameters: parameters(
				kind,
				'={{ $json.media }}',
				{ assetName: '={{ $json.name }}', mediaLibraryStatus: 'ACTIVE' },
				{ associatedAccount: byList(ACCOUNT) },
			),
			items: [
				item({}, { media: urns[0] ?? '', name: 'one' }),
				item({}, { media: urns[1] ?? '', name: 'two' }),
			],
		});
		expectClean(lab, result);
		expect(urns.map((urn) => library(urn)?.assetName)).toEqual(['one', 'two']);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test.each([
		['ARCHIVED', { status: 'PROCESSING' }, 'only while it is not being processed', 'PROCESSING'],
		[
			'ACTIVE',
			{ status: 'PROCESSING_FAILED', failure: 'x', mediaLibraryStatus: 'ARCHIVED' },
			'only where it was processed successfully',
			'PROCESSING_FAILED',
		],
	] as const)('%s of %j is explained', async (mediaLibraryStatus, fill, rule, status) => {
		const urn = add(kind, fill);
		const result = await lab.run({ parameters: parameters(kind, urn, { mediaLibraryStatus }) });
		expectClean(lab, result);
		expect(told(result)).toContain(`The ${kind} ${urn} cannot be made ${mediaLibraryStatus} now`);
		expect(told(result)).toContain(rule);
		expect(told(result)).toContain(`Its status is ${status}.`);
		expect(library(urn)?.mediaLibraryStatus).not.toBe(mediaLibraryStatus);
	});

	test('a failed one may be archived', async () => {
		const urn = add(kind, { status: 'PROCESSING_FAILED', failure: 'x' });
		const result = await lab.run({
			parameters: parameters(kind, urn, { mediaLibraryStatus: 'ARCHIVED' }),
		});
		expectClean(lab, result);
		expect(library(urn)?.mediaLibraryStatus).toBe('ARCHIVED');
	});

	test.each([
		['0 fields', {}, 'Update Fields has no field'],
		['an empty name', { assetName: ' ' }, 'Asset Name is empty'],
		['an empty status', { mediaLibraryStatus: '' }, 'Library Status is empty'],
		['an unknown status', { mediaLibraryStatus: 'DELETED' }, 'Library Status is "DELETED"'],
	])('%s is an error before any call', async (_, fields, message) => {
		const urn = add(kind);
		const result = await lab.run({ parameters: parameters(kind, urn, fields) });
		expect(told(result)).toContain(message);
		expect(lab.simulator.journal).toHaveLength(0);
	});

	test.each([
		['no account', { associatedAccount: byUrn('={{ $json.none }}') }, 'Ad Account is empty'],
		['a member for an account', { associatedAccount: byUrn('urn:li:person:1') }, 'kind "person"'],
		['another kind of URN', { urn: 'urn:li:document:1' }, 'kind "document"'],
	])('%s is an error before any call', async (_, more, message) => {
		const fields = { assetName: 'n' };
		const result = await lab.run({ parameters: parameters(kind, add(kind), fields, more) });
		expect(told(result)).toContain(message);
		expect(lab.simulator.journal).toHaveLength(0);
	});

	test.each([
		['of a library of others', ACCOUNT_OF_OTHERS],
		['by a viewer', READ_ONLY_ACCOUNT],
	])('an update %s says which role is needed, on the error branch', async (_, account) => {
		const urn = add(kind, { account });
		const result = await lab.run({
			parameters: parameters(kind, urn, { assetName: 'n' }, { associatedAccount: byUrn(account) }),
			onError: 'continueErrorOutput',
		});
		expectClean(lab, result);
		expect(errorIn(result.errorItems[0])).toMatchObject({ status: 403 });
		expect(errorIn(result.errorItems[0]).description).toContain('you need a role');
		expect(library(urn)?.assetName).toBe('Entry 1');
	});

	test.each([
		['vanished', () => `urn:li:${kind}:gone`],
		['of another library', () => add(kind, { account: READ_ONLY_ACCOUNT })],
	])('an entry %s is not found', async (_, make) => {
		const result = await lab.run({ parameters: parameters(kind, make(), { assetName: 'n' }) });
		expect(told(result)).toContain('LinkedIn does not find it');
	});

	test('an update whose answer was lost is found carried out, and not sent twice', async () => {
		const urn = add(kind);
		lab.simulator.plan({ on: `${kind}s.partialUpdate`, fault: { kind: 'resetAfterCarriedOut' } });
		const result = await lab.run({ parameters: parameters(kind, urn, { assetName: 'n' }) });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ mediaLibraryMetadata: { assetName: 'n' } });
		expect(requests(lab.simulator, `${kind}s.partialUpdate`)).toHaveLength(1);
	});

	test('an update that did not arrive is told, and not sent twice', async () => {
		const urn = add(kind);
		lab.simulator.plan({ on: `${kind}s.partialUpdate`, fault: { kind: 'resetBeforeBody' } });
		const result = await lab.run({ parameters: parameters(kind, urn, { assetName: 'n' }) });
		expectClean(lab, result);
		expect(told(result)).toContain('LinkedIn gave no answer');
		expect(requests(lab.simulator, `${kind}s.partialUpdate`)).toHaveLength(1);
	});

	test('an entry that cannot be read afterwards was updated: a hint says so', async () => {
		const urn = add(kind);
		lab.simulator.plan({ on: `${kind}s.get`, fault: { kind: 'status', status: 403 } });
		const result = await lab.run({ parameters: parameters(kind, urn, { assetName: 'n' }) });
		expectClean(lab, result);
		expect(result.items[0]?.json).toEqual({
			urn,
			id: urn,
			mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'n' },
		});
		expect(result.hints[0]?.message).toContain('was updated, but could not be read afterwards');
	});
});
