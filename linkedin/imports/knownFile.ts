import { isEmpty, isRecord, parseJson } from '../api/parse';
import type { FileSource } from '../files/source';
import { Problem } from '../problem';

/** What an earlier import saw of a file: by it the file that is there now is known to be another one. */
export interface KnownFile {
	/** Bytes. */
	readonly size?: number;
	/** As its server names its version, without a mark of weakness. */
	readonly etag?: string;
}

/**
 * Reads what an importing side remembers: an object or its JSON. Tables give numbers as text and nothing
 * as null.
 *
 * @returns undefined where nothing is remembered
 * @throws Problem
 */
export function readKnownFile(value: unknown, what: string): KnownFile | undefined {
	if (isEmpty(value)) return undefined;
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (!isRecord(given)) throw wrong(what, 'is not an object');
	const size = isEmpty(given.size) ? undefined : Number(given.size);
	if (size !== undefined && (!Number.isSafeInteger(size) || size < 0)) {
		throw wrong(what, 'has a size that is no whole number');
	}
	const { etag } = given;
	if (!isEmpty(etag) && typeof etag !== 'string') throw wrong(what, 'has an etag that is not text');
	const tag = typeof etag === 'string' ? opaque(etag) : '';
	if (size === undefined && tag === '') return undefined;
	return { ...(size === undefined ? {} : { size }), ...(tag === '' ? {} : { etag: tag }) };
}

function wrong(what: string, is: string): Problem {
	return new Problem(`${what} ${is}`, {
		description: 'Use the "known" of an earlier result: {"size": 1234, "etag": "…"}.',
	});
}

/** What is to be remembered of a file. */
export function knownOf({ size, etag }: FileSource): KnownFile {
	return { size, ...(etag === undefined ? {} : { etag: opaque(etag) }) };
}

/**
 * Whether a file is another one than the one that is known. A tag that only one of them has says nothing.
 *
 * @param sizeOnly its server makes new tags for the same file
 */
export function isOtherFile(known: KnownFile, file: FileSource, sizeOnly: boolean): boolean {
	const now = knownOf(file);
	if (known.size !== undefined && known.size !== now.size) return true;
	if (sizeOnly || known.etag === undefined || now.etag === undefined) return false;
	return known.etag !== now.etag;
}

function opaque(etag: string): string {
	return etag.trim().replace(/^W\//i, '');
}
