/** Where a part lies in its file; both bytes are inclusive. */
export interface PartRange {
	/** From 1. */
	readonly partNumber: number;
	readonly firstByte: number;
	readonly lastByte: number;
	readonly uploadUrl: string;
}

/** A part and the way to exactly its bytes. */
export interface FilledPart<Part extends PartRange = PartRange> {
	readonly part: Part;
	/** To be called once. */
	readonly bytes: () => Promise<Buffer>;
}

export function sizeOf({ firstByte, lastByte }: PartRange): number {
	return lastByte - firstByte + 1;
}
