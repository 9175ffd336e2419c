/**
 * What a byte is predicted to be by a PNG's filter (its specification, 9.2), from the bytes of the
 * pixels to its left, above it, and above the one to its left.
 *
 * @param filter the first byte of its row: 0 none, 1 left, 2 up, 3 average, 4 Paeth
 */
export function predicted(filter: number, left: number, up: number, corner: number): number {
	switch (filter) {
		case 1:
			return left;
		case 2:
			return up;
		case 3:
			return (left + up) >> 1;
		case PAETH:
			return paeth(left, up, corner);
		default:
			return 0;
	}
}

/** The filter that packs photos best, if only one is used. */
export const PAETH = 4;

function paeth(left: number, up: number, corner: number): number {
	const estimate = left + up - corner;
	const toLeft = Math.abs(estimate - left);
	const toUp = Math.abs(estimate - up);
	const toCorner = Math.abs(estimate - corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}
