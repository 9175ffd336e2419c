/** A point in time; `order` tells which of two changes in one millisecond came later. */
export interface Stamp {
	readonly at: number;
	readonly order: number;
}

/** Real time plus an offset that tests push forward; everything that ends or ripens asks it. */
export interface Clock {
	now(): number;
	/** Of a change that happened now, or at a time that was noticed only now. */
	stamp(at?: number): Stamp;
	advance(milliseconds: number): void;
	reset(): void;
}

export function createClock(): Clock {
	let offset = 0;
	let order = 0;
	const now = (): number => Date.now() + offset;
	return {
		now,
		stamp(at = now()) {
			order += 1;
			return { at, order };
		},
		advance(milliseconds) {
			offset += milliseconds;
		},
		reset() {
			offset = 0;
		},
	};
}

/** Negative where the first came before the second. */
export function compareStamps(first: Stamp, second: Stamp): number {
	return first.at - second.at || first.order - second.order;
}
