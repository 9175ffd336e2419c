/** Real time plus an offset that tests push forward; everything that ends or ripens asks it. */
export interface Clock {
	now(): number;
	advance(milliseconds: number): void;
	reset(): void;
}

export function createClock(): Clock {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance(milliseconds) {
			offset += milliseconds;
		},
		reset() {
			offset = 0;
		},
	};
}
