import { CancelledError, ConnectionError } from '../api/http';
import { FairBudget, type Lease } from './fairBudget';
import { connect, type Host, type Sender, type TransferClock } from './host';
import type { SilentLine, TransferTimeout } from './line';
import { Line, type Shipment } from './line';
import { SpareBuffers } from './partBuffers';

/** How much all uploads of a process take together. */
interface TransferBounds {
	/** Parts that are under way or read ahead, and files that are sent in one piece. */
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

/** What a way of bytes tells of a request that is under way. */
interface Sight {
	/** Bytes of it that the system's buffers have taken so far. */
	readonly onOpen: (taken: () => number) => void;
	/** Ends with the line too. */
	readonly signal: AbortSignal;
}

/** Between two looks at a line. */
const LOOK_MS = 1000;
const MOST_HOSTS = 100;

/**
 * The one queue of transfers that all executions of a process share: its memory, its connections to each
 * host, and what each line is seen to do. Waiting in it is no error.
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
	 * Sends one request over a connection of the host, when there is one to be had, and ends it where the
	 * line has gone silent ({@link Line}).
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

	/** A connection's turn, for those who use it by themselves. @throws CancelledError */
	turn(url: string, sender: Sender): Promise<Lease> {
		return connect(this.hostOf(url), sender);
	}

	/** Begins nothing at this host before then, for anybody. @param until epoch milliseconds */
	hold(url: string, until: number): void {
		const host = this.hostOf(url);
		host.heldUntil = Math.max(host.heldUntil, until);
	}

	/** Of how many hosts something is known. */
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

	/** Files come from anywhere: what is known of hosts that nobody uses is not kept for ever. */
	private forget(now: number): void {
		if (this.hosts.size <= MOST_HOSTS) return;
		for (const [name, { connections, watched, heldUntil }] of this.hosts) {
			if (connections.isIdle && !watched && heldUntil <= now) this.hosts.delete(name);
		}
	}

	/** One watch for all that is on a line. */
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
				// In the same step as the last look: who comes after it has a watch of his own.
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
