import type { UrlAnswer } from './http';

/** Codings that make other bytes of a file (IANA's HTTP Content Coding Registry). */
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
 * How the body of an answer is packed, e.g. `gzip`; undefined for the file as it is. Storages keep
 * whatever was said when the file was put there: nothing, `aws-chunked` (how it was sent then),
 * `utf-8` or `base64` (of a client's string) say nothing of the bytes that come.
 */
export function packingOf({ headers }: Pick<UrlAnswer, 'headers'>): string | undefined {
	const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',');
	return codings.map((coding) => coding.trim()).find((coding) => PACKINGS.has(coding));
}
