import type { Budget } from '../budget/budget';
import { inflate } from '../budget/inflate';
import { predicted } from '../predictors';
import { asDictionary, asName, asNumber, type PdfDictionary, type PdfValue } from './values';

const PNG_PREDICTORS = 10;
/** The longest row: one entry of a cross-reference stream has a few bytes. */
const LONGEST_ROW = 4096;

/**
 * The contents of a stream (ISO 32000-1, 7.3.8) that is compressed with Flate, like object streams
 * and cross-reference streams, or not at all.
 *
 * @param raw from its first byte on; bytes after the compressed ones do no harm
 * @returns undefined for any other filter
 */
export async function unpackStream(
	raw: Buffer,
	dictionary: PdfDictionary,
	budget: Budget,
): Promise<Buffer | undefined> {
	const filter = single(dictionary.get('Filter') ?? dictionary.get('F'));
	if (filter === undefined) return raw;
	if (!['FlateDecode', 'Fl'].includes(asName(filter) ?? '')) return undefined;
	const parameters = asDictionary(single(dictionary.get('DecodeParms') ?? dictionary.get('DP')));
	const predictor = asNumber(parameters?.get('Predictor')) ?? 1;
	if (predictor > 1 && predictor < PNG_PREDICTORS) return undefined;
	const packed = await inflate(raw, budget);
	if (predictor < PNG_PREDICTORS) return packed;
	const colours = asNumber(parameters?.get('Colors')) ?? 1;
	const bits = asNumber(parameters?.get('BitsPerComponent')) ?? 8;
	const columns = asNumber(parameters?.get('Columns')) ?? 1;
	const pixel = Math.max(1, Math.ceil((colours * bits) / 8));
	const row = Math.ceil((colours * bits * columns) / 8);
	return row < 1 || row > LONGEST_ROW ? undefined : unpredict(packed, row, pixel, budget);
}

/** A filter, or an array of one; an empty array is none. */
function single(value: PdfValue | undefined): PdfValue | undefined {
	if (!Array.isArray(value)) return value ?? undefined;
	return value.length > 1 ? null : (value[0] ?? undefined);
}

/** Undoes the filters of PNG (its specification, 9.2), in place: each row begins with its filter. */
async function unpredict(
	packed: Buffer,
	row: number,
	pixel: number,
	budget: Budget,
): Promise<Buffer> {
	const rows = Math.floor(packed.length / (row + 1));
	for (let index = 0; index < rows; index += 1) {
		if (budget.spend(row + 8)) await budget.turn();
		const filter = packed[index * (row + 1)] ?? 0;
		const from = index * (row + 1) + 1;
		const to = index * row;
		for (let column = 0; column < row; column += 1) {
			const left = column < pixel ? 0 : (packed[to + column - pixel] ?? 0);
			const up = index === 0 ? 0 : (packed[to + column - row] ?? 0);
			const corner = index === 0 || column < pixel ? 0 : (packed[to + column - row - pixel] ?? 0);
			packed[to + column] = (packed[from + column] ?? 0) + predicted(filter, left, up, corner);
		}
	}
	return packed.subarray(0, rows * row);
}
