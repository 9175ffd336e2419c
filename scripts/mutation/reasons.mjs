import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Why a mutant may survive, written by hand: `[{ file, code, from?, to?, reason }]`. `code` is the line of
 * the source without its indentation; `from` and `to`, as the list of survivors shows them, say which of
 * its mutants are meant, where not all are.
 */
export const REASONS = 'test/mutation/reasons.json';

/** @throws Error for a file that is no such list */
export function readReasons(root) {
	const full = path.join(root, REASONS);
	if (!existsSync(full)) return [];
	const reasons = JSON.parse(readFileSync(full, 'utf8'));
	for (const { file, code, reason } of reasons) {
		if (![file, code, reason].every((part) => typeof part === 'string' && part.trim() !== '')) {
			throw new Error(`${REASONS}: each entry has a file, a line of its code and a reason.`);
		}
	}
	return reasons;
}

/** @returns {string | undefined} */
export function reasonFor(change, reasons) {
	return reasons.find(
		({ file, code, from, to }) =>
			file === change.file &&
			code === change.code &&
			(from === undefined || from === change.from) &&
			(to === undefined || to === change.to),
	)?.reason;
}

/** Reasons whose line has gone from the source, each as a sentence. */
export function idleReasons(reasons, root) {
	return reasons
		.filter(({ file, code }) => {
			const full = path.join(root, file);
			if (!existsSync(full)) return true;
			return !readFileSync(full, 'utf8')
				.split('\n')
				.some((line) => line.trim() === code);
		})
		.map(
			({ file, code }) => `${REASONS} has a reason for a line that is gone from ${file}: ${code}`,
		);
}
