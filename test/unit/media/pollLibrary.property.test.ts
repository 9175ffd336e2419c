import fc from 'fast-check';

import { VIDEOS } from '../../../linkedin/media/collections';
import { LIBRARY_EVENTS, type LibraryEventName } from '../../../linkedin/media/events';
import { readMemory, type LibraryMemory } from '../../../linkedin/media/memory';
import { pollLibrary } from '../../../linkedin/media/pollLibrary';
import { often } from '../../long/sampled';
import { ACCOUNT } from '../api/support';
import { FakeLibrary, type FakeEntry } from './fakeLibrary';

/** Small, so that a few dozen entries are many pages. */
const SIZES = { firstPage: 3, page: 4, run: 2 };

/** What an entry looked like when the trigger last kept its memory. */
type Snapshot = ReadonlyMap<FakeEntry, { readonly ended: boolean; readonly archived: boolean }>;

/** A library, a trigger that polls it, and n8n's way of keeping the trigger's memory. */
class World {
	readonly library = new FakeLibrary();
	readonly told: string[] = [];
	private memory: LibraryMemory = {};
	private snapshot: Snapshot | undefined;
	/** n8n stores what a poll remembers when it starts the workflow, not when it returns nothing. */
	private stored: { memory: string; snapshot: Snapshot | undefined } | undefined;

	constructor(private readonly events: ReadonlySet<LibraryEventName>) {}

	async poll(): Promise<string[]> {
		const { client, now } = this.library;
		const watch = {
			account: ACCOUNT,
			events: this.events,
			deadline: now + 1_000_000,
			sizes: SIZES,
		};
		const { events, memory } = await pollLibrary(client, VIDEOS, watch, this.memory);
		this.memory = memory;
		const told = events.map(({ event, entity }) => `${event} ${entity.urn.slice(13)}`);
		this.told.push(...told);
		return told;
	}

	/** What the difference between then and now is, found without any of the code's ideas. */
	expected(): string[] {
		const before = this.snapshot;
		if (!before) return [];
		const names = this.library.entries.flatMap((entry) => {
			const { ended, archived } = before.get(entry) ?? { ended: false, archived: false };
			const happened = [
				!before.has(entry) && 'added',
				!ended && entry.status === 'AVAILABLE' && 'available',
				!ended && entry.status === 'PROCESSING_FAILED' && 'failed',
				!archived && entry.library === 'ARCHIVED' && 'archived',
				archived && entry.library === 'ACTIVE' && 'reactivated',
			];
			return LIBRARY_EVENTS.filter((name) => happened.includes(name) && this.events.has(name)).map(
				(name) => `${name} ${entry.id}`,
			);
		});
		return names.sort();
	}

	remember(emitted: boolean): void {
		this.snapshot = new Map(
			this.library.entries.map(({ ...entry }, index) => [
				this.library.entries[index] ?? entry,
				{
					ended: ['AVAILABLE', 'PROCESSING_FAILED'].includes(entry.status),
					archived: entry.library === 'ARCHIVED',
				},
			]),
		);
		if (emitted || !this.stored) {
			this.stored = { memory: JSON.stringify(this.memory), snapshot: this.snapshot };
		}
	}

	restart(): void {
		if (!this.stored) return;
		this.memory = readMemory(JSON.parse(this.stored.memory)) ?? {};
		this.snapshot = this.stored.snapshot;
	}
}

type Step = (world: World) => Promise<void> | void;

const pick = (world: World, at: number): FakeEntry | undefined =>
	world.library.entries[at % Math.max(1, world.library.entries.length)];

const end = (entry: FakeEntry, status: string): void => {
	if (!['AVAILABLE', 'PROCESSING_FAILED'].includes(entry.status)) entry.status = status;
};

const at = fc.nat({ max: 60 });

const change: fc.Arbitrary<Step> = fc.oneof(
	fc
		.tuple(
			fc.constantFrom('WAITING_UPLOAD', 'PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED'),
			fc.integer({ min: 1, max: 9 }),
		)
		.map(([status, many]): Step => ({ library }) => {
			for (let index = 0; index < many; index += 1) library.add(status);
		}),
	// Whether the end of the processing touches last-modified is not documented.
	fc
		.tuple(at, fc.constantFrom('AVAILABLE', 'PROCESSING_FAILED'), fc.boolean())
		.map(([index, status, touches]): Step => (world) => {
			const entry = pick(world, index);
			if (!entry) return;
			end(entry, status);
			if (touches) world.library.touch(entry);
		}),
	at.map((index): Step => (world) => {
		const entry = pick(world, index);
		if (entry) world.library.rename(entry);
	}),
	fc.tuple(at, fc.constantFrom('ACTIVE', 'ARCHIVED')).map(([index, status]): Step => (world) => {
		const entry = pick(world, index);
		if (entry) entry.library = status;
	}),
	at.map((index): Step => (world) => {
		const entry = pick(world, index);
		if (entry) world.library.vanish(entry);
	}),
);

const checkedPoll: Step = async (world) => {
	const expected = world.expected();
	const told = await world.poll();
	expect([...told].sort()).toStrictEqual(expected);
	world.remember(told.length > 0);
};

const restart: Step = (world) => {
	world.restart();
};

const someEvents = fc
	.subarray([...LIBRARY_EVENTS], { minLength: 1 })
	.map((events) => new Set<LibraryEventName>(events));

async function play(world: World, steps: readonly Step[]): Promise<void> {
	for (const step of steps) await step(world);
}

test('each event comes once, whatever happens between two polls, with restarts in between', async () => {
	const step = fc.oneof(
		{ arbitrary: change, weight: 4 },
		{ arbitrary: fc.constant(checkedPoll), weight: 2 },
		{ arbitrary: fc.constant(restart), weight: 1 },
	);
	await fc.assert(
		fc.asyncProperty(someEvents, fc.array(step, { maxLength: 60 }), async (events, steps) => {
			await play(new World(events), [checkedPoll, ...steps, checkedPoll, checkedPoll]);
		}),
		{ numRuns: often(40, 1000) },
	);
});

test('nothing is lost or doubled while the library changes under the reading', async () => {
	const touching = fc.oneof(
		fc.constant<Step>(({ library }) => void library.add('PROCESSING')),
		at.map((index): Step => (world) => {
			const entry = pick(world, index);
			if (entry) world.library.rename(entry);
		}),
		at.map((index): Step => (world) => {
			const entry = pick(world, index);
			if (entry) end(entry, 'AVAILABLE');
		}),
		at.map((index): Step => (world) => {
			const entry = pick(world, index);
			if (entry) entry.library = 'ARCHIVED';
		}),
	);
	const polls = fc.array(fc.array(touching, { maxLength: 6 }), { minLength: 1, maxLength: 12 });
	await fc.assert(
		fc.asyncProperty(polls, async (rounds) => {
			const world = new World(new Set(LIBRARY_EVENTS));
			for (let index = 0; index < 12; index += 1) world.library.add('PROCESSING');
			await world.poll();
			const old = new Set(world.library.entries);
			for (const round of rounds) {
				const left = [...round];
				world.library.beforeAnswer = () => void left.shift()?.(world);
				await world.poll();
			}
			world.library.beforeAnswer = () => undefined;
			await world.poll();
			await world.poll();
			const expected = world.library.entries.flatMap((entry) => [
				...(old.has(entry) ? [] : [`added ${entry.id}`]),
				...(entry.status === 'AVAILABLE' ? [`available ${entry.id}`] : []),
				...(entry.library === 'ARCHIVED' ? [`archived ${entry.id}`] : []),
			]);
			expect([...world.told].sort()).toStrictEqual(expected.sort());
		}),
		{ numRuns: often(40, 1000) },
	);
});
