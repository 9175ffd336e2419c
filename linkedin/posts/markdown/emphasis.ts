/** A piece of a paragraph: text, or a run of `*`, `_` or `~~`. */
export interface Piece {
	readonly text: string;
	/** For a run: the characters around it. */
	readonly marks?: { readonly before: string; readonly after: string };
}

/** A run that may begin emphasis, and how many of its characters are not paired yet. */
interface Opener {
	readonly at: number;
	left: number;
}

/**
 * Removes the marks that begin and end emphasis, paired as in CommonMark, and keeps the others.
 * Unlike CommonMark, it accepts emphasis in text without spaces (Chinese, Japanese), and ignores
 * single marks within a word or between numbers.
 */
export function withoutEmphasis(pieces: readonly Piece[]): string {
	const kept = pieces.map(({ text }) => text.length);
	const openers = new Map<string, Opener[]>();
	for (const [at, { text, marks }] of pieces.entries()) {
		const sign = text[0];
		if (marks === undefined || sign === undefined) continue;
		const { begins, ends } = sidesOf(text, marks);
		const stack = openers.get(sign) ?? [];
		openers.set(sign, stack);
		let left = text.length;
		while (ends && left > 0) {
			const opener = stack.at(-1);
			if (!opener) break;
			const paired = Math.min(left, opener.left);
			left -= paired;
			opener.left -= paired;
			kept[opener.at] = opener.left;
			if (opener.left === 0) stack.pop();
		}
		kept[at] = left;
		if (begins && left > 0) stack.push({ at, left });
	}
	return pieces.map(({ text }, at) => text.slice(0, kept[at])).join('');
}

const WORD = /[\p{L}\p{N}_]/u;

function sidesOf(run: string, { before, after }: { before: string; after: string }) {
	const within = WORD.test(before) && WORD.test(after);
	const numbers = /\p{N}/u.test(before) && /\p{N}/u.test(after);
	if (within && (run.length === 1 || run.startsWith('_') || numbers)) {
		return { begins: false, ends: false };
	}
	const begins = !/\s/.test(after) && !(run.startsWith('_') && WORD.test(before));
	const ends = !/\s/.test(before) && !(run.startsWith('_') && WORD.test(after));
	return { begins, ends };
}
