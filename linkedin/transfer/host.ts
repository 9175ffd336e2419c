import type { FairBudget, Lease } from './fairBudget';
import type { Line } from './line';

/** Waits reject with CancelledError when the signal is aborted. */
export interface TransferClock {
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** The same for what is under way. */
	readonly watchedNow: () => number;
	/** Before something is begun. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** Beside something that is under way. */
	readonly watch: (milliseconds: number) => Promise<void>;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** Who asks for a connection. */
export interface Sender {
	/** Who shares: one object for all that one upload takes. */
	readonly member: object;
	readonly clock: TransferClock;
	readonly signal?: AbortSignal;
}

const HOLD_JITTER_MS = 500;

/** What is known of a host, for all who send there. */
export interface Host {
	readonly connections: FairBudget;
	readonly line: Line;
	/** Epoch milliseconds: nothing is begun before. */
	heldUntil: number;
	watched: boolean;
}

/**
 * A connection of the host's, when there is one to be had and nobody is to wait.
 *
 * @throws CancelledError
 */
export async function connect(host: Host, { member, clock, signal }: Sender): Promise<Lease> {
	for (;;) {
		const connection = await host.connections.take(member, 1, signal);
		const held = host.heldUntil - clock.now();
		if (held <= 0) return connection;
		connection.release();
		// Those who were held together must not come back together.
		await clock.sleep(held + Math.floor(clock.random() * HOLD_JITTER_MS), signal);
	}
}
