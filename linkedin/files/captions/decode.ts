/** Encodings that identify themselves. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are decoded in one step. */
export const PIECE_BYTES = 131_072;

/** According to its byte order mark. */
export function encodingOf([first, second]: Uint8Array): Encoding {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return 'utf-8';
}

/** The text in pieces; undefined, as the last one, if a byte is invalid in this encoding. */
export function* piecesOf(
	bytes: Buffer,
	encoding: Encoding,
): Generator<string | undefined, void, undefined> {
	const decode = decoderOf(encoding);
	for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
		const piece = decode(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES < bytes.length);
		yield piece;
		if (piece === undefined) return;
	}
}

/** Whether these bytes alone are UTF-8. */
export function isUtf8(bytes: Buffer): boolean {
	return decoderOf('utf-8')(bytes, false) !== undefined;
}

/** @returns a function of bytes and of whether more follow, so that a character may be split there */
function decoderOf(encoding: Encoding): (bytes: Buffer, stream: boolean) => string | undefined {
	const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
	return (bytes, stream) => {
		try {
			return decoder.decode(bytes, { stream });
		} catch {
			// The decoder's error doesn't say where; the caller finds the line.
			return undefined;
		}
	};
}
