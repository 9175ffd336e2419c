import type { PlanShape } from '../../core/settings';

export interface PartRange {
	readonly firstByte: number;
	readonly lastByte: number;
}

/**
 * linkedin-videos-api: parts are "sorted by non-overlapping byte-range. The first entry is byte
 * range: 0 - 4194303, the next one with 4194304 - 8388607 and so on."
 */
export function planParts(fileSizeBytes: number, partBytes: number): PartRange[] {
	const count = Math.ceil(fileSizeBytes / partBytes);
	return Array.from({ length: count }, (_, index) => ({
		firstByte: index * partBytes,
		lastByte: Math.min((index + 1) * partBytes, fileSizeBytes) - 1,
	}));
}

/** linkedin-videos-api, sample: a file of 1,055,736 bytes with `lastByte` 4194303. */
export function reachBeyondEnd(parts: readonly PartRange[], partBytes: number): PartRange[] {
	return parts.map(({ firstByte }) => ({ firstByte, lastByte: firstByte + partBytes - 1 }));
}

/** Plans that break the promise above; the parts behind them stay sound. */
export function spoil<Part extends PartRange>(parts: readonly Part[], shape: PlanShape): Part[] {
	const last = parts.length - 1;
	switch (shape) {
		case 'gap':
			return parts.map((part, index) => (index === 0 ? shift(part, 0, -1) : part));
		case 'overlap':
			return parts.map((part, index) => (index === last ? shift(part, -1, 0) : part));
		case 'wrongStart':
			return parts.map((part, index) => (index === 0 ? shift(part, 1, 0) : part));
		case 'tooShort':
			return parts.map((part, index) => (index === last ? shift(part, 0, -1) : part));
		case 'unsorted':
			return [...parts].reverse();
		case 'noParts':
			return [];
		case 'sound':
		case 'noInstructions':
		case 'noVideo':
			return [...parts];
	}
}

function shift<Part extends PartRange>(part: Part, first: number, last: number): Part {
	return { ...part, firstByte: part.firstByte + first, lastByte: part.lastByte + last };
}
