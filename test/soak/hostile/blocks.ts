import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { join, sep } from 'node:path';

/** The built package: what runs there is ours, with what Node does for it. */
const OURS = join(__dirname, '..', '..', '..', 'dist') + sep;

/** Milliseconds for which the event loop did not turn. */
export interface Blocks {
	/** The longest block, whoever worked in it. */
	readonly longestMs: number;
	/** The most that was this package's own within one block. */
	readonly oursMs: number;
	/** Of that block: the package's functions that took longest. */
	readonly where: string;
}

/** A turn of the loop: when it was, and how long the thread had waited for a processor until then, in microseconds. */
interface Turn {
	readonly at: number;
	readonly waited: number;
}

/** How often the loop is looked at. */
const EVERY_MS = 2;
const SAMPLE_US = 500;

/**
 * Whose work the event loop waits for. A profile says at each moment who was at work: the nearest function
 * on the stack that stands in a file, since Node's own (`JSON.parse`, decoding, sockets) work for whoever
 * called them. Collecting garbage is nobody's: it goes through the memory of the whole process, in the middle
 * of whoever is at work. A timer says when the loop turned.
 */
export class BlockWatch {
	private readonly turns: Turn[] = [];
	private readonly timer = setInterval(() => {
		this.turns.push({ at: micros(), waited: waited() });
	}, EVERY_MS);

	private constructor(private readonly session: Session) {}

	static async start(): Promise<BlockWatch> {
		const session = new Session();
		session.connect();
		await session.post('Profiler.enable');
		await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US });
		await session.post('Profiler.start');
		return new BlockWatch(session);
	}

	async stop(): Promise<Blocks> {
		clearInterval(this.timer);
		const { profile } = await this.session.post('Profiler.stop');
		this.session.disconnect();
		return blocksOf(profile, this.turns);
	}
}

function micros(): number {
	return Number(process.hrtime.bigint() / 1000n);
}

/** What a busy machine adds to a block is none of it. Known on Linux (proc(5), schedstat); else there is none. */
function waited(): number {
	try {
		return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[1]) / 1000;
	} catch {
		return 0;
	}
}

function blocksOf(profile: Profiler.Profile, turns: readonly Turn[]): Blocks {
	const worked = workBetween(profile, turns);
	let longest = 0;
	let most = 0;
	let where = '';
	for (let index = 1; index < turns.length; index += 1) {
		const [from, to] = [turns[index - 1], turns[index]];
		if (!from || !to) continue;
		const lasted = to.at - from.at;
		const running = Math.max(0, lasted - (to.waited - from.waited));
		const own = worked[index] ?? new Map<string, number>();
		const ours = sum(own.values()) * (running / lasted);
		longest = Math.max(longest, running);
		if (ours <= most) continue;
		most = ours;
		where = named(own);
	}
	return { longestMs: Math.round(longest / 1000), oursMs: Math.round(most / 1000), where };
}

function sum(parts: Iterable<number>): number {
	return [...parts].reduce((total, part) => total + part, 0);
}

function named(own: ReadonlyMap<string, number>): string {
	return [...own]
		.sort(([, one], [, other]) => other - one)
		.slice(0, 3)
		.map(([name, part]) => `${name} ${Math.round(part / 1000)}`)
		.join(', ');
}

/** For each turn: the microseconds of each of this package's functions since the turn before. */
function workBetween(
	profile: Profiler.Profile,
	turns: readonly Turn[],
): Array<Map<string, number>> {
	const { samples = [], timeDeltas = [], startTime } = profile;
	const ownerOf = owners(profile);
	const worked = [new Map<string, number>()];
	let time = startTime;
	for (const [index, node] of samples.entries()) {
		time += timeDeltas[index] ?? 0;
		while ((turns[worked.length - 1]?.at ?? Infinity) <= time) worked.push(new Map());
		// A sample says who is at work until the next one.
		const owner = ownerOf.get(node);
		const own = worked.at(-1);
		if (owner !== undefined) own?.set(owner, (own.get(owner) ?? 0) + (timeDeltas[index + 1] ?? 0));
	}
	return worked;
}

/** By the number of a profile's node: the function of ours that works there; undefined where it is nobody's of us. */
function owners({ nodes }: Profiler.Profile): Map<number, string | undefined> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const parents = new Map(
		nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
	);
	const ownerOf = (id: number): string | undefined => {
		for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
			const { functionName, url } = byId.get(at)?.callFrame ?? { functionName: '', url: '' };
			if (url.includes(OURS)) return functionName;
			if (url !== '' && !url.startsWith('node:')) return undefined;
		}
		return undefined;
	};
	return new Map(nodes.map(({ id }) => [id, ownerOf(id)]));
}
