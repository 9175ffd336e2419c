import type fc from 'fast-check';

/** One reader of foreign files, and what it is tried with. */
export interface FuzzTarget {
	readonly name: string;
	/** Reads a file; only a Problem may come of it besides a result. */
	readonly read: (bytes: Buffer, signal?: AbortSignal) => Promise<unknown>;
	/** Files of any kind: mutations of real ones, and structures that were put together. */
	readonly files: fc.Arbitrary<Buffer>;
	/**
	 * Files that were made to take long, and once did.
	 *
	 * @param size bytes that those are filled up to which grow with their size
	 */
	readonly killers: (size: number) => readonly Killer[];
}

export type Killer = readonly [what: string, bytes: Buffer];

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The beginning, filled up with a repeated piece, and the end. */
export function filled(start: Buffer, piece: Buffer | number, size: number, end = ''): Buffer {
	return Buffer.concat([start, Buffer.alloc(size, piece), latin1(end)]);
}
