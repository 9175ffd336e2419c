import type { UrlAnswer } from './http';

/** Codings that change a file's bytes (IANA's HTTP Content Coding Registry). */
const PACKINGS = new Set([
	'aes128gcm',
	'br',
	'compress',
	'dcb',
	'dcz',
	'deflate',
	'exi',
	'gzip',
	'pack200-gzip',
	'x-compress',
	'x-gzip',
	'zstd',
]);

/**
 * How the body of an answer is compressed, e.g. `gzip`; undefined for the plain file. Storage
 * services keep whatever was stated when the file was stored: an empty value, `aws-chunked` (how it
 * was sent then), `utf-8` or `base64` (for a client's string) say nothing about the bytes.
 */
export function packingOf({ headers }: Pick<UrlAnswer, 'headers'>): string | undefined {
	const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',');
	return codings.map((coding) => coding.trim()).find((coding) => PACKINGS.has(coding));
}
