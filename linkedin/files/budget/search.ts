import type { Budget } from './budget';

/** A native search for one byte through this much takes a few hundredths of a millisecond. */
const WINDOW = 1024 * 1024;
/** Bytes that it covers, or that are copied, in the time of one step in JavaScript. */
export const NATIVE_BYTES = 32;
const HIT_STEPS = 6;

/**
 * `bytes.indexOf(what, from)`, within the budget.
 *
 * Linear for any file: Node searches for the last byte of `what` only, and each hit is a step. Its
 * search for several bytes is not linear for bytes crafted against it.
 */
export async function indexOf(
	bytes: Buffer,
	what: Buffer,
	from: number,
	budget: Budget,
): Promise<number> {
	const last = what.length - 1;
	const probe = what[last] ?? 0;
	let at = from + last;
	while (at < bytes.length) {
		const hit = bytes.subarray(at, at + WINDOW).indexOf(probe);
		const passed = hit < 0 ? WINDOW : hit;
		if (budget.spend(HIT_STEPS + Math.ceil(passed / NATIVE_BYTES))) await budget.turn();
		at += passed;
		if (hit < 0) continue;
		if (isAt(bytes, what, at - last)) return at - last;
		at += 1;
	}
	return -1;
}

function isAt(bytes: Buffer, what: Buffer, start: number): boolean {
	for (let index = 0; index < what.length; index += 1) {
		if (bytes[start + index] !== what[index]) return false;
	}
	return true;
}
