/** HTTP libraries give each byte of a header as a character; another one was decoded by somebody. */
const NO_BYTE = /[\u0100-\uffff]/;

/** The bytes of a header; undefined where they are not to be had any more. */
export function headerBytes(header: string): Buffer | undefined {
	return NO_BYTE.test(header) ? undefined : Buffer.from(header, 'latin1');
}

/** A header's text: servers send UTF-8, which no rule forbids them (RFC 9110, 5.5). */
export function headerText(header: string): string {
	const bytes = headerBytes(header);
	return (bytes && textIn(bytes, 'utf-8')) ?? header;
}

/** An address in a header, with the bytes percent-encoded that its server left as they are. */
export function headerAddress(header: string): string {
	if (headerBytes(header) === undefined) return header;
	return header.replace(
		/[\x80-\xff]/g,
		(byte) => `%${Buffer.from(byte, 'latin1').toString('hex').toUpperCase()}`,
	);
}

/** Undefined for a charset that nobody knows, and for bytes that it does not have. */
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

/** The bytes of a percent-encoded text; what else stands in it is bytes already. */
export function percentBytes(bytes: Buffer): Buffer {
	const text = bytes.toString('latin1');
	return Buffer.from(
		text.replace(ESCAPE, (_, code: string) => byteOf(code)),
		'latin1',
	);
}

/** A text without percent-encoding: of UTF-8, or of Windows' old charset where it is none. */
export function percentDecoded(text: string): string {
	return text.replace(ESCAPES, (escapes) => {
		const bytes = percentBytes(Buffer.from(escapes, 'latin1'));
		return textIn(bytes, 'utf-8') ?? textIn(bytes, 'windows-1252') ?? escapes;
	});
}

function byteOf(code: string): string {
	return String.fromCharCode(Number.parseInt(code, 16));
}
