import type { Budget } from '../budget/budget';

/** Sectors of the table that the header itself lists; others are listed in separate sectors. */
const IN_HEADER = 109;
const STEPS = 16;

/**
 * The sectors of a compound file (MS-CFB, 2.1 to 2.5), and the table that says which follows which.
 * Each step to the next one is spent: a circular chain ends with the budget.
 */
export class Sectors {
	/** Bytes of a sector. */
	readonly size: number;
	/** The first one of the directory. */
	readonly directory: number;

	constructor(
		private readonly bytes: Buffer,
		private readonly budget: Budget,
	) {
		this.size = (this.word(30) & 0xff) === 12 ? 4096 : 512;
		this.directory = this.word(48);
	}

	/** Bytes of one sector; undefined past the end of the file. */
	read(sector: number, at: number, count: number): Buffer | undefined {
		const start = (sector + 1) * this.size + at;
		return start + count > this.bytes.length
			? undefined
			: this.bytes.subarray(start, start + count);
	}

	/** All sectors of a chain, as far as it can be followed; each only once. */
	async chain(first: number): Promise<number[]> {
		const seen = new Set<number>();
		let sector: number | undefined = first;
		while (sector !== undefined && !seen.has(sector) && this.read(sector, 0, 1)) {
			this.budget.hold(STEPS * 4);
			seen.add(sector);
			sector = await this.after(sector);
		}
		return [...seen];
	}

	/** The sector this many steps further. */
	async follow(first: number, steps: number): Promise<number | undefined> {
		let sector: number | undefined = first;
		for (let step = 0; step < steps && sector !== undefined; step += 1) {
			sector = await this.after(sector);
		}
		return sector;
	}

	private async after(sector: number): Promise<number | undefined> {
		const perSector = this.size / 4;
		const table = await this.tableSector(Math.floor(sector / perSector));
		if (table === undefined) return undefined;
		return this.read(table, (sector % perSector) * 4, 4)?.readUInt32LE(0);
	}

	/** The sector with this part of the table. */
	private async tableSector(index: number): Promise<number | undefined> {
		await this.budget.pace(STEPS);
		if (index < IN_HEADER) return this.word(76 + index * 4);
		// The last entry of each such sector is the number of the next one.
		const perSector = this.size / 4 - 1;
		let list: number | undefined = this.word(68);
		let left = index - IN_HEADER;
		for (; left >= perSector && list !== undefined; left -= perSector) {
			await this.budget.pace(STEPS);
			list = this.read(list, perSector * 4, 4)?.readUInt32LE(0);
		}
		return list === undefined ? undefined : this.read(list, left * 4, 4)?.readUInt32LE(0);
	}

	private word(at: number): number {
		return at + 4 > this.bytes.length ? 0 : this.bytes.readUInt32LE(at);
	}
}
