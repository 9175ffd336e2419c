import type { UrlAnswer } from './http';

/** `ETag` and `Last-Modified`, where given: by them a file is known to be the same. */
export interface FileVersion {
	readonly etag: string | undefined;
	readonly lastModified: string | undefined;
}

export function versionOf({ headers }: UrlAnswer): FileVersion {
	return { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
}

/** A header that only one of the answers has says nothing. */
export function isSameVersion(one: FileVersion, other: FileVersion): boolean {
	const differs = (a: string | undefined, b: string | undefined): boolean =>
		a !== undefined && b !== undefined && a !== b;
	return !differs(one.etag, other.etag) && !differs(one.lastModified, other.lastModified);
}
