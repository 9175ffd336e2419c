import type { Budget } from '../budget/budget';
import { indexOf } from '../budget/search';
import { isWhite } from './characters';
import { PdfParser } from './parser';
import { unpackStream } from './stream';
import { asDictionary, asNumber, PdfWord, type PdfDictionary, type PdfValue } from './values';

/** An object directly in the file (ISO 32000-1, 7.3.10). */
export interface PdfObject {
	readonly number: number;
	readonly value: PdfValue;
	/** Where its stream begins, if it has one. */
	readonly stream: number | undefined;
}

const END_STREAM = Buffer.from('endstream');

/** @returns undefined if there is no object */
export async function objectAt(
	bytes: Buffer,
	at: number,
	budget: Budget,
): Promise<PdfObject | undefined> {
	if (at < 0 || at >= bytes.length) return undefined;
	const parser = new PdfParser(bytes, at, budget);
	const number = asNumber(await parser.value());
	const generation = asNumber(await parser.value());
	const word = await parser.value();
	if (number === undefined || generation === undefined) return undefined;
	if (!(word instanceof PdfWord) || word.word !== 'obj') return undefined;
	const value = await parser.value();
	if (!asDictionary(value)) return { number, value, stream: undefined };
	const after = await parser.value();
	const hasStream = after instanceof PdfWord && after.word === 'stream';
	return { number, value, stream: hasStream ? streamStart(bytes, parser.at) : undefined };
}

/** One line end follows the word. */
function streamStart(bytes: Buffer, at: number): number {
	if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
	return isWhite(bytes[at]) ? at + 1 : at;
}

/**
 * The contents of an object's stream.
 *
 * @returns undefined if it has none, or one with an unknown filter
 */
export async function contentsOf(
	bytes: Buffer,
	{ value, stream }: PdfObject,
	budget: Budget,
): Promise<Buffer | undefined> {
	const dictionary = asDictionary(value);
	if (!dictionary || stream === undefined) return undefined;
	const raw = bytes.subarray(stream, await streamEnd(bytes, stream, dictionary, budget));
	return unpackStream(raw, dictionary, budget);
}

/** Its length, if it is stated right here and plausible; otherwise its end is searched for. */
async function streamEnd(
	bytes: Buffer,
	start: number,
	dictionary: PdfDictionary,
	budget: Budget,
): Promise<number> {
	const length = asNumber(dictionary.get('Length'));
	if (length !== undefined && length > 0 && start + length <= bytes.length) return start + length;
	const end = await indexOf(bytes, END_STREAM, start, budget);
	return end < 0 ? bytes.length : end;
}
