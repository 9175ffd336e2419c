import { CancelledError } from '../../api/http';
import { FILE_LIMITS, type Limits } from './limits';
import { TURNS, type Turns } from '../../api/turns';

/**
 * The file costs more than it may. Nobody outside sees it: whoever reads a file says what that means
 * for it: a warning that something could not be counted, or a Problem that it cannot be checked.
 */
export class OverBudget extends Error {
	constructor(readonly what: keyof Limits) {
		super(`The file takes too much memory or time to read: ${what}`);
		this.name = 'OverBudget';
	}
}

/** How often the clock is read: each so many steps, a fraction of a millisecond. */
const STEPS_BETWEEN_LOOKS = 16_384;

/** What a budget works with; all of it is the process's own where nothing else is said. */
interface BudgetOptions {
	readonly signal?: AbortSignal;
	readonly limits?: Limits;
	readonly turns?: Turns;
}

/**
 * What may be spent on one file, by all that read in it: one object per file, handed down and never
 * renewed, since a limit that each part has for itself multiplies with the parts.
 *
 * Every loop over foreign bytes spends its steps here, and lets the event loop turn where that is due:
 *
 *     while (more) {
 *     	if (budget.spend(steps)) await budget.turn();
 *     	...
 *     }
 *
 * Between two such calls lies a bounded piece: some thousand steps of ours, or a native search through
 * a megabyte at most.
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

	/** @throws CancelledError where the execution is stopped already */
	constructor({ signal, limits = FILE_LIMITS, turns = TURNS }: BudgetOptions = {}) {
		this.signal = signal;
		this.limits = limits;
		this.turns = turns;
		this.stopIfCancelled();
	}

	/** What was spent so far; memory: what is held now. */
	get costs(): Readonly<Limits> {
		return this.spent;
	}

	/**
	 * Steps that were done, or are about to be.
	 *
	 * @returns whether {@link turn} is due, and until it was
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

	/** Lets the event loop turn. @throws CancelledError once the execution is stopped */
	async turn(): Promise<void> {
		await this.turns.next();
		this.due = false;
		this.stopIfCancelled();
	}

	/** {@link spend} and, where it is due, {@link turn}: for loops that are not too tight to wait. */
	async pace(steps: number): Promise<void> {
		if (this.spend(steps)) await this.turn();
	}

	/** Lets the event loop turn where it is due, for what costs nothing but time: bytes that are skipped. */
	async breathe(): Promise<void> {
		if (this.turns.due) await this.turn();
	}

	/** Bytes that are read or unpacked. @throws OverBudget */
	read(bytes: number): void {
		this.add('bytes', bytes);
	}

	/** A request for some bytes of the file, which is about to be sent. @throws OverBudget */
	request(): void {
		this.add('requests', 1);
	}

	/** Memory that is about to be taken, besides the file itself. @throws OverBudget */
	hold(bytes: number): void {
		this.add('memory', bytes);
	}

	/** Memory that is free again. */
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
