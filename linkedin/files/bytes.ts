/** The same bytes, as a Buffer: no copy. */
export function asBuffer(chunk: Uint8Array): Buffer {
	return Buffer.isBuffer(chunk)
		? chunk
		: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
