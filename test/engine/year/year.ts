import { PublishedTrigger } from '../publishedTrigger';
import { status, type Scene } from '../scene';
import { Archive, markerOf } from './archive';
import { Calendar } from './calendar';
import { DayImport } from './dayImport';
import { Followed } from './followed';
import { costOf, libraryOf, newsOf, type Cost, type Shown } from './library';
import { People } from './people';

/** How much of a year is played. */
export interface YearPlan {
	readonly days: number;
	readonly pollsPerDay: number;
	/** How long a token lives; the connection is made anew three days before. */
	readonly tokenDays: number;
	/** Uploads that another tool leaves unfinished on one day. */
	readonly abandoned: number;
}

const DAY_MS = 24 * 3_600_000;
/**
 * A day's polls begin this much later than those of the day before. What ends after so many days, counted in
 * minutes, would else end in the very minute of a poll: now at this one, now at the next, as the machine's
 * seconds fall.
 */
const LATER_EACH_DAY_MS = 10_000;
/** Polls of a day before which the import runs, and before which people work in the library. */
const IMPORT_AT = 1;
const PEOPLE_AT = 2;
/** Polls after which nothing in the library changes by itself any more. */
const PROCESSED_AFTER = PEOPLE_AT + 2;
/** n8n keeps the trigger's memory in one row of its database. */
const MOST_STATE = 200_000;

const EVENTS = ['added', 'available', 'failed', 'archived', 'reactivated', 'connectionExpiring'];

/**
 * Plays a trigger and a daily import, which nobody watches, against a library that grows, shrinks, fails
 * and is throttled. What each poll has to tell, and what it may cost, is worked out from LinkedIn's own
 * state.
 */
export class Year {
	/** How often each event was told. */
	readonly told = new Map<string, number>();
	private readonly calendar = new Calendar();
	private readonly archive: Archive;
	private readonly import: DayImport;
	private readonly people: People;
	private readonly trigger: PublishedTrigger;
	private readonly followed = new Followed();
	private library: readonly Shown[] = [];
	/** At the last poll that LinkedIn answered; undefined before the first. */
	private seen: readonly Shown[] | undefined;

	constructor(
		private readonly stage: Scene,
		private readonly plan: YearPlan,
	) {
		const { linkedIn, files } = stage;
		linkedIn.configure({ spool: false, processing: { kind: 'afterMs', ms: 90 * 60_000 } });
		this.archive = new Archive(files);
		this.import = new DayImport(stage, this.archive);
		this.people = new People(linkedIn, this.archive, plan.abandoned);
		this.trigger = new PublishedTrigger(stage, { events: EVENTS }, this.connected());
	}

	async play(): Promise<void> {
		const { days, tokenDays } = this.plan;
		for (let day = 0; day < days; day += 1) await this.playDay(day);
		this.expectEachFileOnce();
		// From seven days before its end, until three days before it.
		const connections = Math.floor((days - 1) / (tokenDays - 3));
		expect(this.told.get('connectionExpiring') ?? 0).toBe(connections * 4);
	}

	private async playDay(day: number): Promise<void> {
		const { pollsPerDay, tokenDays, days } = this.plan;
		if (day > 0 && day % (tokenDays - 3) === 0) this.trigger.credential = this.connected();
		if (day % 30 === 18) this.trigger.restart();
		// At the end all comes to rest.
		const isQuiet = day >= days - 2;
		const from = this.stage.linkedIn.journal.length;
		const costs: Cost[] = [];
		let imported = 0;
		for (let poll = 0; poll < pollsPerDay; poll += 1) {
			const isThrottled = !isQuiet && day % 9 === 4 && this.isAtImport(poll);
			const throttle = isThrottled ? this.throttle() : undefined;
			if (poll === IMPORT_AT) {
				imported = await this.import.run(day, { isThrottled, isQuiet }, this.trigger.credential);
			}
			if (poll === PEOPLE_AT) this.people.work(day, libraryOf(this.stage.linkedIn));
			if (poll <= PROCESSED_AFTER) this.library = libraryOf(this.stage.linkedIn);
			costs.push(await this.poll(isThrottled));
			if (throttle !== undefined) this.stage.linkedIn.cancelPlan(throttle);
			this.calendar.later(DAY_MS / pollsPerDay);
		}
		this.calendar.later(LATER_EACH_DAY_MS);
		this.expectCost(day, from, imported, costs);
	}

	/** @returns what it has to cost */
	private async poll(isThrottled: boolean): Promise<Cost> {
		const { library, seen } = this;
		const told = await this.trigger.told().catch((error: unknown) => {
			expect([isThrottled, error]).toMatchObject([true, { httpCode: '429' }]);
			return [];
		});
		expect(this.trigger.size).toBeLessThan(MOST_STATE);
		for (const line of told) {
			const [event = ''] = line.split(' ');
			this.told.set(event, (this.told.get(event) ?? 0) + 1);
		}
		const news = told.filter((line) => !line.startsWith('connectionExpiring'));
		expect(news).toEqual(isThrottled || seen === undefined ? [] : newsOf(seen, library));
		if (isThrottled) return { finds: 0, batchGets: 0 };
		const cost = costOf(seen ?? [], library, this.followed.has);
		this.followed.saw(library, Date.now());
		this.seen = library;
		return cost;
	}

	/** @param imported the import's own calls of finders */
	private expectCost(day: number, from: number, imported: number, costs: readonly Cost[]): void {
		const made = this.stage.linkedIn.journal.slice(from).filter(({ fault }) => !fault);
		const count = (name: string) => made.filter(({ endpoint }) => endpoint === name).length;
		const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
		expect({
			day,
			finds: count('videos.find') - imported,
			batchGets: count('videos.batchGet'),
		}).toEqual({
			day,
			finds: sum(costs.map(({ finds }) => finds)),
			batchGets: sum(costs.map(({ batchGets }) => batchGets)),
		});
	}

	/** LinkedIn has each file of the archive, and none twice. */
	private expectEachFileOnce(): void {
		const ready = this.stage.linkedIn.videos().filter((video) => video.status === 'AVAILABLE');
		const entries = this.archive.files.map(({ id, sha256 }) => ({
			id,
			names: ready
				.filter((video) => video.sha256 === sha256)
				.map(({ libraryMetadata }) => libraryMetadata?.assetName.endsWith(markerOf(id))),
		}));
		expect(entries).toEqual(this.archive.files.map(({ id }) => ({ id, names: [true] })));
	}

	/** The import's hour, and the two after it. */
	private isAtImport(poll: number): boolean {
		return poll >= IMPORT_AT && poll < IMPORT_AT + this.plan.pollsPerDay / 8;
	}

	private throttle(): number {
		return this.stage.plan('videos.find', status(429, { retryAfter: 3600 }), { call: 'every' });
	}

	private connected() {
		return this.stage.credential({ expiresInSeconds: (this.plan.tokenDays * DAY_MS) / 1000 });
	}
}
