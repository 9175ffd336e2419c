import type { INodeParameters } from 'n8n-workflow';

import { RESOURCES } from '../../nodes/LinkedInMedia/resources';
import { LONG, often } from '../long/sampled';
import {
	ACCOUNT,
	ACCOUNT_OF_OTHERS,
	byList,
	byExpression,
	byUrn,
	HICCUP,
	KINDS,
	READ_ONLY_ACCOUNT,
	scene,
} from './scene';

const { calls, entries, linkedIn, plan, requests, resource } = scene();

describe.each(KINDS)('%s: find by account', (kind) => {
	const add = (fill: Parameters<typeof entries>[1] = {}) => entries(kind, { stepMs: 1, ...fill });
	const find = (more: INodeParameters = {}) =>
		resource(kind)('findByAccount', { associatedAccount: byUrn(ACCOUNT), ...more });
	const counts = () => requests(`${kind}s.find`).map(({ query }) => query.count);

	test('its order is told where it is chosen', () => {
		const { operations } = RESOURCES.find(({ value }) => value === kind) ?? { operations: [] };
		const getMany = operations.find(({ value }) => value === 'findByAccount');
		expect(getMany?.description).toContain('last modified first');
	});

	test('gives the newest 50, paired', async () => {
		const added = add({ count: 60 });
		const { urns, json, pairs } = await find();
		expect(urns).toStrictEqual(added.reverse().slice(0, 50));
		expect(json).toMatchObject({ assetName: 'Entry 60', mediaLibraryStatus: 'ACTIVE' });
		expect(pairs).toEqual(Array(50).fill({ item: 0 }));
		expect(counts()).toEqual(['50']);
	});

	test('starts where it is told, and goes on from there', async () => {
		const added = add({ count: 1200 }).reverse();
		const { urns } = await find({ limit: 1100 }).options({ start: 100 });
		expect(urns).toStrictEqual(added.slice(100));
		const asked = requests(`${kind}s.find`).map(({ query }) => query.start);
		expect(asked).toEqual(['100', '1100']);
	});

	test('an entry without id and status is given as it is, beside the others', async () => {
		const added = add({ count: 3 }).reverse();
		const fields = ['elements.1.id', 'elements.1.status'];
		plan(`${kind}s.find`, { kind: 'missingFields', fields });
		const { jsons } = await find();
		expect(jsons.map(({ urn }) => urn)).toEqual([added[0], undefined, added[2]]);
		expect(jsons[1]).toMatchObject({ assetName: 'Entry 2' });
		expect(jsons[1]).not.toHaveProperty('status');
	});

	const pages = often(3, 10);
	test(`${pages},000 entries are ${pages} requests`, async () => {
		const added = add({ count: pages * 1000 });
		const { urns } = await find({ returnAll: true });
		expect(new Set(urns)).toEqual(new Set(added));
		expect(urns).toHaveLength(pages * 1000);
		expect(counts()).toEqual(Array(pages).fill('1000'));
	});

	test.each([
		[1, 1, 1],
		[1000, 1000, 1],
		[1500, 1500, 2],
		[3000, 2000, 2],
	])('a limit of %d gives %d entries of 2,000 in %d requests', async (limit, found, count) => {
		add({ count: 2000 });
		const { items } = await find({ limit });
		expect(items).toHaveLength(found);
		expect(calls()).toHaveLength(count);
	});

	test('a full last page with a link behind it ends', async () => {
		linkedIn.configure({ readings: { lastFullPage: 'withNext' } });
		add({ count: 1000 });
		const { items } = await find({ returnAll: true });
		expect(items).toHaveLength(1000);
	});

	test.each([
		['ACTIVE', 2],
		['ARCHIVED', 3],
		['any', 5],
	])(
		'%s: %d of 5, on every page though the links lose the filter',
		async (mediaLibraryStatus, found) => {
			add({ count: 2 });
			add({ count: 3, mediaLibraryStatus: 'ARCHIVED' });
			add({ count: 1, account: '' });
			const { items } = await find({ mediaLibraryStatus, limit: 5 });
			expect(items).toHaveLength(found);
		},
	);

	test('pages of one status stay pages of that status', async () => {
		add({ count: 1200, mediaLibraryStatus: 'ARCHIVED' });
		add({ count: 1200 });
		const { jsons } = await find({ mediaLibraryStatus: 'ARCHIVED', returnAll: true });
		expect(jsons).toHaveLength(1200);
		for (const json of jsons) expect(json.mediaLibraryStatus).toBe('ARCHIVED');
	});

	test.each(['own', 'other', 'both'] as const)(
		'survives a LinkedIn that takes the filter in the form: %s',
		async (libraryFilter) => {
			linkedIn.configure({ readings: { libraryFilter } });
			add({ count: 1100 });
			const { items } = await find({ mediaLibraryStatus: 'ACTIVE', returnAll: true });
			expect(items).toHaveLength(1100);
			expect(calls()).toHaveLength(libraryFilter === 'other' ? 3 : 2);
		},
	);

	test('gives no entry twice when others are added while it reads', async () => {
		const added = add({ count: 1500, ageMs: 60_000 });
		plan(`${kind}s.find`, { kind: 'delay', ms: 1 }, { call: 2 });
		const { urns } = await find({ returnAll: true }).during(async (until) => {
			await until(() => linkedIn.journal.length >= 1);
			add({ count: 3 });
		});
		expect(new Set(urns).size).toBe(urns.length);
		for (const urn of added) expect(urns).toContain(urn);
	});

	test('of several items, by expression, each with its own account; an empty library gives no item', async () => {
		const [mine] = add();
		const [other] = add({ account: READ_ONLY_ACCOUNT });
		const { items } = await find({
			associatedAccount: byUrn('={{ $json.account }}'),
			mediaLibraryStatus: '={{ $json.status }}',
		}).of(
			{ json: { account: 987654321, status: 'any' } },
			{ json: { account: ACCOUNT, status: 'ARCHIVED' } },
			{ json: { account: ACCOUNT, status: 'ACTIVE' } },
		);
		expect(items.map(({ json, pairedItem }) => [json.urn, pairedItem])).toEqual([
			[other, { item: 0 }],
			[mine, { item: 2 }],
		]);
	});

	test.each<[string, INodeParameters, string]>([
		['0', { limit: 0 }, 'Limit is 0, not a whole number from 1'],
		['-5', { limit: -5 }, 'Limit is -5, not a whole number from 1'],
		['1.5', { limit: 1.5 }, 'Limit is 1.5, not a whole number from 1'],
		['no account', { associatedAccount: byUrn('={{ $json.none }}') }, 'Ad Account is empty'],
		[
			'a page',
			{ associatedAccount: byExpression('urn:li:organization:1') },
			'of type "organization"',
		],
		['a query', { associatedAccount: byExpression('1&q=x') }, 'is not a LinkedIn URN'],
		['a status', { mediaLibraryStatus: '(value:ACTIVE)' }, 'Library Status is "(value:ACTIVE)"'],
	])('%s is an error before any call', async (_, more, message) => {
		await find(more).failsAtOnce(message);
	});

	test.each([...Array.from(`(),':%&=?/# ü😀`), '%2F', '../1', 'x'.repeat(4096)])(
		'an account with %s in it is an error before any call',
		async (hostile) => {
			const { told } = await find({ associatedAccount: byUrn('={{ $json.account }}') })
				.of({ json: { account: `urn:li:sponsoredAccount:1${hostile}2` } })
				.failsAtOnce('has an ID that LinkedIn doesn’t use');
			expect(told.length).toBeLessThan(1000);
		},
	);

	test('of another account says which role is needed, on the error branch', async () => {
		const { failed } = await find({ associatedAccount: byUrn(ACCOUNT_OF_OTHERS) }).onError(
			'continueErrorOutput',
		);
		expect(failed.status).toBe(403);
		expect(failed.message).toContain(`Could not find the ${kind}s of ${ACCOUNT_OF_OTHERS}`);
		expect(failed.description).toContain('you need a role in that ad account');
	});

	test('without the scope says which kind of app has the right', async () => {
		await find({ associatedAccount: byList(ACCOUNT) })
			.scopes('openid', 'w_member_social')
			.fails(
				'"r_ads" or "rw_ads". Connect a credential whose LinkedIn App is "Company Pages and Ad Accounts"',
			);
	});

	test('a hiccup of LinkedIn is tried again', async () => {
		add();
		plan(`${kind}s.find`, HICCUP);
		const { items } = await find();
		expect(items).toHaveLength(1);
	});
});

test.each([2000, ...(LONG ? [50_000, 50_001] : [])])(
	'%d entries at once come with the advice to use "Limit" if they are more than 50,000',
	async (count) => {
		entries('video', { count, stepMs: 1 });
		const all = { associatedAccount: byUrn(ACCOUNT), returnAll: true };
		const { items, hints } = await resource('video')('findByAccount', all);
		expect(items).toHaveLength(count);
		expect(hints).toEqual(
			count > 50_000 ? [expect.stringContaining('set "Limit" and "Start"')] : [],
		);
	},
);

test('a library without a role says that a viewer may read it', async () => {
	entries('video', { count: 1 });
	const others = { associatedAccount: byUrn(ACCOUNT_OF_OTHERS) };
	await resource('video')('findByAccount', others).fails('creative manager or viewer');
});
