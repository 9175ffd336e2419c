/** Classes of bytes in a PDF (ISO 32000-1, 7.2.2): white space, delimiters, and regular ones. */
const WHITE = 1;
const DELIMITER = 2;
const CLASSES = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) CLASSES[byte] = WHITE;
for (const byte of Buffer.from('()<>[]{}/%')) CLASSES[byte] = DELIMITER;

export function isWhite(byte: number | undefined): boolean {
	return byte !== undefined && CLASSES[byte] === WHITE;
}

/** Part of a number, a name or a word. */
export function isRegular(byte: number | undefined): boolean {
	return byte !== undefined && CLASSES[byte] === 0;
}
