/** `<< ... >>` of a PDF (ISO 32000-1, 7.3.7), nested ones inside. */
export interface PdfDictionary {
	/** Where it begins. */
	readonly at: number;
	/** Where what follows it begins. */
	readonly end: number;
	/** One character per byte; nested dictionaries are left out. */
	readonly text: string;
}

const MARKS = /<<|>>/g;

/** A page tree's root lists its children: thousands of references. Beyond this it is no dictionary. */
const REACH = 128 * 1024;
/** Far more than any real file needs; it keeps a file made of names from being read for hours. */
const MAX_FOUND = 1000;

/**
 * The innermost dictionaries around a name, the last one first. Strings that hold `<<` or `>>` are
 * not told apart: they have no place in the dictionaries that are looked for.
 */
export function* dictionariesWith(bytes: Buffer, name: string): Generator<PdfDictionary> {
	let offset = bytes.lastIndexOf(name);
	for (let found = 0; offset >= 0 && found < MAX_FOUND; found += 1) {
		const at = openingBefore(bytes, offset);
		const dictionary = at === undefined ? undefined : dictionaryAt(bytes, at);
		if (dictionary) yield dictionary;
		if (offset === 0) return;
		offset = bytes.lastIndexOf(name, offset - 1);
	}
}

/** @param at of its `<<` */
function dictionaryAt(bytes: Buffer, at: number): PdfDictionary | undefined {
	const window = bytes.toString('latin1', at, at + REACH);
	let text = '';
	let depth = 0;
	let from = 0;
	for (const { 0: mark, index } of window.matchAll(MARKS)) {
		if (depth === 1) text += window.slice(from, index);
		depth += mark === '<<' ? 1 : -1;
		from = index + mark.length;
		if (depth === 0) return { at, end: at + from, text };
	}
	return undefined;
}

function openingBefore(bytes: Buffer, offset: number): number | undefined {
	const start = Math.max(0, offset - REACH);
	const window = bytes.toString('latin1', start, offset);
	let depth = 0;
	for (const { 0: mark, index } of [...window.matchAll(MARKS)].reverse()) {
		depth += mark === '<<' ? 1 : -1;
		if (depth === 1) return start + index;
	}
	return undefined;
}
