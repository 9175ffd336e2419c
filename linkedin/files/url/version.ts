import type { UrlAnswer } from './http';

/** `ETag` and `Last-Modified`, if present: they tell whether a file is still the same. */
export interface FileVersion {
	readonly etag: string | undefined;
	readonly lastModified: string | undefined;
}

export function versionOf({ headers }: Pick<UrlAnswer, 'headers'>): FileVersion {
	return {
		etag: opaqueTag(headers.get('etag')),
		lastModified: headers.get('last-modified')?.trim(),
	};
}

/**
 * Without its weakness prefix (RFC 9110, 8.8.3.2, weak comparison): servers that compress some of
 * their answers weaken the tag only in those.
 */
function opaqueTag(etag: string | undefined): string | undefined {
	return etag?.trim().replace(/^W\//i, '');
}

/**
 * How the versions of two answers differ, as the user reads it; undefined if they don't. A header
 * that only one of them has is ignored.
 */
export function differenceBetween(one: FileVersion, other: FileVersion): string | undefined {
	const differs = (a: string | undefined, b: string | undefined): boolean =>
		a !== undefined && b !== undefined && a !== b;
	const names = [
		...(differs(one.etag, other.etag) ? ['ETag'] : []),
		...(differs(one.lastModified, other.lastModified) ? ['Last-Modified'] : []),
	];
	return names.length === 0 ? undefined : names.join(' and ');
}
