import type { Budget } from '../budget/budget';
import { contentsOf, objectAt } from './objects';
import { isDigit } from '../bytes';
import { isWhite } from './characters';
import { PdfParser } from './parser';
import { asDictionary, asName, asNumber, asNumbers, PdfWord, type PdfDictionary } from './values';

/** Where an object is: directly in the file, or in an object stream. */
export type Place = { readonly at: number } | { readonly inStream: number };

/** One part of a cross-reference table or stream: entries of consecutive objects. */
interface Section {
	readonly first: number;
	readonly count: number;
	/** Where the object is; `free` if there is none. */
	readonly place: (index: number) => Place | 'free' | undefined;
}

/** What the references of a PDF amount to. */
export interface CrossReferences {
	/** Newest first; the newest counts. */
	readonly sections: readonly Section[];
	/** From the newest part, which counts. */
	readonly trailer: PdfDictionary;
}

/** Saved changes; a file with more is read as if it had no references. */
const MAX_PARTS = 1000;
const ENTRY_BYTES = [20, 19] as const;

/**
 * Reads the cross-reference tables and streams of a PDF, from the newest part back to the oldest
 * (ISO 32000-1, 7.5.4 to 7.5.8). Entries are read on demand: a table of a million objects takes no
 * memory.
 *
 * @param bytes from the header on, since offsets count from there
 * @returns undefined if one of them is not where it should be
 */
export async function readCrossReferences(
	bytes: Buffer,
	start: number,
	budget: Budget,
): Promise<CrossReferences | undefined> {
	const sections: Section[] = [];
	const seen = new Set<number>();
	const open = [start];
	let trailer: PdfDictionary | undefined;
	for (let at = open.shift(); at !== undefined; at = open.shift()) {
		// Circular references, which viewers tolerate.
		if (seen.has(at)) continue;
		if (seen.size >= MAX_PARTS) return undefined;
		seen.add(at);
		const part = await readPart(bytes, at, budget);
		if (!part) return undefined;
		sections.push(...part.sections);
		trailer ??= part.dictionary;
		// For a file for old and new viewers: its stream counts before older parts.
		const next = [part.dictionary.get('XRefStm'), part.dictionary.get('Prev')].map(asNumber);
		open.push(...next.filter((offset) => offset !== undefined));
	}
	return trailer && { sections, trailer };
}

interface Part {
	readonly sections: readonly Section[];
	readonly dictionary: PdfDictionary;
}

async function readPart(bytes: Buffer, at: number, budget: Budget): Promise<Part | undefined> {
	const parser = new PdfParser(bytes, at, budget);
	const word = await parser.value();
	if (word instanceof PdfWord && word.word === 'xref') return readTable(bytes, parser, budget);
	return readStream(bytes, at, budget);
}

async function readTable(
	bytes: Buffer,
	parser: PdfParser,
	budget: Budget,
): Promise<Part | undefined> {
	const sections: Section[] = [];
	for (;;) {
		const first = await parser.value();
		if (first instanceof PdfWord && first.word === 'trailer') break;
		const count = asNumber(await parser.value());
		const start = asNumber(first);
		if (start === undefined || count === undefined || count < 0) return undefined;
		const section = count === 0 ? undefined : tableSection(bytes, parser.at, start, count);
		if (section) {
			sections.push(section);
			parser.at = section.end;
			budget.hold(64);
		} else if (count > 0) return undefined;
	}
	const dictionary = asDictionary(await parser.value());
	return dictionary && { sections, dictionary };
}

/** Entries of 20 bytes, or 19 in some tools: an offset, a generation, a letter. */
function tableSection(
	bytes: Buffer,
	behindCount: number,
	first: number,
	count: number,
): (Section & { end: number }) | undefined {
	let start = behindCount;
	while (start < behindCount + 16 && isWhite(bytes[start])) start += 1;
	if (!isDigit(bytes[start])) return undefined;
	const width = ENTRY_BYTES.find((length) => {
		const last = start + (count - 1) * length;
		return (
			isEntry(bytes, start) && isEntry(bytes, last) && (count < 2 || isEntry(bytes, start + length))
		);
	});
	if (width === undefined) return undefined;
	return {
		first,
		count,
		end: start + count * width,
		place: (index) => {
			const at = start + index * width;
			if (!isEntry(bytes, at)) return undefined;
			const free = bytes[at + 17] === 0x66;
			return free ? 'free' : { at: Number(bytes.toString('latin1', at, at + 10)) };
		},
	};
}

function isEntry(bytes: Buffer, at: number): boolean {
	return /^\d{10} \d{5} [nf]/.test(bytes.toString('latin1', at, at + 18));
}

async function readStream(bytes: Buffer, at: number, budget: Budget): Promise<Part | undefined> {
	const object = await objectAt(bytes, at, budget);
	const dictionary = asDictionary(object?.value);
	if (!object || !dictionary || asName(dictionary.get('Type')) !== 'XRef') return undefined;
	const widths = asNumbers(dictionary.get('W'));
	const contents = await contentsOf(bytes, object, budget);
	if (!contents || widths?.length !== 3 || widths.some((width) => width < 0 || width > 8)) {
		return undefined;
	}
	const entryBytes = widths.reduce((sum, width) => sum + width, 0);
	const size = asNumber(dictionary.get('Size')) ?? 0;
	const index = asNumbers(dictionary.get('Index')) ?? [0, size];
	const sections: Section[] = [];
	let start = 0;
	for (let pair = 0; pair + 1 < index.length; pair += 2) {
		const [first = 0, count = 0] = index.slice(pair, pair + 2);
		budget.hold(64);
		sections.push({ first, count, place: placeIn(contents, widths, start) });
		start += count * entryBytes;
	}
	return { sections, dictionary };
}

/** Entries of a stream (7.5.8.3): a kind, an offset or the number of an object stream, a third field. */
function placeIn(contents: Buffer, widths: readonly number[], start: number): Section['place'] {
	const [kindBytes = 0, fieldBytes = 0, restBytes = 0] = widths;
	const entryBytes = kindBytes + fieldBytes + restBytes;
	return (index) => {
		const at = start + index * entryBytes;
		if (entryBytes === 0 || at + entryBytes > contents.length) return undefined;
		const kind = kindBytes === 0 ? 1 : bigEndian(contents, at, kindBytes);
		const field = bigEndian(contents, at + kindBytes, fieldBytes);
		if (kind === 0) return 'free';
		if (kind === 1) return { at: field };
		return kind === 2 ? { inStream: field } : undefined;
	};
}

function bigEndian(bytes: Buffer, at: number, length: number): number {
	let value = 0;
	for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
	return value;
}
