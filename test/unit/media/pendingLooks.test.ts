import { readFileSync } from 'fs';
import { join } from 'path';

import { VIDEOS } from '../../../linkedin/media/collections';
import type { LibraryMemory } from '../../../linkedin/media/memory';
import { pollLibrary } from '../../../linkedin/media/pollLibrary';
import { LONG } from '../../long/sampled';
import { ACCOUNT } from '../api/support';
import { FakeLibrary } from './fakeLibrary';
import {
	callsOfDay,
	DAY,
	HOUR,
	MINUTE,
	POLL_DAYS,
	POLL_INTERVALS,
	pollTable,
	sum,
	WatchedLibrary,
} from './watchedLibrary';

describe('300 uploads that nobody finished, polled each minute', () => {
	test('are looked for each minute for an hour, then each tenth, after a day hourly', async () => {
		const watched = new WatchedLibrary();
		await watched.poll(0);
		expect(await watched.costs(60, MINUTE)).toEqual(Array(60).fill(4));
		const next = await watched.costs(60, MINUTE);
		expect(next.filter((cost) => cost === 4).length).toBeLessThanOrEqual(7);
		expect(next.filter((cost) => cost === 4).length).toBeGreaterThanOrEqual(6);
		watched.library.now += DAY;
		await watched.poll(MINUTE);
		expect(sum(await watched.costs(60, MINUTE))).toBe(60 + 3);
	});

	test('are forgotten after 30 days, and cost nothing then', async () => {
		const watched = new WatchedLibrary();
		await watched.poll(0);
		await watched.poll(30 * DAY);
		expect(watched.calls).toHaveLength(4);
		await watched.poll(HOUR);
		await watched.poll(HOUR);
		expect(watched.calls).toEqual(['find']);
		expect(watched.memory.pending).toBe('');
	});

	test('one that is finished after a week is told within the hour', async () => {
		const watched = new WatchedLibrary();
		await watched.poll(0);
		await watched.poll(7 * DAY);
		const [late] = watched.abandoned;
		if (!late) throw new Error('no entry');
		late.status = 'AVAILABLE';
		const told: string[] = [];
		for (let minute = 0; minute < 60; minute += 1) told.push(...(await watched.poll(MINUTE)));
		expect(told).toEqual([`available ${late.id}`]);
	});

	test('one whose file has arrived is looked for at each poll again', async () => {
		const watched = new WatchedLibrary(1);
		await watched.poll(0);
		const [late] = watched.abandoned;
		if (!late) throw new Error('no entry');
		await watched.poll(7 * DAY);
		late.status = 'PROCESSING';
		await watched.poll(HOUR);
		expect(await watched.costs(5, MINUTE)).toEqual([2, 2, 2, 2, 2]);
		late.status = 'AVAILABLE';
		expect(await watched.poll(MINUTE)).toEqual([`available ${late.id}`]);
	});

	test('keep the memory small', async () => {
		const watched = new WatchedLibrary(1000);
		await watched.poll(0);
		expect(JSON.stringify(watched.memory).length).toBeLessThan(45_000);
	});
});

test('a poll each hour looks for them each time', async () => {
	const watched = new WatchedLibrary();
	await watched.poll(0);
	expect(await watched.costs(30, HOUR)).toEqual(Array(30).fill(4));
});

describe('where batch get is refused', () => {
	test('it is asked for once a day, and at most five are read at each poll', async () => {
		const watched = new WatchedLibrary();
		watched.library.refusesBatchGet = true;
		await watched.poll(0);
		await watched.poll(MINUTE);
		expect(watched.calls).toEqual(['find', 'batchGet', ...Array<string>(5).fill('get')]);
		expect(await watched.costs(30, MINUTE)).toEqual(Array(30).fill(6));
		watched.library.refusesBatchGet = false;
		watched.library.now += DAY;
		await watched.poll(MINUTE);
		expect(watched.calls).toEqual(['find', ...Array<string>(3).fill('batchGet')]);
	});

	test('all have their turn', async () => {
		const watched = new WatchedLibrary(23);
		watched.library.refusesBatchGet = true;
		await watched.poll(0);
		for (const entry of watched.abandoned) entry.status = 'AVAILABLE';
		const told: string[] = [];
		for (let poll = 0; poll < 5; poll += 1) told.push(...(await watched.poll(MINUTE)));
		expect(told.sort()).toEqual(watched.abandoned.map(({ id }) => `available ${id}`).sort());
	});

	test('of those that left the archive too, none is lost', async () => {
		const library = new FakeLibrary();
		const entries = Array.from({ length: 12 }, () => library.add('AVAILABLE'));
		library.refusesBatchGet = true;
		for (const entry of entries) entry.library = 'ARCHIVED';
		let memory: LibraryMemory = {};
		const told: string[] = [];
		for (let poll = 0; poll < 5; poll += 1) {
			library.requests = [];
			const events = new Set(['reactivated'] as const);
			const watch = { account: ACCOUNT, events, deadline: library.now + MINUTE };
			const polled = await pollLibrary(library.client, VIDEOS, watch, memory);
			({ memory } = polled);
			told.push(...polled.events.map(({ entity }) => entity.urn.slice(13)));
			expect(library.requests.filter((name) => name === 'get').length).toBeLessThanOrEqual(5);
			for (const entry of entries) entry.library = 'ACTIVE';
		}
		expect(told.sort()).toEqual(entries.map(({ id }) => id).sort());
	});
});

describe('the calls of a day are those of docs/trigger.md', () => {
	const rows = pollTable(readFileSync(join(__dirname, '../../../docs/trigger.md'), 'utf8'));

	test('for each interval', () => {
		expect(rows.map(([name]) => name)).toEqual([...POLL_INTERVALS.keys()]);
	});

	// A day of minutes takes ten seconds, and differs from the others by the interval alone.
	test.each(rows.filter(([name]) => LONG || name !== 'Every Minute'))('%s', async (name, told) => {
		const calls: number[] = [];
		for (const [, day] of POLL_DAYS) {
			calls.push(await callsOfDay(day, POLL_INTERVALS.get(name) ?? DAY));
		}
		expect(calls).toEqual(told);
	});
});
