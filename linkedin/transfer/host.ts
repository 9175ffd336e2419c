import type { FairBudget, Lease } from './fairBudget';
import type { Line } from './line';

/** Waits reject with CancelledError when the signal is aborted. */
export interface TransferClock {
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** The same for what is in progress. */
	readonly watchedNow: () => number;
	/** Before something starts. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** While something is in progress. */
	readonly watch: (milliseconds: number) => Promise<void>;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** Who requests a connection. */
export interface Sender {
	/** Who shares: one object for everything that one upload uses. */
	readonly member: object;
	readonly clock: TransferClock;
	readonly signal?: AbortSignal;
}

const HOLD_JITTER_MS = 500;

/** What is known about a host, for all who send to it. */
export interface Host {
	readonly connections: FairBudget;
	readonly line: Line;
	/** Epoch milliseconds: nothing starts before. */
	heldUntil: number;
	watched: boolean;
}

/**
 * A connection to the host, as soon as one is free and no pause is due.
 *
 * @throws CancelledError
 */
export async function connect(host: Host, { member, clock, signal }: Sender): Promise<Lease> {
	for (;;) {
		const connection = await host.connections.take(member, 1, signal);
		const held = host.heldUntil - clock.now();
		if (held <= 0) return connection;
		connection.release();
		// Those who were paused together must not continue together.
		await clock.sleep(held + Math.floor(clock.random() * HOLD_JITTER_MS), signal);
	}
}
