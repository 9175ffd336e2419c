import { readFileSync } from 'fs';
import { join } from 'path';

import { VIDEOS } from '../../../linkedin/media/collections';
import { readMemory, type LibraryMemory } from '../../../linkedin/media/memory';
import { pollLibrary } from '../../../linkedin/media/pollLibrary';
import { LONG } from '../../long/sampled';
import { ACCOUNT } from '../api/support';
import { FakeLibrary, type FakeEntry } from './fakeLibrary';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Small, so that a day of polls is read soon. */
const SIZES = { firstPage: 10, page: 1000, run: 5 };

/** A trigger that polls at equal intervals, of a library with uploads that nobody finished at its end. */
class Watched {
	readonly library = new FakeLibrary();
	readonly abandoned: FakeEntry[];
	/** Of the last poll. */
	calls: readonly string[] = [];
	memory: LibraryMemory = {};

	constructor(abandoned = 300) {
		this.abandoned = Array.from({ length: abandoned }, () => this.library.add('WAITING_UPLOAD'));
		for (let index = 0; index < 20; index += 1) this.library.add('AVAILABLE');
	}

	async poll(afterMs: number): Promise<string[]> {
		this.library.now += afterMs;
		this.library.requests = [];
		const deadline = this.library.now + MINUTE;
		const events = new Set(['available'] as const);
		const watch = { account: ACCOUNT, events, deadline, sizes: SIZES };
		const polled = await pollLibrary(this.library.client, VIDEOS, watch, this.memory);
		this.memory = readMemory(JSON.parse(JSON.stringify(polled.memory))) ?? {};
		this.calls = this.library.requests;
		return polled.events.map(({ event, entity }) => `${event} ${entity.urn.slice(13)}`);
	}

	/** What each of so many polls costs. */
	async costs(polls: number, afterMs: number): Promise<number[]> {
		const costs: number[] = [];
		for (let count = 0; count < polls; count += 1) {
			await this.poll(afterMs);
			costs.push(this.calls.length);
		}
		return costs;
	}
}

const sum = (costs: readonly number[]): number => costs.reduce((all, cost) => all + cost, 0);

describe('300 uploads that nobody finished, polled each minute', () => {
	test('are looked for each minute for an hour, then each tenth, after a day hourly', async () => {
		const watched = new Watched();
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
		const watched = new Watched();
		await watched.poll(0);
		await watched.poll(30 * DAY);
		expect(watched.calls).toHaveLength(4);
		await watched.poll(HOUR);
		await watched.poll(HOUR);
		expect(watched.calls).toEqual(['find']);
		expect(watched.memory.pending).toBe('');
	});

	test('one that is finished after a week is told within the hour', async () => {
		const watched = new Watched();
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
		const watched = new Watched(1);
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
		const watched = new Watched(1000);
		await watched.poll(0);
		expect(JSON.stringify(watched.memory).length).toBeLessThan(45_000);
	});
});

test('a poll each hour looks for them each time', async () => {
	const watched = new Watched();
	await watched.poll(0);
	expect(await watched.costs(30, HOUR)).toEqual(Array(30).fill(4));
});

describe('where batch get is refused', () => {
	test('it is asked for once a day, and at most five are read at each poll', async () => {
		const watched = new Watched();
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
		const watched = new Watched(23);
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

/** `| each minute | 1,512 |` of the table in docs/trigger.md, without the commas. */
const ROW =
	/^\| (each minute|each 15 minutes|each hour) \| ([0-9,]+) \| ([0-9,]+) \| ([0-9,]+) \| ([0-9,]+) \|$/gm;
const INTERVALS: Readonly<Record<string, number>> = {
	'each minute': MINUTE,
	'each 15 minutes': 15 * MINUTE,
	'each hour': HOUR,
};

describe('the calls of a day are those of docs/trigger.md', () => {
	const docs = readFileSync(join(__dirname, '../../../docs/trigger.md'), 'utf8');
	const rows = [...docs.matchAll(ROW)].map(([, name = '', ...cells]): [string, number[]] => [
		name,
		cells.map((cell) => Number(cell.replace(/,/g, ''))),
	]);

	test('for each interval', () => {
		expect(rows.map(([name]) => name)).toEqual(Object.keys(INTERVALS));
	});

	// A day of minutes takes ten seconds, and differs from the others by the interval alone.
	test.each(rows.filter(([name]) => LONG || name !== 'each minute'))('%s', async (name, told) => {
		const interval = INTERVALS[name] ?? DAY;
		const day = async (abandoned: number, refusesBatchGet: boolean, days: number) => {
			const watched = new Watched(abandoned);
			watched.library.refusesBatchGet = refusesBatchGet;
			// From midnight on.
			watched.library.now = Math.ceil(watched.library.now / DAY) * DAY;
			await watched.poll(0);
			if (days > 0) await watched.poll(days * DAY - interval);
			return sum(await watched.costs(DAY / interval, interval));
		};
		expect([
			await day(0, false, 1),
			await day(300, false, 0),
			await day(300, false, 2),
			await day(300, true, 2),
		]).toEqual(told);
	});
});
