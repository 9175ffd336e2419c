import type { Budget } from '../budget/budget';
import { MAP_ENTRY_BYTES } from '../budget/limits';
import { readCrossReferences, type CrossReferences, type Place } from './crossReferences';
import { contentsOf, objectAt, type PdfObject } from './objects';
import { ObjectStream } from './objectStream';
import { recover, type Recovered } from './recovery';
import { asDictionary, PdfReference, type PdfDictionary, type PdfValue } from './values';

/** The longest chain of references to references. */
const MAX_HOPS = 10;

/**
 * The objects of a PDF by number: according to the file's cross references or, if those are broken,
 * as found in the file.
 */
export class PdfDocument {
	/** The object stream that was read last: a page tree is usually stored together. */
	private stream: { readonly at: number; readonly contents: ObjectStream } | undefined;

	/** For a recovered file: where objects are packed, once that was determined. */
	private packed: ReadonlyMap<number, number> | undefined;

	private constructor(
		private readonly bytes: Buffer,
		private readonly budget: Budget,
		readonly trailer: PdfDictionary,
		private readonly source: CrossReferences | Recovered,
	) {}

	/** From its cross references; undefined if they are broken. */
	static async byReferences(
		bytes: Buffer,
		start: number,
		budget: Budget,
	): Promise<PdfDocument | undefined> {
		const references = await readCrossReferences(bytes, start, budget);
		return references && new PdfDocument(bytes, budget, references.trailer, references);
	}

	/** From what is found in it. */
	static async recovered(bytes: Buffer, budget: Budget): Promise<PdfDocument> {
		const recovered = await recover(bytes, budget);
		return new PdfDocument(bytes, budget, recovered.trailer, recovered);
	}

	/** A value, followed if it is a reference; undefined if that leads nowhere. */
	async resolve(value: PdfValue | undefined): Promise<PdfValue | undefined> {
		let found = value;
		for (let hop = 0; found instanceof PdfReference; hop += 1) {
			if (hop === MAX_HOPS) return undefined;
			found = await this.object(found.number);
		}
		return found;
	}

	async dictionary(value: PdfValue | undefined): Promise<PdfDictionary | undefined> {
		return asDictionary(await this.resolve(value));
	}

	private async object(number: number): Promise<PdfValue | undefined> {
		if ('objects' in this.source) return this.recoveredObject(this.source, number);
		const place = await this.placeOf(this.source, number);
		if (!place) return undefined;
		if ('at' in place) return (await this.objectAt(place.at, number))?.value;
		const holder = await this.placeOf(this.source, place.inStream);
		if (!holder || !('at' in holder)) return undefined;
		return (await this.streamAt(holder.at, place.inStream))?.value(number);
	}

	private async placeOf(source: CrossReferences, number: number): Promise<Place | undefined> {
		for (const { first, count, place } of source.sections) {
			await this.budget.pace(4);
			if (number < first || number >= first + count) continue;
			const found = place(number - first);
			if (found !== undefined) return found === 'free' ? undefined : found;
		}
		return undefined;
	}

	/** Its last version: directly in the file, or in an object stream after it. */
	private async recoveredObject(
		{ objects, objectStreams }: Recovered,
		number: number,
	): Promise<PdfValue | undefined> {
		const at = objects.get(number) ?? -1;
		this.packed ??= await this.index(objectStreams);
		const holder = this.packed.get(number) ?? -1;
		if (holder > at) return (await this.streamAt(holder))?.value(number);
		return (await this.objectAt(at, number))?.value;
	}

	/** Which object stream has which objects, each unpacked once. */
	private async index(objectStreams: readonly number[]): Promise<Map<number, number>> {
		const holders = new Map<number, number>();
		for (const holder of objectStreams) {
			for (const number of (await this.streamAt(holder))?.numbers ?? []) {
				if (!holders.has(number)) this.budget.hold(MAP_ENTRY_BYTES);
				holders.set(number, holder);
			}
		}
		return holders;
	}

	/** The object there, if it is the expected one. */
	private async objectAt(at: number, number: number): Promise<PdfObject | undefined> {
		const object = await objectAt(this.bytes, at, this.budget);
		return object?.number === number ? object : undefined;
	}

	private async streamAt(at: number, number?: number): Promise<ObjectStream | undefined> {
		if (this.stream?.at === at) return this.stream.contents;
		const object = await objectAt(this.bytes, at, this.budget);
		if (!object || (number !== undefined && object.number !== number)) return undefined;
		this.budget.release(this.stream?.contents.size ?? 0);
		this.stream = undefined;
		const contents = await contentsOf(this.bytes, object, this.budget);
		const dictionary = asDictionary(object.value);
		if (!contents || !dictionary) return undefined;
		const stream = await ObjectStream.open(contents, dictionary, this.budget);
		this.stream = { at, contents: stream };
		return stream;
	}
}
