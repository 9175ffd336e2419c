/** Values of a PDF (ISO 32000-1, 7.3). Strings and names are bytes, one character each. */
export type PdfValue =
	| number
	| boolean
	| null
	| PdfName
	| PdfString
	| PdfReference
	| PdfWord
	| PdfValue[]
	| PdfDictionary;

export class PdfName {
	constructor(readonly name: string) {}
}

export class PdfString {
	constructor(readonly bytes: Buffer) {}
}

export class PdfReference {
	constructor(readonly number: number) {}
}

/** A word that is not a value, such as `obj` or `stream`. */
export class PdfWord {
	constructor(readonly word: string) {}
}

/** Keys are without their slash. */
export type PdfDictionary = Map<string, PdfValue>;

export function asNumber(value: PdfValue | undefined): number | undefined {
	return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

export function asName(value: PdfValue | undefined): string | undefined {
	return value instanceof PdfName ? value.name : undefined;
}

export function asBytes(value: PdfValue | undefined): Buffer | undefined {
	return value instanceof PdfString ? value.bytes : undefined;
}

export function asDictionary(value: PdfValue | undefined): PdfDictionary | undefined {
	return value instanceof Map ? value : undefined;
}

/** The numbers of an array; undefined if it is not an array, or contains anything else. */
export function asNumbers(value: PdfValue | undefined): number[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const numbers = value.map(asNumber).filter((number) => number !== undefined);
	return numbers.length === value.length ? numbers : undefined;
}
