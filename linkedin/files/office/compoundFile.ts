import type { Budget } from '../budget/budget';
import { Sectors } from './sectors';

/** An entry of the directory (MS-CFB, 2.6.1). */
interface Entry {
	readonly name: string;
	/** Numbers of other entries: its neighbors in the tree, and the root of the tree below it. */
	readonly left: number;
	readonly right: number;
	readonly child: number;
	/** The first sector of its stream, and the stream's bytes. */
	readonly start: number;
	readonly size: number;
}

const ENTRY_BYTES = 128;
const LONGEST_NAME = 64;
/** Streams below this size are stored in pieces of 64 bytes inside the root entry's stream. */
const SMALL_STREAM = 4096;
const PIECE_BYTES = 64;
const ENTRY_STEPS = 64;

/** A compound file (MS-CFB), the format of DOC, PPT and XLS: a small file system. */
export class CompoundFile {
	private constructor(
		private readonly sectors: Sectors,
		private readonly root: Entry,
		private readonly streams: ReadonlyMap<string, Entry>,
	) {}

	/**
	 * Reads the names at the top level of the directory: those below belong to embedded files.
	 *
	 * @param bytes a file that starts as a compound file
	 * @returns undefined if there is no directory
	 */
	static async open(bytes: Buffer, budget: Budget): Promise<CompoundFile | undefined> {
		const sectors = new Sectors(bytes, budget);
		const directory = await sectors.chain(sectors.directory);
		const perSector = sectors.size / ENTRY_BYTES;
		const entryAt = (id: number): Entry | undefined => {
			const sector = directory[Math.floor(id / perSector)];
			if (sector === undefined) return undefined;
			return readEntry(sectors.read(sector, (id % perSector) * ENTRY_BYTES, ENTRY_BYTES));
		};
		const streams = new Map<string, Entry>();
		const root = entryAt(0);
		const open = root ? [root.child] : [];
		for (let id = open.pop(); id !== undefined; id = open.pop()) {
			await budget.pace(ENTRY_STEPS);
			const entry = entryAt(id);
			// A name that was seen before means that the tree has a cycle.
			if (!entry || streams.has(entry.name)) continue;
			streams.set(entry.name, entry);
			open.push(entry.left, entry.right);
		}
		return root && new CompoundFile(sectors, root, streams);
	}

	has(name: string): boolean {
		return this.streams.has(name);
	}

	/** The first bytes of a stream; undefined if they can't be found. */
	async beginning(name: string, count: number): Promise<Buffer | undefined> {
		const stream = this.streams.get(name);
		if (!stream) return undefined;
		if (stream.size >= SMALL_STREAM) return this.sectors.read(stream.start, 0, count);
		const at = stream.start * PIECE_BYTES;
		const sector = await this.sectors.follow(this.root.start, Math.floor(at / this.sectors.size));
		return sector === undefined
			? undefined
			: this.sectors.read(sector, at % this.sectors.size, count);
	}
}

function readEntry(entry: Buffer | undefined): Entry | undefined {
	if (!entry) return undefined;
	const nameBytes = Math.min(LONGEST_NAME, entry.readUInt16LE(64));
	if (nameBytes < 2) return undefined;
	return {
		name: entry.toString('utf16le', 0, nameBytes - 2),
		left: entry.readUInt32LE(68),
		right: entry.readUInt32LE(72),
		child: entry.readUInt32LE(76),
		start: entry.readUInt32LE(116),
		size: entry.readUInt32LE(120),
	};
}
