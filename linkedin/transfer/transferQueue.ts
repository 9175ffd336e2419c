import { CancelledError, ConnectionError } from '../api/http';
import { FairBudget, type Lease } from './fairBudget';
import { connect, type Host, type Sender, type TransferClock } from './host';
import type { SilentLine, TransferTimeout } from './line';
import { Line, type Shipment } from './line';
import { SpareBuffers } from './partBuffers';

/** How much all uploads of a process may use together. */
interface TransferBounds {
	/** For parts that are being sent or read ahead, and files that are sent in one piece. */
	readonly bytes: number;
	readonly connectionsPerHost: number;
}

const DEFAULT_BOUNDS: TransferBounds = {
	bytes: 128 * 1024 * 1024,
	connectionsPerHost: 16,
};

/** What is to be sent, and for whom. */
interface Transfer extends Sender {
	readonly url: string;
	readonly bytes: number;
}

/** What the byte plane reports about a request in progress. */
interface Sight {
	/** Bytes that the system's buffers have accepted so far. */
	readonly onOpen: (taken: () => number) => void;
	/** Aborted also if the line goes silent. */
	readonly signal: AbortSignal;
}

/** Between two checks of a line. */
const LOOK_MS = 1000;
const MOST_HOSTS = 100;

/**
 * The one queue of transfers that all executions of a process share: its memory, its connections to
 * each host, and what is observed on each line. Waiting in it is not an error.
 */
export class TransferQueue {
	readonly bytes: FairBudget;
	readonly spare: SpareBuffers;
	private readonly hosts = new Map<string, Host>();

	constructor(private readonly bounds: TransferBounds = DEFAULT_BOUNDS) {
		this.bytes = new FairBudget(bounds.bytes);
		this.spare = new SpareBuffers(this.bytes);
	}

	/**
	 * Sends one request over a connection to the host, as soon as one is free, and ends it if the
	 * line goes silent ({@link Line}).
	 *
	 * @throws ConnectionError `LINE_SILENT` or `TRANSFER_TIMEOUT`; CancelledError; what `send` throws
	 */
	async carry<Answer>(
		transfer: Transfer,
		send: (sight: Sight) => Promise<Answer>,
	): Promise<Answer> {
		const host = this.hostOf(transfer.url);
		const connection = await connect(host, transfer);
		try {
			this.watch(host, transfer.clock);
			return await carryOn(host.line, transfer, send);
		} finally {
			connection.release();
			this.forget(transfer.clock.now());
		}
	}

	/** Waits for a connection, for callers that send on their own. @throws CancelledError */
	turn(url: string, sender: Sender): Promise<Lease> {
		return connect(this.hostOf(url), sender);
	}

	/** Pauses everything for this host. @param until epoch milliseconds */
	hold(url: string, until: number): void {
		const host = this.hostOf(url);
		host.heldUntil = Math.max(host.heldUntil, until);
	}

	/** The number of known hosts. */
	get hostCount(): number {
		return this.hosts.size;
	}

	private hostOf(url: string): Host {
		const { host } = new URL(url);
		const known = this.hosts.get(host);
		if (known) return known;
		const made: Host = {
			connections: new FairBudget(this.bounds.connectionsPerHost),
			line: new Line(),
			heldUntil: 0,
			watched: false,
		};
		this.hosts.set(host, made);
		return made;
	}

	/** Files come from anywhere: hosts that are no longer used are forgotten. */
	private forget(now: number): void {
		if (this.hosts.size <= MOST_HOSTS) return;
		for (const [name, { connections, watched, heldUntil }] of this.hosts) {
			if (connections.isIdle && !watched && heldUntil <= now) this.hosts.delete(name);
		}
	}

	/** One watch for all requests on a line. */
	private watch(host: Host, { watchedNow, watch }: TransferClock): void {
		if (host.watched) return;
		host.watched = true;
		const look = async (): Promise<void> => {
			try {
				do {
					await watch(LOOK_MS);
					host.line.look(watchedNow());
				} while (host.line.isBusy);
			} finally {
				// In the same step as the last check: a later request starts a new watch.
				host.watched = false;
			}
		};
		void look();
	}
}

async function carryOn<Answer>(
	line: Line,
	{ bytes, clock, signal }: Transfer,
	send: (sight: Sight) => Promise<Answer>,
): Promise<Answer> {
	const ended = new AbortController();
	const stop = (): void => {
		ended.abort();
	};
	let why: SilentLine | TransferTimeout | undefined;
	let answered = false;
	const shipment: Shipment = {
		bytes,
		begun: clock.watchedNow(),
		end: (reason) => {
			why ??= reason;
			stop();
		},
	};
	signal?.addEventListener('abort', stop, { once: true });
	line.begin(shipment);
	try {
		if (signal?.aborted) throw new CancelledError();
		const onOpen = (taken: () => number): void => {
			shipment.taken = taken;
		};
		const answer = await send({ signal: ended.signal, onOpen });
		answered = true;
		return answer;
	} catch (error) {
		if (why === undefined || signal?.aborted) throw error;
		throw new ConnectionError(why.message, why.code);
	} finally {
		signal?.removeEventListener('abort', stop);
		line.end(shipment, clock.watchedNow(), answered);
	}
}
