import type { INodeParameters } from 'n8n-workflow';

import { time } from '../../nodes/transport/time';
import { LONG } from '../long/sampled';
import { markers } from '../simulator';
import { PublishedTrigger, triggerNode } from './publishedTrigger';
import {
	ACCOUNT,
	ACCOUNT_OF_OTHERS,
	byList,
	byUrn,
	READ_ONLY_ACCOUNT,
	scene,
	status,
} from './scene';

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const { calls, linkedIn, plan, requests } = stage;

const ALL = ['added', 'available', 'failed', 'archived', 'reactivated'];

const publish = (parameters: INodeParameters) => new PublishedTrigger(stage, parameters);

/** Published, and its first poll is over: it remembers what was there. */
async function published(parameters: INodeParameters): Promise<PublishedTrigger> {
	const trigger = publish(parameters);
	await trigger.poll();
	return trigger;
}

type Fill = Parameters<typeof stage.entries>[1];
const add = (fill?: Fill) => stage.entries('video', fill);
const one = (fill?: Fill) => stage.entry('video', fill);
const oneImage = (fill?: Fill) => stage.entry('image', fill);

describe('a library that changes between polls', () => {
	test('the first poll remembers and tells nothing', async () => {
		add({ count: 3 });
		const trigger = publish({ events: ALL });
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('a poll that finds nothing new writes nothing', async () => {
		one();
		const trigger = await published({ mediaType: 'both', events: ALL });
		await trigger.poll();
		expect(trigger.writes).toBe(1);
		one();
		await trigger.poll();
		expect(trigger.writes).toBe(2);
	});

	test('each event comes once, with the entry', async () => {
		const trigger = publish({ events: ALL });
		const failing = one({ status: 'PROCESSING' });
		const archived = one();
		const back = one({ mediaLibraryStatus: 'ARCHIVED' });
		await trigger.poll();

		const added = one({ status: 'PROCESSING', name: 'New' });
		expect(await trigger.poll()).toEqual([
			expect.objectContaining({
				event: 'added',
				urn: added,
				status: 'PROCESSING',
				assetName: 'New',
				mediaLibraryStatus: 'ACTIVE',
			}),
		]);
		linkedIn.finishProcessing(added, 'AVAILABLE');
		linkedIn.finishProcessing(failing, { failure: 'bad codec' });
		linkedIn.setLibraryStatus(archived, 'ARCHIVED');
		linkedIn.setLibraryStatus(back, 'ACTIVE');
		const items = await trigger.poll();
		expect(items.map(({ event, urn }) => [event, urn]).sort()).toEqual(
			[
				['available', added],
				['failed', failing],
				['archived', archived],
				['reactivated', back],
			].sort(),
		);
		expect(items.find(({ event }) => event === 'failed')).toMatchObject({
			processingFailureReason: 'bad codec',
		});
		expect(await trigger.poll()).toEqual([]);
	});

	test('only the events that were chosen come', async () => {
		const trigger = publish({ events: ['failed'] });
		const entry = one({ status: 'PROCESSING' });
		await trigger.poll();
		one();
		linkedIn.setLibraryStatus(entry, 'ARCHIVED');
		expect(await trigger.told()).toEqual([]);
		linkedIn.finishProcessing(entry, { failure: 'bad' });
		expect(await trigger.told()).toEqual([`failed ${entry}`]);
	});

	test('a vanished entry is no event', async () => {
		const trigger = publish({ events: ALL });
		const pending = one({ status: 'PROCESSING', mediaLibraryStatus: 'ARCHIVED' });
		await trigger.poll();
		linkedIn.removeAsset(pending);
		expect(await trigger.told()).toEqual([]);
	});

	test('a renamed entry is no new one', async () => {
		const trigger = publish({ events: ['added', 'available'] });
		const entries = add({ count: 120 });
		await trigger.poll();
		linkedIn.changeLibraryEntry(entries[0] ?? '', { assetName: 'Another name' });
		expect(await trigger.told()).toEqual([]);
	});

	test.each([
		['image', { mediaType: 'image' }, ['image']],
		['both', { mediaType: 'both' }, ['image', 'video']],
	])('media: %s', async (_, parameters, kinds) => {
		const trigger = await published({ ...parameters, events: ['added', 'archived'] });
		const added = { video: one(), image: oneImage() };
		const expected = Object.entries(added)
			.filter(([kind]) => kinds.includes(kind))
			.map(([, urn]) => urn);
		expect(await trigger.told()).toEqual(expected.map((urn) => `added ${urn}`).sort());
		for (const urn of expected) linkedIn.setLibraryStatus(urn, 'ARCHIVED');
		expect(await trigger.told()).toEqual(expected.map((urn) => `archived ${urn}`).sort());
	});

	test('where LinkedIn takes the filter in the other form only', async () => {
		linkedIn.configure({ readings: { libraryFilter: 'other' } });
		const trigger = await published({ mediaType: 'both', events: ['archived'] });
		const entry = oneImage({ mediaLibraryStatus: 'ARCHIVED' });
		expect(await trigger.told()).toEqual([`archived ${entry}`]);
	});

	test('where batch get is refused', async () => {
		linkedIn.configure({ readings: { batchGet: 'refused' } });
		const trigger = publish({ events: ['available', 'reactivated'] });
		const pending = one({ status: 'PROCESSING' });
		const archived = one({ mediaLibraryStatus: 'ARCHIVED' });
		add({ count: 150 });
		await trigger.poll();
		linkedIn.setLibraryStatus(archived, 'ACTIVE');
		linkedIn.finishProcessing(pending, 'AVAILABLE');
		expect(await trigger.told()).toEqual([`available ${pending}`, `reactivated ${archived}`]);
	});
});

describe('uploads that nobody finishes', () => {
	afterEach(() => jest.restoreAllMocks());

	const minutes = (first: number, last: number): number[] =>
		Array.from({ length: last - first + 1 }, (_, index) => first + index);

	/** The calls of each poll, the first one apart, at these minutes after it. */
	async function costs(trigger: PublishedTrigger, at: readonly number[]): Promise<number[]> {
		const start = time.now();
		const counts: number[] = [];
		await trigger.poll();
		for (const minute of at) {
			jest.spyOn(time, 'now').mockReturnValue(start + minute * 60_000);
			const before = calls().length;
			await trigger.poll();
			counts.push(calls().length - before);
		}
		return counts;
	}

	test('cost less when they are older than an hour', async () => {
		add({ count: 300, status: 'WAITING_UPLOAD', ageMs: 86_400_000 });
		add({ count: 150 });
		const within = LONG ? minutes(1, 60) : [1, 2, 30, 59, 60];
		const counts = await costs(publish({}), [...within, ...minutes(61, 70)]);
		expect(counts.slice(0, within.length)).toEqual(within.map(() => 4));
		// Each tenth poll, and once in the clock's hour.
		const slow = counts.slice(within.length + 1).filter((count) => count > 1);
		expect(slow.length).toBeLessThanOrEqual(2);
	});

	test('cost five single reads a poll at most, where batch get is refused; it is not asked again', async () => {
		linkedIn.configure({ readings: { batchGet: 'refused' } });
		add({ count: 30, status: 'WAITING_UPLOAD', ageMs: 86_400_000 });
		stage.entries('image', { count: 30, status: 'WAITING_UPLOAD', ageMs: 86_400_000 });
		add({ count: 150 });
		stage.entries('image', { count: 150 });
		const counts = await costs(publish({ mediaType: 'both' }), minutes(1, 3));
		// Two lists, five entries; at first two batches more.
		expect(counts).toEqual([9, 7, 7]);
	});
});

describe('many changes', () => {
	test('1,500 at once come all, once, in three calls', async () => {
		add({ count: 200, ageMs: 3_600_000 });
		const trigger = await published({ events: ['added', 'available'] });
		const added = add({ count: 1500, stepMs: 1 });
		const before = calls().length;
		expect(await trigger.told()).toEqual(
			added.flatMap((urn) => [`added ${urn}`, `available ${urn}`]).sort(),
		);
		expect(calls()).toHaveLength(before + 3);
		expect(await trigger.told()).toEqual([]);
	});

	test('1,500 archived at once, and back', async () => {
		const entries = add({ count: 1500, stepMs: 1 });
		const trigger = await published({ events: ['archived', 'reactivated'] });
		for (const urn of entries) linkedIn.setLibraryStatus(urn, 'ARCHIVED');
		expect(await trigger.told()).toHaveLength(1500);
		expect(await trigger.told()).toEqual([]);
		for (const urn of entries) linkedIn.setLibraryStatus(urn, 'ACTIVE');
		expect(await trigger.told()).toEqual(entries.map((urn) => `reactivated ${urn}`).sort());
	});

	test('what n8n’s time for a poll does not suffice for comes with the next one', async () => {
		add({ count: 30, ageMs: 3_600_000 });
		const trigger = await published({ events: ['added'] });
		const added = add({ count: 250, stepMs: 1 });
		// No time at all: the first page is read nevertheless.
		const first = await trigger.told(0);
		expect(first).toHaveLength(100);
		const second = await trigger.told(60_000);
		expect([...first, ...second].sort()).toEqual(added.map((urn) => `added ${urn}`).sort());
		expect(await trigger.told(0)).toEqual([]);
	});

	test('of 10,000 entries it remembers 80 KB for new ones', async () => {
		add({ count: 10_000, stepMs: 1 });
		const trigger = await published({ events: ['added'] });
		expect(requests('videos.find')).toHaveLength(10);
		expect(trigger.size).toBeLessThan(85_000);
	});
});

describe('a restart of n8n', () => {
	test('loses and doubles nothing', async () => {
		const trigger = await published({ events: ALL });
		const pending = one({ status: 'PROCESSING' });
		expect(await trigger.told()).toEqual([`added ${pending}`]);
		trigger.restart();
		expect(await trigger.told()).toEqual([]);
		linkedIn.finishProcessing(pending, 'AVAILABLE');
		trigger.restart();
		expect(await trigger.told()).toEqual([`available ${pending}`]);
		trigger.restart();
		expect(await trigger.told()).toEqual([]);
	});

	test('after polls that told nothing and so were not kept', async () => {
		const trigger = await published({ events: ['available', 'archived'] });
		const pending = one({ status: 'PROCESSING' });
		// Remembered by the process alone.
		expect(await trigger.told()).toEqual([]);
		trigger.restart();
		linkedIn.finishProcessing(pending, 'AVAILABLE');
		linkedIn.setLibraryStatus(pending, 'ARCHIVED');
		expect(await trigger.told()).toEqual([`archived ${pending}`, `available ${pending}`]);
	});

	test('right after the trigger was published', async () => {
		add({ count: 2 });
		const trigger = await published({ events: ['added'] });
		trigger.restart();
		const added = one();
		expect(await trigger.told()).toEqual([`added ${added}`]);
	});
});

test('a retired API version heals itself', async () => {
	linkedIn.configure({ activeVersions: ['202610'] });
	const trigger = await published({ events: ['added'] });
	const entry = one();
	expect(await trigger.told()).toEqual([`added ${entry}`]);
});

describe('a poll that fails', () => {
	test('leaves everything to the next one', async () => {
		const trigger = await published({ mediaType: 'both', events: ['added'] });
		const video = one();
		plan('images.find', 403);
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '403' });
		const image = oneImage();
		expect(await trigger.told()).toEqual([`added ${image}`, `added ${video}`].sort());
	});

	test('does not wait for long', async () => {
		const trigger = publish({});
		plan('videos.find', status(429, { retryAfter: 60 }));
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '429' });
		expect(requests('videos.find')).toHaveLength(1);
	});

	test('for lack of a role says so, and shows no secret', async () => {
		const trigger = publish({ associatedAccount: byUrn(ACCOUNT_OF_OTHERS) });
		const error = await trigger.poll().catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: expect.stringContaining(
				`Could not find the videos of ${ACCOUNT_OF_OTHERS}`,
			) as string,
			description: expect.stringContaining('you need a role in that ad account') as string,
		});
		expect(JSON.stringify(error)).not.toContain(markers.accessToken);
	});
});

describe('the form', () => {
	test.each([
		['an account from the list', byList(ACCOUNT)],
		['a bare number', byUrn('123456789')],
	])('takes %s', async (_, associatedAccount) => {
		const trigger = await published({ events: ['added'], associatedAccount });
		const entry = one();
		expect(await trigger.told()).toEqual([`added ${entry}`]);
	});

	test.each([
		['no account', { associatedAccount: byUrn('') }, 'Ad Account is empty'],
		['a page', { associatedAccount: byUrn('urn:li:organization:1') }, 'of type "organization"'],
		['no event', { events: [] }, 'Events is empty'],
		['an unknown medium', { mediaType: 'song' }, 'Media is "song"'],
	])('with %s is an error before any call', async (_, parameters, message) => {
		const trigger = publish(parameters);
		await expect(trigger.poll()).rejects.toThrow(message);
		expect(linkedIn.journal).toHaveLength(0);
	});

	test('with another account begins anew', async () => {
		const other = READ_ONLY_ACCOUNT;
		one({ account: other });
		const trigger = await published({ events: ['added'] });
		trigger.parameters = { ...trigger.parameters, associatedAccount: byUrn(other) };
		expect(await trigger.told()).toEqual([]);
		const entry = one({ account: other });
		expect(await trigger.told()).toEqual([`added ${entry}`]);
	});

	test('with a further event goes on with the others', async () => {
		const trigger = await published({ events: ['added'] });
		const entry = one();
		trigger.parameters = { ...trigger.parameters, events: ['added', 'archived'] };
		expect(await trigger.told()).toEqual([`added ${entry}`]);
		linkedIn.setLibraryStatus(entry, 'ARCHIVED');
		expect(await trigger.told()).toEqual([`archived ${entry}`]);
	});
});

describe('simplify', () => {
	const KEYS = ['event', 'urn', 'owner', 'status', 'assetName', 'mediaLibraryStatus'];

	test('is on by default, with the node’s fields', async () => {
		const trigger = await published({ events: ['added'] });
		const urn = one({ name: 'New', status: 'PROCESSING' });
		const [item] = await trigger.poll();
		expect(Object.keys(item ?? {}).sort()).toEqual([...KEYS].sort());
		const { json } = await stage.video('get', { urn, associatedAccount: byUrn(ACCOUNT) });
		expect(item).toEqual({ event: 'added', ...json });
	});

	test('off: LinkedIn’s own entity, as the node gives it', async () => {
		const trigger = await published({ events: ['added'], simplify: false });
		const urn = one({ name: 'New', status: 'PROCESSING' });
		const [item] = await trigger.poll();
		expect(item).toMatchObject({ id: urn, mediaLibraryMetadata: { assetName: 'New' } });
		const raw = { urn, associatedAccount: byUrn(ACCOUNT), simplify: false };
		const { json } = await stage.video('get', raw);
		expect(item).toEqual({ event: 'added', ...json });
	});

	test('counts for a test in the editor too', async () => {
		const urn = one();
		expect(await publish({ simplify: false }).test()).toMatchObject([{ urn, id: urn }]);
		expect((await publish({}).test())[0]).not.toHaveProperty('id');
	});
});

describe('a test in the editor', () => {
	test('shows the newest entry, and remembers nothing', async () => {
		one();
		const newest = one({ name: 'Newest' });
		const trigger = publish({});
		const [item, ...others] = await trigger.test();
		expect(item).toMatchObject({ event: 'available', urn: newest, status: 'AVAILABLE' });
		expect(others).toEqual([]);
		expect(requests('videos.find')).toHaveLength(1);
	});

	const FAILED = { status: 'PROCESSING_FAILED', failure: 'bad' } as const;
	const ARCHIVED = { mediaLibraryStatus: 'ARCHIVED' } as const;

	test.each([
		['available', ['available'], {}, { status: 'AVAILABLE' }],
		['failed', ['failed'], FAILED, { status: 'PROCESSING_FAILED', processingFailureReason: 'bad' }],
		['failed', ['failed', 'available'], FAILED, { status: 'PROCESSING_FAILED' }],
		['archived', ['archived'], ARCHIVED, ARCHIVED],
		['reactivated', ['archived', 'reactivated'], {}, { mediaLibraryStatus: 'ACTIVE' }],
	])('shows an entry that the event fits: %s of %j', async (event, events, fill, shows) => {
		const fits = one(fill);
		// A newer one, which none of these fits.
		if (!events.includes('archived')) one({ status: 'PROCESSING', ...ARCHIVED });
		const [item] = await publish({ events }).test();
		expect(item).toMatchObject({ event, urn: fits, ...shows });
	});

	test('any entry was added once', async () => {
		const urn = one({ status: 'PROCESSING' });
		const trigger = publish({ events: ['added', 'archived'] });
		expect(await trigger.test()).toMatchObject([{ event: 'added', urn, status: 'PROCESSING' }]);
	});

	test.each(['available', 'failed', 'archived'])(
		'where no entry fits says so, and invents none: %s',
		async (event) => {
			add({ count: 150, status: 'PROCESSING' });
			await expect(publish({ events: [event] }).test()).rejects.toThrow(
				`No entry in the media library of ${ACCOUNT} fits the events`,
			);
		},
	);

	test('of both media shows an image where there is no video', async () => {
		const image = oneImage();
		const trigger = publish({ mediaType: 'both' });
		expect(await trigger.test()).toEqual([expect.objectContaining({ urn: image })]);
	});

	test('of an empty library says so', async () => {
		const trigger = publish({});
		await expect(trigger.test()).rejects.toThrow('No entry in the media library');
	});
});

test('of two polls at the same time one counts', async () => {
	const trigger = await published({ events: ['added'] });
	const entry = one();
	const both = await Promise.all([trigger.told(), trigger.told()]);
	expect(both.flat()).toEqual([`added ${entry}`]);
	expect(await trigger.told()).toEqual([]);
});
