/**
 * Decides when a line has gone silent. What counts is whether any data moves at all, not how long
 * one connection takes: if many of them share one slow line, each takes long.
 *
 * Data moves when an answer comes (then all bytes of the request have arrived), and when the
 * system's network buffers accept bytes, if the connection can be observed. On loopback and behind
 * a modem, those buffers can accept a whole part at once; then nothing seems to move until the
 * answer comes. So the line is given twice the time in which everything sent and not yet answered
 * should arrive at the rate measured so far.
 */

const SILENCE_MS = 60_000;
const SLACK = 2;
/** The rate before anything was measured: 16 kB/s. */
const SLOWEST_BYTES_PER_MS = 16;
const LONGEST_MS = 10 * 60_000;
/** After this time, a measurement counts for a third. */
const MEMORY_MS = 60_000;
/** The limit even if data moves. */
export const MOST_TRANSFER_MS = 6 * 3_600_000;

/** One request in progress. */
export interface Shipment {
	readonly bytes: number;
	/** Epoch milliseconds. */
	readonly begun: number;
	/** Bytes that the system's buffers have accepted; unknown if the connection can't be observed. */
	taken?: () => number;
	/** Ends the request. */
	readonly end: (why: SilentLine | TransferTimeout) => void;
}

/** What ended a request. */
export class SilentLine extends Error {
	readonly code = 'LINE_SILENT';

	constructor(readonly silentMs: number) {
		super(`no data moved for ${Math.round(silentMs / 1000)} seconds`);
	}
}

export class TransferTimeout extends Error {
	readonly code = 'TRANSFER_TIMEOUT';

	constructor() {
		super(`it wasn’t finished after ${MOST_TRANSFER_MS / 3_600_000} hours`);
	}
}

/** All requests of this process to one host. */
export class Line {
	private readonly shipments = new Set<Shipment>();
	private moved = 0;
	private takenBefore = 0;
	private answeredBytes = 0;
	private busyMs = 0;
	private measuredAt = 0;

	get isBusy(): boolean {
		return this.shipments.size > 0;
	}

	begin(shipment: Shipment): void {
		this.measure(shipment.begun);
		this.shipments.add(shipment);
	}

	/** @param answered whether any answer came */
	end(shipment: Shipment, now: number, answered: boolean): void {
		this.measure(now);
		this.shipments.delete(shipment);
		if (!answered) return;
		this.moved = now;
		this.answeredBytes += shipment.bytes;
	}

	/**
	 * To be called about every second while the line is busy: ends all requests if it has gone
	 * silent.
	 */
	look(now: number): void {
		const taken = [...this.shipments].reduce((sum, one) => sum + (one.taken?.() ?? 0), 0);
		if (taken > this.takenBefore) this.moved = now;
		this.takenBefore = taken;
		const patience = this.patienceMs();
		for (const shipment of this.shipments) {
			// For a request that comes late, silence begins late.
			const silent = now - Math.max(this.moved, shipment.begun);
			if (silent > patience) shipment.end(new SilentLine(silent));
			else if (now - shipment.begun > MOST_TRANSFER_MS) shipment.end(new TransferTimeout());
		}
	}

	/** Milliseconds for which data may stand still. */
	patienceMs(): number {
		const sizes = [...this.shipments].map(({ bytes }) => bytes);
		const unanswered = sizes.reduce((sum, bytes) => sum + bytes, 0);
		const rate = this.answeredBytes > 0 ? this.answeredBytes / this.busyMs : SLOWEST_BYTES_PER_MS;
		// A single body may be entirely in the buffers, unobserved: it gets the time of the slowest
		// line.
		const longest = Math.max(LONGEST_MS, Math.max(0, ...sizes) / SLOWEST_BYTES_PER_MS);
		return Math.min(longest, SILENCE_MS + (SLACK * unanswered) / Math.max(rate, Number.EPSILON));
	}

	private measure(now: number): void {
		if (this.isBusy) {
			const passed = now - this.measuredAt;
			const kept = Math.exp(-passed / MEMORY_MS);
			this.answeredBytes *= kept;
			this.busyMs = this.busyMs * kept + passed;
		}
		this.measuredAt = now;
	}
}
