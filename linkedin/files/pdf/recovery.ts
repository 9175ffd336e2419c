import type { Budget } from '../budget/budget';
import { MAP_ENTRY_BYTES } from '../budget/limits';
import { indexOf } from '../budget/search';
import { isDigit } from '../bytes';
import { isRegular, isWhite } from './characters';
import { objectAt } from './objects';
import { PdfParser } from './parser';
import { asDictionary, PdfReference, type PdfDictionary, type PdfValue } from './values';

/** What can be found in a PDF whose cross references are broken or missing. */
export interface Recovered {
	/** Where each object is; the last one with a number counts. */
	readonly objects: ReadonlyMap<number, number>;
	/** Where object streams are, in the order of the file. */
	readonly objectStreams: readonly number[];
	/** The last one that names the root. */
	readonly trailer: PdfDictionary;
}

const OBJECT = Buffer.from('obj');
const TRAILER = Buffer.from('trailer');
const HIT_STEPS = 128;
/** A dictionary names its type near its beginning. */
const REACH = 512;
const TYPE = /\/Type\s*\/(ObjStm|XRef|Catalog)\b/;

/**
 * Scans the whole file for objects and trailers, as viewers do if it is broken. Once per file, and
 * linear: native forward searches, and a bounded step for each hit.
 */
export async function recover(bytes: Buffer, budget: Budget): Promise<Recovered> {
	const objects = new Map<number, number>();
	const objectStreams: number[] = [];
	const trailer = new LastTrailer();
	for await (const at of each(bytes, OBJECT, budget)) {
		const object = headerBefore(bytes, at);
		if (!object) continue;
		if (!objects.has(object.number)) budget.hold(MAP_ENTRY_BYTES);
		objects.set(object.number, object.at);
		const type = typeNear(bytes, at);
		if (type === 'ObjStm') objectStreams.push(object.at);
		if (type === 'Catalog') trailer.catalog = object.number;
		if (type === 'XRef') trailer.take((await objectAt(bytes, object.at, budget))?.value);
	}
	for await (const at of each(bytes, TRAILER, budget)) {
		trailer.take(await new PdfParser(bytes, at + TRAILER.length, budget).value());
	}
	return { objects, objectStreams, trailer: trailer.found };
}

/** The last one that names the root; if none does, the catalog itself. */
class LastTrailer {
	catalog: number | undefined;
	private last: PdfDictionary | undefined;

	take(value: PdfValue | undefined): void {
		const dictionary = asDictionary(value);
		if (dictionary?.has('Root')) this.last = dictionary;
	}

	get found(): PdfDictionary {
		const entries: [string, PdfValue][] =
			this.catalog === undefined ? [] : [['Root', new PdfReference(this.catalog)]];
		return this.last ?? new Map(entries);
	}
}

/** The positions of something, from the file's beginning to its end. */
async function* each(bytes: Buffer, what: Buffer, budget: Budget): AsyncGenerator<number> {
	let at = await indexOf(bytes, what, 0, budget);
	while (at >= 0) {
		await budget.pace(HIT_STEPS);
		yield at;
		at = await indexOf(bytes, what, at + what.length, budget);
	}
}

/** `12 0 ` before the word: the number, and where it begins. */
function headerBefore(bytes: Buffer, word: number): { number: number; at: number } | undefined {
	const generation = wordBefore(bytes, word);
	const number = generation && wordBefore(bytes, generation.at);
	if (!number || isRegular(bytes[number.at - 1])) return undefined;
	return { number: number.value, at: number.at };
}

/** Digits, at most ten, followed by white space. */
function wordBefore(bytes: Buffer, end: number): { value: number; at: number } | undefined {
	let behind = end;
	while (behind > 0 && end - behind < 8 && isWhite(bytes[behind - 1])) behind -= 1;
	let at = behind;
	while (at > 0 && behind - at < 10 && isDigit(bytes[at - 1])) at -= 1;
	if (behind === end || at === behind) return undefined;
	return { value: Number(bytes.toString('latin1', at, behind)), at };
}

function typeNear(bytes: Buffer, at: number): string | undefined {
	const [window = ''] = bytes.toString('latin1', at, at + REACH).split('endobj', 1);
	return TYPE.exec(window)?.[1];
}
