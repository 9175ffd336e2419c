import type { Budget } from './budget';

/** A native search for one byte through so much takes some hundredths of a millisecond. */
const WINDOW = 1024 * 1024;
/** Bytes that it passes while a loop of ours does one step. */
const NATIVE_BYTES = 32;
const HIT_STEPS = 6;

/**
 * `bytes.indexOf(what, from)`, within the budget.
 *
 * Linear in any file: Node looks for the last byte of `what` alone, and each place that has it is a step.
 * Its own search for several bytes is not, in bytes that are made for it.
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
