import { CancelledError } from '../../api/http';
import { FILE_LIMITS, type Limits } from './limits';
import { TURNS, type Turns } from '../../api/turns';

/**
 * The file costs more than it may. This error stays inside: each reader decides what it means, a
 * warning that something could not be counted, or a Problem that the file can't be checked.
 */
export class OverBudget extends Error {
	constructor(readonly what: keyof Limits) {
		super(`The file takes too much memory or time to read: ${what}`);
		this.name = 'OverBudget';
	}
}

/** Steps between two readings of the clock: a fraction of a millisecond. */
const STEPS_BETWEEN_LOOKS = 16_384;

/** What a budget works with; by default, what the process shares. */
interface BudgetOptions {
	readonly signal?: AbortSignal;
	readonly limits?: Limits;
	readonly turns?: Turns;
}

/**
 * What may be spent on one file, by all its readers: one object per file, passed down and never
 * renewed, since separate limits for each part would multiply.
 *
 * Every loop over foreign bytes spends its steps here, and lets the event loop turn when that is
 * due:
 *
 *     while (more) {
 *     	if (budget.spend(steps)) await budget.turn();
 *     	...
 *     }
 *
 * The work between two such calls is bounded: some thousand steps in JavaScript, or a native search
 * through a megabyte at most.
 */
export class Budget {
	private readonly spent: Record<keyof Limits, number> = {
		bytes: 0,
		work: 0,
		requests: 0,
		memory: 0,
	};
	private readonly limits: Limits;
	private readonly signal: AbortSignal | undefined;
	private readonly turns: Turns;
	private unlooked = 0;
	private due = false;

	/** @throws CancelledError if the execution is already stopped */
	constructor({ signal, limits = FILE_LIMITS, turns = TURNS }: BudgetOptions = {}) {
		this.signal = signal;
		this.limits = limits;
		this.turns = turns;
		this.stopIfCancelled();
	}

	/** What was spent so far; for memory, what is in use now. */
	get costs(): Readonly<Limits> {
		return this.spent;
	}

	/**
	 * Spends steps that were done, or are about to be.
	 *
	 * @returns whether {@link turn} is due; true until it was called
	 * @throws OverBudget
	 */
	spend(steps: number): boolean {
		this.add('work', steps);
		this.unlooked += steps;
		if (this.unlooked < STEPS_BETWEEN_LOOKS) return this.due;
		this.unlooked = 0;
		this.due = this.turns.due;
		return this.due;
	}

	/** Lets the event loop turn. @throws CancelledError if the execution is stopped */
	async turn(): Promise<void> {
		await this.turns.next();
		this.due = false;
		this.stopIfCancelled();
	}

	/** {@link spend} and, when it is due, {@link turn}: for loops that are not too tight for an await. */
	async pace(steps: number): Promise<void> {
		if (this.spend(steps)) await this.turn();
	}

	/** Lets the event loop turn when it is due, for what costs only time: skipped bytes. */
	async breathe(): Promise<void> {
		if (this.turns.due) await this.turn();
	}

	/** Spends bytes that are read or unpacked. @throws OverBudget */
	read(bytes: number): void {
		this.add('bytes', bytes);
	}

	/** Spends a request for bytes of the file, before it is sent. @throws OverBudget */
	request(): void {
		this.add('requests', 1);
	}

	/** Spends memory that is about to be allocated, besides the file itself. @throws OverBudget */
	hold(bytes: number): void {
		this.add('memory', bytes);
	}

	/** Returns memory that is free again. */
	release(bytes: number): void {
		this.spent.memory -= bytes;
	}

	private add(what: keyof Limits, count: number): void {
		this.spent[what] += count;
		if (this.spent[what] > this.limits[what]) throw new OverBudget(what);
	}

	private stopIfCancelled(): void {
		if (this.signal?.aborted) throw new CancelledError();
	}
}
