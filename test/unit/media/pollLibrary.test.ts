import { VIDEOS } from '../../../linkedin/media/collections';
import type { LibraryEventName } from '../../../linkedin/media/events';
import {
	MAX_ARCHIVED,
	MAX_KNOWN,
	readMemory,
	type LibraryMemory,
} from '../../../linkedin/media/memory';
import { pollLibrary } from '../../../linkedin/media/pollLibrary';
import { Problem } from '../../../linkedin/problem';
import { ACCOUNT, failureOf } from '../api/support';
import { FakeLibrary } from './fakeLibrary';

/** A trigger for these events, and what each of its polls tells and costs. */
function triggerFor(events: readonly LibraryEventName[], entries = 0, status = 'AVAILABLE') {
	const library = new FakeLibrary();
	for (let index = 0; index < entries; index += 1) library.add(status);
	const state = { memory: {} as LibraryMemory };
	const poll = async (budgetMs = 60_000): Promise<string[]> => {
		library.requests = [];
		const polled = await pollLibrary(
			library.client,
			VIDEOS,
			{ account: ACCOUNT, events: new Set(events), deadline: library.now + budgetMs },
			state.memory,
		);
		state.memory = polled.memory;
		return polled.events.map(({ event, entity }) => `${event} ${entity.urn.slice(13)}`);
	};
	return { library, state, poll };
}

const size = (memory: LibraryMemory): number => JSON.stringify(memory).length;

describe('what a poll costs', () => {
	test('added: the whole library once, then one call', async () => {
		const { library, poll } = triggerFor(['added'], 2500);
		expect(await poll()).toEqual([]);
		expect(library.requests).toEqual(['find', 'find', 'find']);
		expect(await poll()).toEqual([]);
		expect(library.requests).toEqual(['find']);
		const { id } = library.add();
		expect(await poll()).toEqual([`added ${id}`]);
		expect(library.requests).toEqual(['find']);
	});

	test('available, failed: one call, and one more per hundred pending entries below', async () => {
		const { library, poll } = triggerFor(['available', 'failed'], 150, 'PROCESSING');
		for (let index = 0; index < 300; index += 1) library.add('AVAILABLE');
		await poll();
		expect(await poll()).toEqual([]);
		expect(library.requests).toEqual(['find', 'batchGet', 'batchGet']);
		const [first, second] = library.entries.slice(-2);
		if (!first || !second) throw new Error('no entries');
		first.status = 'AVAILABLE';
		second.status = 'PROCESSING_FAILED';
		expect((await poll()).sort()).toEqual([`available ${first.id}`, `failed ${second.id}`]);
	});

	test('available: nothing pending costs one call', async () => {
		const { library, poll } = triggerFor(['available'], 10);
		await poll();
		await poll();
		expect(library.requests).toEqual(['find']);
	});

	test('archived: the archived entries alone, 1,000 a call', async () => {
		const { library, poll } = triggerFor(['archived'], 2000);
		for (const entry of library.entries.slice(0, 1500)) entry.library = 'ARCHIVED';
		await poll();
		const [last] = library.entries.slice(-1);
		if (!last) throw new Error('no entries');
		last.library = 'ARCHIVED';
		expect(await poll()).toEqual([`archived ${last.id}`]);
		expect(library.requests).toEqual(['find ARCHIVED', 'find ARCHIVED']);
	});

	test('reactivated: one call more to look at those that left', async () => {
		const { library, poll } = triggerFor(['reactivated'], 10);
		for (const entry of library.entries) entry.library = 'ARCHIVED';
		await poll();
		const [entry] = library.entries;
		if (!entry) throw new Error('no entries');
		entry.library = 'ACTIVE';
		expect(await poll()).toEqual([`reactivated ${entry.id}`]);
		expect(library.requests).toEqual(['find ARCHIVED', 'batchGet']);
	});
});

describe('what is remembered', () => {
	test.each<[LibraryEventName[], Array<keyof LibraryMemory>]>([
		[['added'], ['known', 'newest']],
		[['available'], ['known', 'newest', 'pending']],
		[['failed'], ['known', 'newest', 'pending']],
		[['archived'], ['archived']],
		[['reactivated'], ['archived']],
		[
			['added', 'archived'],
			['known', 'newest', 'archived'],
		],
	])('for %j is %j', async (events, parts) => {
		const { state, poll } = triggerFor(events, 3);
		await poll();
		expect(Object.keys(JSON.parse(JSON.stringify(state.memory)) as object).sort()).toEqual(
			parts.sort(),
		);
	});

	test('of 10,000 entries is 80 KB for what is new, and next to nothing for archived ones', async () => {
		const added = triggerFor(['added'], 10_000);
		await added.poll();
		expect(size(added.state.memory)).toBeLessThan(83_000);
		const archived = triggerFor(['archived', 'reactivated'], 10_000);
		await archived.poll();
		expect(size(archived.state.memory)).toBeLessThan(20);
	});

	test(`is at most ${MAX_KNOWN} entries`, async () => {
		const { library, state, poll } = triggerFor(['added'], MAX_KNOWN + 1500);
		await poll();
		expect(library.requests).toHaveLength(20);
		const before = size(state.memory);
		library.add();
		expect(await poll()).toHaveLength(1);
		expect(size(state.memory)).toBe(before);
	});

	test('of an upload that nobody finished is dropped when a thousand newer ones wait', async () => {
		const { state, poll } = triggerFor(['available'], 1200, 'WAITING_UPLOAD');
		await poll();
		expect(state.memory.pending?.split(',')).toHaveLength(1000);
	});

	test('survives JSON', async () => {
		const { library, state, poll } = triggerFor(
			['added', 'available', 'archived'],
			5,
			'PROCESSING',
		);
		await poll();
		state.memory = readMemory(JSON.parse(JSON.stringify(state.memory))) ?? {};
		const [entry] = library.entries;
		if (!entry) throw new Error('no entries');
		entry.status = 'AVAILABLE';
		expect(await poll()).toEqual([`available ${entry.id}`]);
	});

	test.each([undefined, null, 'x', 1, []])('%j is no memory', (value) => {
		expect(readMemory(value)).toBeUndefined();
	});

	test('in another form is not remembered', () => {
		expect(readMemory({ known: 1, pending: ['a'] })).toEqual({});
	});
});

describe('the first poll', () => {
	test('tells nothing, whatever is there', async () => {
		const all = ['added', 'available', 'failed', 'archived', 'reactivated'] as const;
		const { library, poll } = triggerFor(all, 5);
		library.add('PROCESSING');
		const [entry] = library.entries;
		if (entry) entry.library = 'ARCHIVED';
		expect(await poll()).toEqual([]);
	});

	test('for a further event remembers what that needs, and goes on with the others', async () => {
		const { library, state, poll } = triggerFor(['added'], 5);
		await poll();
		const before = state.memory;
		const both = triggerFor(['added', 'archived']);
		both.state.memory = before;
		both.library.entries = library.entries;
		for (const entry of library.entries) entry.library = 'ARCHIVED';
		both.library.entries.unshift({
			id: 'NEW',
			status: 'AVAILABLE',
			assetName: 'n',
			library: 'ACTIVE',
		});
		expect(await both.poll()).toEqual(['added NEW']);
		const [entry] = both.library.entries;
		if (entry) entry.library = 'ARCHIVED';
		expect(await both.poll()).toEqual(['archived NEW']);
	});

	test('of a library that takes longer than the time there is begins again', async () => {
		const { library, state, poll } = triggerFor(['added'], 3000);
		library.pace = 1000;
		const error = await failureOf(Problem, () => poll(1500));
		expect(error.message).toContain('took longer than n8n allows for a poll');
		expect(state.memory).toEqual({});
	});

	test('of too many archived entries says so', async () => {
		const { library, poll } = triggerFor(['archived'], MAX_ARCHIVED + 1);
		for (const entry of library.entries) entry.library = 'ARCHIVED';
		const error = await failureOf(Problem, poll);
		expect(error.message).toContain(`more than ${MAX_ARCHIVED} archived videos`);
		expect(error.description).toContain('Remove the events');
	});
});

describe('many changes at once', () => {
	test('1,500 added entries come all, oldest first, in three calls', async () => {
		const { library, poll } = triggerFor(['added', 'available'], 300);
		await poll();
		const added = Array.from({ length: 1500 }, () => library.add('AVAILABLE').id);
		const told = await poll();
		expect(told).toEqual(added.flatMap((id) => [`added ${id}`, `available ${id}`]));
		expect(library.requests).toEqual(['find', 'find', 'find']);
		expect(await poll()).toEqual([]);
	});

	test('what the time does not suffice for comes with the next polls', async () => {
		const { library, poll } = triggerFor(['added'], 300);
		await poll();
		const added = Array.from({ length: 2500 }, () => library.add('AVAILABLE').id);
		library.pace = 1000;
		const first = await poll(1500);
		expect(first).toHaveLength(1100);
		const second = await poll();
		expect([...second, ...first]).toEqual(added.map((id) => `added ${id}`));
		expect(await poll()).toEqual([]);
	});

	test('pending entries that the time does not suffice for are asked for the next time', async () => {
		const { library, poll } = triggerFor(['available'], 1, 'PROCESSING');
		const [pending] = library.entries;
		for (let index = 0; index < 200; index += 1) library.add('AVAILABLE');
		await poll();
		if (pending) pending.status = 'AVAILABLE';
		library.pace = 1000;
		expect(await poll(500)).toEqual([]);
		expect(library.requests).toEqual(['find']);
		expect(await poll()).toEqual([`available ${pending?.id ?? ''}`]);
	});

	test('archived entries that were not reached are neither lost nor taken for reactivated', async () => {
		const { library, poll } = triggerFor(['archived', 'reactivated'], 2500);
		for (const entry of library.entries) entry.library = 'ARCHIVED';
		await poll();
		const last = library.entries.at(-1);
		const { id } = library.add('AVAILABLE');
		if (library.entries[0]) library.entries[0].library = 'ARCHIVED';
		if (last) last.library = 'ACTIVE';
		library.pace = 1000;
		expect(await poll(500)).toEqual([`archived ${id}`]);
		expect(await poll()).toEqual([`reactivated ${last?.id ?? ''}`]);
	});
});

test('an old entry that was renamed is not new', async () => {
	const { library, poll } = triggerFor(['added', 'available'], 1000);
	await poll();
	const old = library.entries.at(-1);
	if (old) library.rename(old);
	expect(await poll()).toEqual([]);
});

test('an entry that is gone is forgotten, and asked for no more', async () => {
	const { library, poll } = triggerFor(['available', 'reactivated'], 3, 'PROCESSING');
	for (const entry of library.entries) entry.library = 'ARCHIVED';
	await poll();
	library.entries = [];
	expect(await poll()).toEqual([]);
	expect(library.requests).toEqual(['find', 'batchGet', 'find ARCHIVED', 'batchGet']);
	expect(await poll()).toEqual([]);
	expect(library.requests).toEqual(['find', 'find ARCHIVED']);
});

test('a poll that fails leaves everything to the next one', async () => {
	const { library, poll } = triggerFor(['added'], 3);
	await poll();
	const { id } = library.add();
	library.beforeAnswer = () => {
		throw new Problem('no network');
	};
	await failureOf(Problem, poll);
	library.beforeAnswer = () => undefined;
	expect(await poll()).toEqual([`added ${id}`]);
});
