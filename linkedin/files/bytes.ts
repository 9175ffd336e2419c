/** `0` to `9` in ASCII. */
export function isDigit(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
/** The same bytes, as a Buffer: no copy. */
export function asBuffer(chunk: Uint8Array): Buffer {
	return Buffer.isBuffer(chunk)
		? chunk
		: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
