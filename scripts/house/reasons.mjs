import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Why an entry of a list may stay: `[{ kind, where, reason }]`, with the kind and the place as the
 * list shows them.
 */
const FILE = 'scripts/house/reasons.json';

/** @throws Error for a file that is no list of reasons */
export function readReasons(root) {
	let text;
	try {
		text = readFileSync(path.join(root, FILE), 'utf8');
	} catch (error) {
		if (error.code === 'ENOENT') return [];
		throw error;
	}
	const reasons = JSON.parse(text);
	for (const { kind, where, reason } of reasons) {
		if (![kind, where, reason].every((part) => typeof part === 'string' && part.trim() !== '')) {
			throw new Error(`${FILE}: each entry has a kind, a where and a reason, as texts.`);
		}
	}
	return reasons;
}

/** Each entry with its reason, where it has one. */
export function withReasons(entries, reasons) {
	return entries.map((entry) => ({
		...entry,
		reason: reasons.find((reason) => isFor(reason, entry))?.reason,
	}));
}

/** Entries without a reason, and reasons whose entry has gone, each as a sentence. */
export function unreasoned(entries, reasons) {
	const open = withReasons(entries, reasons).filter(({ reason }) => reason === undefined);
	const idle = reasons.filter((reason) => !entries.some((entry) => isFor(reason, entry)));
	return [
		...open.map(({ kind, where, text }) => `${kind}: ${where} (${text})`),
		...idle.map(({ kind, where }) => `${FILE} has a reason for ${kind}: ${where}, which is gone`),
	];
}

function isFor(reason, entry) {
	return reason.kind === entry.kind && reason.where === entry.where;
}
