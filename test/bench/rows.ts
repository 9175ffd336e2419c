/** One line of the result: what was measured, and whether its budget holds. */
export interface Row {
	readonly what: string;
	readonly way: string;
	/** The ratio or number that the budget speaks of. */
	readonly value: number;
	readonly unit: '×' | 'MiB' | 'ms' | 'files' | 'requests' | '%' | '';
	readonly budget: string;
	/** Undefined where the row is there to compare with. */
	readonly holds?: boolean;
	/** What the value is made of. */
	readonly detail: Readonly<Record<string, number | string | boolean>>;
}

export const MIB = 1024 * 1024;
export const GIB = 1024 * MIB;

export function mib(bytes: number): number {
	return Math.round((bytes / MIB) * 10) / 10;
}

export function round(value: number, digits = 2): number {
	return Math.round(value * 10 ** digits) / 10 ** digits;
}
