/** Where a part is in its file; both bytes are inclusive. */
export interface PartRange {
	/** From 1. */
	readonly partNumber: number;
	readonly firstByte: number;
	readonly lastByte: number;
	readonly uploadUrl: string;
}

/** A part, and how to get exactly its bytes. */
export interface FilledPart<Part extends PartRange = PartRange> {
	readonly part: Part;
	/** Must be called only once. */
	readonly bytes: () => Promise<Buffer>;
}

export function sizeOf({ firstByte, lastByte }: PartRange): number {
	return lastByte - firstByte + 1;
}
