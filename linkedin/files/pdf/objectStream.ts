import type { Budget } from '../budget/budget';
import { MAP_ENTRY_BYTES } from '../budget/limits';
import { PdfParser } from './parser';
import { asNumber, type PdfDictionary, type PdfValue } from './values';

/**
 * Objects that are packed together (ISO 32000-1, 7.5.7): pairs of number and offset, then the
 * objects.
 */
export class ObjectStream {
	private constructor(
		private readonly contents: Buffer,
		private readonly offsets: ReadonlyMap<number, number>,
		private readonly budget: Budget,
	) {}

	static async open(
		contents: Buffer,
		dictionary: PdfDictionary,
		budget: Budget,
	): Promise<ObjectStream> {
		const first = asNumber(dictionary.get('First')) ?? 0;
		const count = asNumber(dictionary.get('N')) ?? 0;
		const offsets = new Map<number, number>();
		const parser = new PdfParser(contents.subarray(0, first), 0, budget);
		for (let index = 0; index < count; index += 1) {
			const number = asNumber(await parser.value());
			const offset = asNumber(await parser.value());
			if (number === undefined || offset === undefined) break;
			budget.hold(MAP_ENTRY_BYTES);
			offsets.set(number, first + offset);
		}
		return new ObjectStream(contents, offsets, budget);
	}

	/** Bytes of memory. */
	get size(): number {
		return this.contents.length + this.offsets.size * MAP_ENTRY_BYTES;
	}

	get numbers(): Iterable<number> {
		return this.offsets.keys();
	}

	async value(number: number): Promise<PdfValue | undefined> {
		const at = this.offsets.get(number);
		return at === undefined ? undefined : new PdfParser(this.contents, at, this.budget).value();
	}
}
