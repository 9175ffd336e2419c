/**
 * A file whose bytes can be read from its start, as often as needed.
 *
 * `size` is exact and known before the first byte is read: LinkedIn uses it to plan the parts.
 */
export interface FileSource {
	/** The file's name, for messages and as the default name in a media library. */
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** As its storage or server states it; often wrong, sometimes absent. */
	readonly mimeType?: string;
	/** What its server calls this version of it. */
	readonly etag?: string;
	/**
	 * The file's bytes from the start. Chunk borders mean nothing: one chunk may hold the whole file
	 * (n8n's database mode) or a few bytes. Leaving the loop early releases the source.
	 *
	 * @param signal ends the reading, even if the source stalls
	 */
	open(signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
	/**
	 * Exactly these bytes (both inclusive), if they can be read without those before: several calls
	 * at once are fine. Absent if the file can only be read from its start.
	 */
	readonly readRange?: (
		firstByte: number,
		lastByte: number,
		signal?: AbortSignal,
		/** Provides the buffer to read into, of exactly this many bytes. */
		allocate?: (size: number) => Buffer | Promise<Buffer>,
	) => Promise<Buffer>;
	/**
	 * Bytes from the start that can be read ahead without having the file sent twice. Absent if
	 * reading it again costs nothing.
	 */
	readonly lookAheadBytes?: number;
	/** Releases what the source holds open between two readings. */
	close?(): Promise<void>;
}

/** A file that is already in memory. */
export function fileOf(name: string, bytes: Buffer): FileSource {
	async function* oneChunk(): AsyncGenerator<Uint8Array, void, undefined> {
		yield await Promise.resolve(bytes);
	}
	return { name, size: bytes.length, open: () => Promise.resolve(oneChunk()) };
}
