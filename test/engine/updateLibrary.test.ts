import type { INodeParameters } from 'n8n-workflow';

import {
	ACCOUNT,
	ACCOUNT_OF_OTHERS,
	byList,
	byExpression,
	byUrn,
	KINDS,
	LOST_ANSWER,
	READ_ONLY_ACCOUNT,
	scene,
} from './scene';

const { calls, entries, entry, linkedIn, plan, requests, resource } = scene();

describe.each(KINDS)('%s: update library', (kind) => {
	const update = (urn: string, updateFields: INodeParameters) =>
		resource(kind)('updateLibrary', { urn, associatedAccount: byUrn(ACCOUNT), updateFields });
	const RETURNED = { returnUpdatedEntry: true };
	const rename = (urn: string) => update(urn, { assetName: 'n' });
	const library = (urn: string) => linkedIn[kind](urn).libraryMetadata;

	test.each<[INodeParameters, object]>([
		[{ assetName: 'New name' }, { assetName: 'New name', mediaLibraryStatus: 'ACTIVE' }],
		[{ mediaLibraryStatus: 'ARCHIVED' }, { assetName: 'Entry 1', mediaLibraryStatus: 'ARCHIVED' }],
		[
			{ assetName: 'N, (x):ü%26', mediaLibraryStatus: 'ARCHIVED' },
			{ assetName: 'N, (x):ü%26', mediaLibraryStatus: 'ARCHIVED' },
		],
	])('%j is carried out in one call, and what was set comes', async (fields, now) => {
		const urn = entry(kind);
		const { items } = await update(urn, fields);
		expect(library(urn)).toEqual({ associatedAccount: ACCOUNT, ...now });
		expect(items).toEqual([{ json: { urn, ...fields }, pairedItem: { item: 0 } }]);
		expect(calls()).toEqual([`${kind}s.partialUpdate`]);
		expect(requests(`${kind}s.partialUpdate`)[0]).toMatchObject({
			query: { associatedAccount: ACCOUNT },
			requestBody: { patch: { mediaLibraryMetadata: { $set: fields } } },
		});
	});

	test.each([
		['simplified', {}],
		['raw', { simplify: false }],
	])('the updated entry comes %s, as "Get" gives it, where it is wanted', async (_, more) => {
		const urn = entry(kind);
		const { json } = await rename(urn).options({ ...RETURNED, ...more });
		expect(calls()).toEqual([`${kind}s.partialUpdate`, `${kind}s.get`]);
		const get = resource(kind)('get', { urn, associatedAccount: byUrn(ACCOUNT), ...more });
		// LinkedIn tells a new time, and a new address, with each answer.
		const anew = { downloadUrl: 0, downloadUrlExpiresAt: 0, thumbnailUrl: 0, thumbnail: 0 };
		expect({ ...json, ...anew }).toEqual({ ...(await get).json, ...anew });
	});

	test('60 entries, eight at once, are 60 calls', async () => {
		const urns = entries(kind, { count: 60, stepMs: 1 });
		const { jsons } = await rename('={{ $json.media }}')
			.options({ itemConcurrency: 8 })
			.of(...urns.map((media) => ({ json: { media } })));
		expect(jsons).toEqual(urns.map((urn) => ({ urn, assetName: 'n' })));
		expect(calls()).toEqual(Array(60).fill(`${kind}s.partialUpdate`));
	});

	test.each([...Array.from(`(),':%&=?/#"\\ü😀`), 'List(a,b)', '(value:x)', "''", 'ü'.repeat(2048)])(
		'a name with %s arrives as it is',
		async (name) => {
			const urn = entry(kind);
			await update(urn, { assetName: '={{ $json.name }}' }).of({ json: { name } });
			expect(library(urn)?.assetName).toBe(name);
		},
	);

	test('of several items, by expression; an account from the list', async () => {
		const urns = [entry(kind), entry(kind, { mediaLibraryStatus: 'ARCHIVED' })];
		const fields = { assetName: '={{ $json.name }}', mediaLibraryStatus: 'ACTIVE' };
		const { pairs } = await update('={{ $json.media }}', fields)
			.with({ associatedAccount: byList(ACCOUNT) })
			.of({ json: { media: urns[0], name: 'one' } }, { json: { media: urns[1], name: 'two' } });
		expect(urns.map((urn) => library(urn)?.assetName)).toEqual(['one', 'two']);
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test.each([
		[
			'ARCHIVED',
			{ status: 'PROCESSING' },
			'can’t archive an entry while it is being processed',
			'PROCESSING',
		],
		[
			'ACTIVE',
			{ status: 'PROCESSING_FAILED', failure: 'x', mediaLibraryStatus: 'ARCHIVED' },
			'Only entries that LinkedIn processed successfully',
			'PROCESSING_FAILED',
		],
	] as const)('%s of %j is explained', async (mediaLibraryStatus, fill, rule, status) => {
		const urn = entry(kind, fill);
		await update(urn, { mediaLibraryStatus }).fails(
			`The ${kind} ${urn} can’t be made ${mediaLibraryStatus} now`,
			rule,
			`Its status is ${status}.`,
		);
		expect(library(urn)?.mediaLibraryStatus).not.toBe(mediaLibraryStatus);
	});

	test('a failed one may be archived', async () => {
		const urn = entry(kind, { status: 'PROCESSING_FAILED', failure: 'x' });
		await update(urn, { mediaLibraryStatus: 'ARCHIVED' });
		expect(library(urn)?.mediaLibraryStatus).toBe('ARCHIVED');
	});

	test.each<[string, INodeParameters, string]>([
		['0 fields', { updateFields: {} }, 'Update Fields is empty'],
		['an empty name', { updateFields: { assetName: ' ' } }, 'Asset Name is empty'],
		['an empty status', { updateFields: { mediaLibraryStatus: '' } }, 'Library Status is empty'],
		[
			'an unknown status',
			{ updateFields: { mediaLibraryStatus: 'DELETED' } },
			'Library Status is "DELETED"',
		],
		['no account', { associatedAccount: byUrn('={{ $json.none }}') }, 'Ad Account is empty'],
		[
			'a member for an account',
			{ associatedAccount: byExpression('urn:li:person:1') },
			'type "person"',
		],
		['another kind of URN', { urn: 'urn:li:document:1' }, 'type "document"'],
	])('%s is an error before any call', async (_, more, message) => {
		await rename(entry(kind)).with(more).failsAtOnce(message);
	});

	test.each([
		['of a library of others', ACCOUNT_OF_OTHERS],
		['by a viewer', READ_ONLY_ACCOUNT],
	])('an update %s says which role is needed, on the error branch', async (_, account) => {
		const urn = entry(kind, { account });
		const { failed } = await rename(urn)
			.with({ associatedAccount: byExpression(account) })
			.onError('continueErrorOutput');
		expect(failed).toMatchObject({ status: 403 });
		expect(failed.description).toContain('you need a role');
		expect(library(urn)?.assetName).toBe('Entry 1');
	});

	test.each([
		['vanished', () => `urn:li:${kind}:gone`],
		['of another library', () => entry(kind, { account: READ_ONLY_ACCOUNT })],
	])('an entry %s is not found', async (_, make) => {
		await rename(make()).fails('LinkedIn can’t find it');
	});

	test('an update whose answer was lost is found carried out, and not sent twice', async () => {
		plan(`${kind}s.partialUpdate`, LOST_ANSWER);
		const urn = entry(kind);
		const { json } = await rename(urn);
		expect(json).toEqual({ urn, assetName: 'n' });
		expect(calls()).toEqual([`${kind}s.partialUpdate`, `${kind}s.get`]);
	});

	test('an update that did not arrive is told, and not sent twice', async () => {
		plan(`${kind}s.partialUpdate`, { kind: 'resetBeforeBody' });
		await rename(entry(kind)).fails('LinkedIn didn’t respond');
		expect(requests(`${kind}s.partialUpdate`)).toHaveLength(1);
	});

	test('an entry that cannot be read afterwards was updated: a hint says so', async () => {
		const urn = entry(kind);
		plan(`${kind}s.get`, 403);
		const { json, hints } = await rename(urn).options(RETURNED);
		expect(json).toEqual({ urn, assetName: 'n' });
		expect(hints[0]).toContain('was updated, but could not be read afterwards');
	});
});
