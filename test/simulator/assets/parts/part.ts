import type { Simulation } from '../../core/simulation';
import { planParts, type PartRange } from './plan';

export interface Part {
	readonly number: number;
	readonly range: PartRange;
	readonly size: number;
	/** PUTs that were stored. */
	attempts: number;
	/** What the last stored PUT left. */
	received: { readonly sha256: string; readonly id: string; readonly file?: string } | undefined;
}

/** What a test sees of a part. */
export interface PartView {
	readonly number: number;
	readonly firstByte: number;
	readonly lastByte: number;
	readonly size: number;
	/** PUTs that were stored. */
	readonly attempts: number;
	readonly sha256: string | undefined;
	/** The unquoted ETag. */
	readonly id: string | undefined;
}

/** The parts of a file, none of which has come yet. */
export function newParts(fileSizeBytes: number, partBytes: number): Part[] {
	return planParts(fileSizeBytes, partBytes).map((range, index) => ({
		number: index + 1,
		range,
		size: range.lastByte - range.firstByte + 1,
		attempts: 0,
		received: undefined,
	}));
}

export function viewPart({ number, range, size, attempts, received }: Part): PartView {
	return { number, ...range, size, attempts, sha256: received?.sha256, id: received?.id };
}

/** Where the spool has the parts; fewer than there are where it is off. */
export function filesOf(parts: readonly Part[]): string[] {
	return parts.flatMap(({ received }) => received?.file ?? []);
}

/** SHA-256 of the whole file; `undefined` for several parts without the spool. */
export async function hashOfParts(
	{ spool }: Simulation,
	parts: readonly Part[],
): Promise<string | undefined> {
	const files = filesOf(parts);
	if (files.length === parts.length) return spool.hash(files);
	return parts.length === 1 ? parts[0]?.received?.sha256 : undefined;
}
