import type { Clock, Stamp } from '../core/clock';
import type { Progression } from '../core/settings';
import { move, type AssetStatus } from './states';

export type Outcome = 'AVAILABLE' | { readonly failure: string };

/** Of an asset that did not come by an upload. */
export interface RipeningStart {
	readonly status: AssetStatus;
	readonly failure?: string;
	readonly at: number;
}

/**
 * The life of one asset's status. No timers: a read asks whether the time or the number of reads
 * has come.
 */
export class Ripening {
	private current: AssetStatus;
	private reason: string | undefined;
	private since = 0;
	private reads = 0;
	private last: Stamp;

	constructor(
		private readonly clock: Clock,
		private progression: Progression,
		start?: RipeningStart,
	) {
		this.current = start?.status ?? 'WAITING_UPLOAD';
		this.reason = start?.failure;
		this.since = start?.at ?? clock.now();
		this.last = clock.stamp(this.since);
	}

	/** When the status last changed. */
	get changed(): Stamp {
		return this.last;
	}

	get failure(): string | undefined {
		return this.reason;
	}

	/** @param failure what its processing finds at once */
	uploaded(failure?: string): void {
		this.current = move(this.current, 'PROCESSING');
		this.since = this.clock.now();
		this.last = this.clock.stamp(this.since);
		if (failure === undefined) this.settle(0);
		else this.end({ failure }, this.since);
	}

	/** A read through the API; it counts. */
	read(): AssetStatus {
		this.settle(1);
		return this.current;
	}

	/** A look from the test; it does not count. */
	peek(): AssetStatus {
		this.settle(0);
		return this.current;
	}

	finish(outcome: Outcome): void {
		this.end(outcome, this.clock.now());
	}

	private end(outcome: Outcome, at: number): void {
		this.current = move(this.current, outcome === 'AVAILABLE' ? outcome : 'PROCESSING_FAILED');
		this.reason = outcome === 'AVAILABLE' ? undefined : outcome.failure;
		this.last = this.clock.stamp(at);
	}

	private settle(reads: number): void {
		if (this.current !== 'PROCESSING' || this.progression.kind === 'manual') return;
		const ripe = this.isRipe();
		this.reads += reads;
		if (!ripe) return;
		const { failure } = this.progression;
		this.end(failure === undefined ? 'AVAILABLE' : { failure }, this.ripeSince());
	}

	/** Nobody looked at the moment itself. */
	private ripeSince(): number {
		if (this.progression.kind === 'afterMs') return this.since + this.progression.ms;
		return this.clock.now();
	}

	/** `afterReads: 2` answers PROCESSING twice, and the third read finds it ripe. */
	private isRipe(): boolean {
		if (this.progression.kind === 'afterReads') return this.reads >= this.progression.reads;
		if (this.progression.kind === 'afterMs') {
			return this.clock.now() - this.since >= this.progression.ms;
		}
		return true;
	}
}
