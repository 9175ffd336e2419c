/** The byte range of an answer, and the size of the whole file. */
export interface ContentRange {
	readonly first: number;
	readonly last: number;
	readonly total: number | undefined;
}

/** `bytes 0-1023/146515` or `bytes 0-1023/*` (RFC 9110, 14.4). */
export function parseContentRange(header: string | undefined): ContentRange | undefined {
	const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header?.trim() ?? '');
	if (!match) return undefined;
	const [, first, last, total] = match;
	return {
		first: Number(first),
		last: Number(last),
		total: total === '*' ? undefined : Number(total),
	};
}
