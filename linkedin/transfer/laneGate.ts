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
/** What more lanes must bring to be worth it. */
const GAIN = 1.05;
/** Rounds in which nothing is gained: one alone may be an accident. */
const LOOKS = 2;
/** Rounds before more are tried again. */
const ROUNDS_AT_REST = 4;
const TRY = 1.5;

/**
 * Finds the number that serves best: it begins with two, doubles while the line gives more, and then
 * tries half as many more now and then. Trouble halves it, once for all that were under way when it came: a
 * line that is cut is one trouble, not one for each lane.
 *
 * A round is as many parts as there are lanes. The first one after a change may say too little: parts that
 * were begun before are among its own, and new connections are slow at first.
 */
class AutomaticGate extends Gate implements LaneGate {
	private bytes = 0;
	private parts = 0;
	private begun: number;
	/** Bytes per millisecond of the fewer lanes that were there before, or of those at rest. */
	private rate = 0;
	/** To go back to where more bring nothing: those that are tried while it does not grow. */
	private before = 0;
	private isGrowing = true;
	private isSettling = false;
	private looks = 0;
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
		// While it grows, a second look is enough, and a line that gives more shows it at once.
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
