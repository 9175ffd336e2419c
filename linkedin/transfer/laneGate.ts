import { Places } from '../api/places';

/** How many of an upload's parts are on their way at the same time. */
interface LaneGate {
	/** Now. */
	readonly limit: number;
	/** Never more. */
	readonly most: number;
	/** Waits for a place. @throws CancelledError */
	enter(signal: AbortSignal): Promise<void>;
	leave(): void;
	/** A part has arrived. */
	arrived(bytes: number): void;
	/** Its try failed by a time limit, a reset, or because LinkedIn asks for a pause. */
	troubled(): void;
}

class Gate extends Places {
	constructor(
		limit: number,
		readonly most: number,
	) {
		super(limit);
	}
}

/** As many as the user wants. */
export function fixedLanes(count: number): LaneGate {
	const gate = new Gate(count, count);
	const stays = (): void => undefined;
	return Object.assign(gate, { arrived: stays, troubled: stays });
}

const FIRST = 2;
/** More connections than this give nothing more, on none of the lines that `npm run bench` has. */
const MOST = 16;
/** What a further lane must bring to be worth it. */
const GAIN = 1.08;
/** Rounds before another one is tried again. */
const ROUNDS_AT_REST = 8;

/**
 * Finds the number that serves best: it begins with two, doubles while the line gives more, and then
 * tries one more now and then. Trouble halves it, once for all that were under way when it came: a line that
 * is cut is one trouble, not one for each lane.
 */
class AutomaticGate extends Gate implements LaneGate {
	private bytes = 0;
	private parts = 0;
	private begun: number;
	/** Bytes per millisecond of the round before. */
	private rate = 0;
	private before = 0;
	private isGrowing = true;
	private rest = 0;
	/** Of those that were under way in the last trouble, how many have not told what became of them. */
	private sameTrouble = 0;

	constructor(private readonly now: () => number) {
		super(FIRST, MOST);
		this.begun = now();
	}

	arrived(bytes: number): void {
		this.bytes += bytes;
		this.parts += 1;
		this.sameTrouble -= 1;
		// A round: each lane has brought one.
		if (this.parts < this.limit) return;
		const rate = this.bytes / Math.max(1, this.now() - this.begun);
		this.judge(rate);
		this.startRound();
		this.admit();
	}

	troubled(): void {
		this.sameTrouble -= 1;
		if (this.sameTrouble >= 0) return;
		this.sameTrouble = this.taken - 1;
		this.limit = Math.max(1, Math.floor(this.limit / 2));
		this.isGrowing = false;
		this.before = 0;
		this.rate = 0;
		this.rest = 0;
		this.startRound();
	}

	private judge(rate: number): void {
		const isBetter = rate > this.rate * GAIN;
		if (this.isGrowing) {
			if (isBetter && this.limit < MOST) {
				this.before = this.limit;
				this.limit = Math.min(MOST, this.limit * 2);
			} else {
				this.isGrowing = false;
				if (rate * GAIN < this.rate && this.before > 0) this.limit = this.before;
				this.before = 0;
			}
		} else if (this.before > 0 && this.before < this.limit) {
			// One more was tried in this round.
			if (!isBetter) this.limit = this.before;
			this.before = 0;
			this.rest = 0;
		} else {
			this.rest += 1;
			if (this.rest >= ROUNDS_AT_REST && this.limit < MOST) {
				this.before = this.limit;
				this.limit += 1;
			}
		}
		this.rate = rate;
	}

	private startRound(): void {
		this.bytes = 0;
		this.parts = 0;
		this.begun = this.now();
	}
}

/** @param now epoch milliseconds */
export function automaticLanes(now: () => number): LaneGate {
	return new AutomaticGate(now);
}
