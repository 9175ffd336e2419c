import { createReadStream } from 'node:fs';

/** Bytes that can be read again, from any of them to any other. */
export interface Stored {
	readonly size: number;
	/** `last` is inclusive. */
	chunks(first: number, last: number): AsyncGenerator<Buffer, void, undefined>;
}

export interface StoredFile {
	readonly path: string;
	readonly size: number;
}

/** Files of the spool, one after the other. */
export function storedFiles(files: readonly StoredFile[]): Stored {
	return {
		size: files.reduce((sum, { size }) => sum + size, 0),
		async *chunks(first, last) {
			let begin = 0;
			for (const { path, size } of files) {
				const start = Math.max(0, first - begin);
				const end = Math.min(size - 1, last - begin);
				begin += size;
				if (start > end) continue;
				const source: AsyncIterable<unknown> = createReadStream(path, { start, end });
				for await (const chunk of source) if (Buffer.isBuffer(chunk)) yield chunk;
			}
		},
	};
}

export function storedBytes(bytes: Buffer): Stored {
	return {
		size: bytes.length,
		// eslint-disable-next-line @typescript-eslint/require-await -- the same form as files
		async *chunks(first, last) {
			yield bytes.subarray(first, last + 1);
		},
	};
}
