import type { UrlAnswer } from './http';

/** `ETag` and `Last-Modified`, where given: by them a file is known to be the same. */
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
 * Without its mark of weakness (RFC 9110, 8.8.3.2, the weak comparison): servers that pack some of
 * their answers weaken the tag of the same file in some of them.
 */
function opaqueTag(etag: string | undefined): string | undefined {
	return etag?.trim().replace(/^W\//i, '');
}

/**
 * What of two answers' versions differs, as the user reads it; undefined for the same. A header that
 * only one of them has says nothing.
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
