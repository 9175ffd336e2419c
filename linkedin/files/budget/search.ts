import type { Budget } from './budget';

/** A native search through so much takes a tenth of a millisecond. */
const WINDOW = 256 * 1024;
/** Bytes that Node's own search passes while a loop of ours does one step. */
const NATIVE_BYTES = 16;
/** What it costs to begin a search. */
const CALL_STEPS = 16;

/**
 * `bytes.indexOf(what, from)`, within the budget. Linear: windows overlap by the length of `what`.
 *
 * @param end where the search ends
 */
export async function indexOf(
	bytes: Buffer,
	what: Buffer,
	from: number,
	budget: Budget,
	end = bytes.length,
): Promise<number> {
	for (let start = from; start < end; start += WINDOW) {
		const stop = Math.min(end, start + WINDOW + what.length - 1);
		const found = bytes.subarray(start, stop).indexOf(what);
		const passed = found < 0 ? stop - start : found;
		if (budget.spend(CALL_STEPS + Math.ceil(passed / NATIVE_BYTES))) await budget.turn();
		if (found >= 0) return start + found;
	}
	return -1;
}
