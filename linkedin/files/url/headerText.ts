/**
 * HTTP libraries return each byte of a header as a character; any other character was already
 * decoded.
 */
const NO_BYTE = /[\u0100-\uffff]/;

/** The bytes of a header; undefined if they are lost. */
export function headerBytes(header: string): Buffer | undefined {
	return NO_BYTE.test(header) ? undefined : Buffer.from(header, 'latin1');
}

/** A header's text: servers send UTF-8, which is not forbidden (RFC 9110, 5.5). */
export function headerText(header: string): string {
	const bytes = headerBytes(header);
	return (bytes && textIn(bytes, 'utf-8')) ?? header;
}

/** A URL in a header, with the bytes percent-encoded that its server left unencoded. */
export function headerAddress(header: string): string {
	if (headerBytes(header) === undefined) return header;
	return header.replace(
		/[\x80-\xff]/g,
		(byte) => `%${Buffer.from(byte, 'latin1').toString('hex').toUpperCase()}`,
	);
}

/** Undefined for an unknown charset, and for bytes that it doesn't have. */
export function textIn(bytes: Uint8Array, charset: string): string | undefined {
	try {
		const decoder = new TextDecoder(charset, { fatal: true });
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
}

const ESCAPE = /%([0-9a-f]{2})/gi;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;

/** The bytes of a percent-encoded text; its other characters are bytes already. */
export function percentBytes(bytes: Buffer): Buffer {
	const text = bytes.toString('latin1');
	return Buffer.from(
		text.replace(ESCAPE, (_, code: string) => byteOf(code)),
		'latin1',
	);
}

/** A text without percent-encoding: read as UTF-8, or as Windows' old charset if it isn't UTF-8. */
export function percentDecoded(text: string): string {
	return text.replace(ESCAPES, (escapes) => {
		const bytes = percentBytes(Buffer.from(escapes, 'latin1'));
		return textIn(bytes, 'utf-8') ?? textIn(bytes, 'windows-1252') ?? escapes;
	});
}

function byteOf(code: string): string {
	return String.fromCharCode(Number.parseInt(code, 16));
}
