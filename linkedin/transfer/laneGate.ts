import { Places } from '../api/places';

/** How many of an upload's parts are sent at once. */
interface LaneGate {
	/** The current number. */
	readonly limit: number;
	/** The upper limit. */
	readonly most: number;
	/** Waits for a place. @throws CancelledError */
	enter(signal: AbortSignal): Promise<void>;
	leave(): void;
	/** A part arrived. */
	arrived(bytes: number): void;
	/** A try failed because of a timeout, a reset, or because LinkedIn asked for a pause. */
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

/** A fixed number, as the user chose. */
export function fixedLanes(count: number): LaneGate {
	const gate = new Gate(count, count);
	const stays = (): void => undefined;
	return Object.assign(gate, { arrived: stays, troubled: stays });
}

const FIRST = 2;
/** More connections than this bring nothing on any of the lines in `npm run bench`. */
const MOST = 16;
/** The gain that makes more lanes worth it. */
const GAIN = 1.05;
/** Rounds without a gain before more lanes are given up: a single one may be chance. */
const LOOKS = 2;
/** Rounds before more lanes are tried again. */
const ROUNDS_AT_REST = 4;
const TRY = 1.5;

/**
 * Finds the best number: it begins with two, doubles while throughput grows, and then occasionally
 * tries half as many more. Trouble halves it, once for all parts that were in progress: a broken
 * line is one trouble, not one per lane.
 *
 * A round is as many parts as there are lanes. The first one after a change may be misleading: it
 * includes parts that were started before, and new connections are slow at first.
 */
class AutomaticGate extends Gate implements LaneGate {
	private bytes = 0;
	private parts = 0;
	private begun: number;
	/** Bytes per millisecond with fewer lanes before, or with the settled number. */
	private rate = 0;
	/** The number to return to if more lanes bring nothing. */
	private before = 0;
	private isGrowing = true;
	private isSettling = false;
	private looks = 0;
	private rest = 0;
	/** How many of those in progress at the last trouble have not finished yet. */
	private sameTrouble = 0;

	constructor(private readonly now: () => number) {
		super(FIRST, MOST);
		this.begun = now();
	}

	arrived(bytes: number): void {
		this.bytes += bytes;
		this.parts += 1;
		this.sameTrouble -= 1;
		if (this.parts < this.limit) return;
		const rate = this.bytes / Math.max(1, this.now() - this.begun);
		if (this.isSettling) this.isSettling = false;
		else this.judge(rate);
		this.startRound();
		this.admit();
	}

	troubled(): void {
		this.sameTrouble -= 1;
		if (this.sameTrouble >= 0) return;
		this.sameTrouble = this.taken - 1;
		this.limit = Math.max(1, Math.floor(this.limit / 2));
		this.rate = 0;
		this.settleDown();
		this.startRound();
	}

	private judge(rate: number): void {
		if (!this.isGrowing && this.before === 0) {
			this.rate = this.rate === 0 ? rate : (this.rate + rate) / 2;
			this.rest += 1;
			if (this.rest >= ROUNDS_AT_REST && this.limit < MOST) this.raise(TRY);
			return;
		}
		if (rate > this.rate * GAIN) {
			this.rate = rate;
			if (this.isGrowing && this.limit < MOST) this.raise(2);
			else this.settleDown();
			return;
		}
		this.looks += 1;
		if (this.looks < LOOKS) return;
		const isWorse = rate * GAIN < this.rate;
		if (this.before > 0 && (isWorse || !this.isGrowing)) this.limit = this.before;
		this.settleDown();
	}

	private raise(factor: number): void {
		this.before = this.limit;
		this.limit = Math.min(MOST, Math.ceil(this.limit * factor));
		// While it grows, a second round is enough, and a faster line shows at once.
		this.isSettling = !this.isGrowing;
		this.looks = 0;
	}

	private settleDown(): void {
		this.isGrowing = false;
		this.isSettling = true;
		this.before = 0;
		this.looks = 0;
		this.rest = 0;
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
