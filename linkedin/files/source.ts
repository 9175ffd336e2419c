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
	/**
	 * The file's bytes from the start. Chunk borders mean nothing: one chunk may hold the whole
	 * file (n8n's database mode) or a few bytes. Leaving the loop early releases the source.
	 *
	 * @param signal ends the reading, also of a source that stalls
	 */
	open(signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}
