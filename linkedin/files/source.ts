/**
 * A file whose bytes can be read from its start, as often as needed.
 *
 * `size` is exact and known before the first byte is read: LinkedIn plans the parts from it.
 */
export interface FileSource {
	/** The file's name, for messages and as the default name in a media library. */
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** As its storage or server says; often wrong, sometimes absent. */
	readonly mimeType?: string;
	/** What its server calls this version of it. */
	readonly etag?: string;
	/**
	 * The file's bytes from the start. Chunk borders mean nothing: one chunk may hold the whole
	 * file (n8n's database mode) or a few bytes. Leaving the loop early releases the source.
	 *
	 * @param signal ends the reading, also of a source that stalls
	 */
	open(signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
	/**
	 * Exactly these bytes (both inclusive), where any of them can be had without those before: several
	 * calls at once are fine. Absent where the file can only be read from its start.
	 */
	readonly readRange?: (
		firstByte: number,
		lastByte: number,
		signal?: AbortSignal,
		/** Gives the buffer to read into, of exactly so many bytes. */
		allocate?: (size: number) => Buffer | Promise<Buffer>,
	) => Promise<Buffer>;
	/**
	 * Bytes from the start that may be looked at before the file is read for good, without having it
	 * sent twice. Absent where reading it again costs nothing.
	 */
	readonly lookAheadBytes?: number;
	/** Releases what the source holds open between two readings. */
	close?(): Promise<void>;
}

/** A file that is in memory already. */
export function fileOf(name: string, bytes: Buffer): FileSource {
	async function* oneChunk(): AsyncGenerator<Uint8Array, void, undefined> {
		yield await Promise.resolve(bytes);
	}
	return { name, size: bytes.length, open: () => Promise.resolve(oneChunk()) };
}
