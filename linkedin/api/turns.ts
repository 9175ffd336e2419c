/** The clock and the event loop, so that tests can replace them. */
interface Loop {
	/** Milliseconds since any fixed moment. */
	readonly now: () => number;
	/**
	 * Resolves in a later turn of the event loop, after sockets, timers and other nodes had their
	 * chance.
	 */
	readonly nextTurn: () => Promise<void>;
}

/**
 * Community nodes may not use timers, and a promise alone lets nothing else run. A message to
 * oneself arrives in the loop's next turn.
 */
function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.once('message', () => {
			port1.close();
			resolve();
		});
		port2.postMessage(undefined);
	});
}

/** Milliseconds for reading files between two turns of the event loop: n8n has other work too. */
const SLICE_MS = 20;

/**
 * Cuts the reading of all files of a process into slices. It is shared: sixteen files that each use
 * a slice would block the loop for sixteen slices. So after each turn of the event loop, only one
 * of those that wait continues.
 */
export class Turns {
	/** When the event loop turned last, as far as this object knows. */
	private turnedAt: number;
	private readonly waiting: Array<() => void> = [];
	private turning = false;

	constructor(private readonly loop: Loop) {
		this.turnedAt = loop.now();
	}

	/** Whether the event loop must turn before anything else is read. */
	get due(): boolean {
		return this.loop.now() - this.turnedAt >= SLICE_MS;
	}

	/** Waits for a turn, if one is due. */
	async breathe(hasBegun = false): Promise<void> {
		if (this.due) await this.next(hasBegun);
	}

	/**
	 * Resolves after a turn that is this caller's alone.
	 *
	 * @param hasBegun it goes before those that have not: what it holds is given back sooner
	 */
	next(hasBegun = false): Promise<void> {
		return new Promise((resolve) => {
			if (hasBegun) this.waiting.unshift(resolve);
			else this.waiting.push(resolve);
			if (!this.turning) void this.turn();
		});
	}

	private async turn(): Promise<void> {
		this.turning = true;
		for (let go = this.waiting.shift(); go; go = this.waiting.shift()) {
			await this.loop.nextTurn();
			this.turnedAt = this.loop.now();
			go();
		}
		this.turning = false;
	}
}

/** Shared by this process. */
export const TURNS = new Turns({ now: () => performance.now(), nextTurn });

/**
 * Characters that take time to be looked at, or parsed: about a millisecond each. Many answers can arrive
 * in one turn of the event loop, and of more than this each one is handled in a turn of its own.
 */
const LARGE = 64 * 1024;

/** Before the first step with a text: where it is large, that has a turn of the event loop of its own. */
export async function turnBefore(text: string): Promise<void> {
	if (text.length > LARGE) await TURNS.next();
}

/**
 * After a step with a text, to receive it was one: the next one has a turn of its own, too. It comes before
 * texts of which nobody has begun to read, so that few of those that are large are held at once.
 */
export async function turnAfter(text: string): Promise<void> {
	if (text.length > LARGE) await TURNS.next(true);
}
