import type { Budget } from '../budget/budget';
import { isRegular, isWhite } from './characters';
import { decodeName, unescaped } from './escapes';
import {
	asNumber,
	PdfName,
	PdfReference,
	PdfString,
	PdfWord,
	type PdfDictionary,
	type PdfValue,
} from './values';

/** Deeper than any real file, shallow enough for the stack. */
const MAX_DEPTH = 50;
/** Values, and bytes of a string, that one parser keeps: what matters is short. */
const MAX_KEPT = 20_000;
const LONGEST_WORD = 256;
const VALUE_STEPS = 64;
const PIECE_BYTES = 256;
const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;

const CLOSE_ARRAY = new PdfWord(']');
const CLOSE_DICTIONARY = new PdfWord('>>');
const END = new PdfWord('');

/**
 * Reads the values of a PDF from a position on (ISO 32000-1, 7.3). Broken syntax is read as far as
 * possible and never an error: a missing value is a {@link PdfWord} or `null`.
 *
 * Linear: each step advances by at least one byte, and is spent.
 */
export class PdfParser {
	private kept = 0;

	constructor(
		private readonly bytes: Buffer,
		public at: number,
		private readonly budget: Budget,
	) {}

	/** The next value; a reference is one. At the end, an empty word. */
	async value(depth = 0): Promise<PdfValue> {
		const value = await this.token(depth);
		// An integer may begin a reference, "12 0 R".
		const number = asNumber(value);
		if (number === undefined || number < 0 || !this.isReference()) return value;
		this.at = this.bytes.indexOf('R', this.at) + 1;
		return new PdfReference(number);
	}

	/** One token, or a whole array or dictionary. */
	private async token(depth: number): Promise<PdfValue> {
		await this.skipWhite();
		if (this.budget.spend(VALUE_STEPS)) await this.budget.turn();
		const { bytes } = this;
		const first = bytes[this.at];
		switch (first) {
			case undefined:
				return END;
			case 0x2f: // a slash
				this.at += 1;
				return new PdfName(decodeName(this.regular()));
			case 0x28: // an opening parenthesis
				return this.literal();
			case 0x5b: // an opening bracket
				this.at += 1;
				return depth < MAX_DEPTH ? this.array(depth + 1) : null;
			case 0x5d:
				this.at += 1;
				return CLOSE_ARRAY;
			case 0x3c: // less than
				if (bytes[this.at + 1] !== 0x3c) return this.hexadecimal();
				this.at += 2;
				return depth < MAX_DEPTH ? this.dictionary(depth + 1) : null;
			case 0x3e: // greater than
				this.at += bytes[this.at + 1] === 0x3e ? 2 : 1;
				return CLOSE_DICTIONARY;
			default:
				return this.word();
		}
	}

	private async array(depth: number): Promise<PdfValue[]> {
		const values: PdfValue[] = [];
		for (;;) {
			const value = await this.value(depth);
			if (value === CLOSE_ARRAY || isBreak(value)) return values;
			if ((this.kept += 1) < MAX_KEPT) values.push(value);
		}
	}

	private async dictionary(depth: number): Promise<PdfDictionary> {
		const entries: PdfDictionary = new Map();
		for (;;) {
			const key = await this.value(depth);
			if (key === CLOSE_DICTIONARY || isBreak(key)) return entries;
			if (!(key instanceof PdfName)) continue;
			const value = await this.value(depth);
			if (value === CLOSE_DICTIONARY || isBreak(value)) return entries;
			if ((this.kept += 1) < MAX_KEPT) entries.set(key.name, value);
		}
	}

	/** `(text)`: parentheses inside are balanced, or escaped. */
	private async literal(): Promise<PdfString> {
		const start = (this.at += 1);
		let open = 1;
		for (; this.at < this.bytes.length; this.at += 1) {
			if (this.isPiece() && this.budget.spend(PIECE_BYTES)) await this.budget.turn();
			const byte = this.bytes[this.at];
			if (byte === 0x5c) this.at += 1;
			else if (byte === 0x28) open += 1;
			else if (byte === 0x29 && (open -= 1) === 0) break;
		}
		const raw = this.bytes.subarray(start, Math.min(this.at, start + MAX_KEPT));
		this.at += 1;
		return new PdfString(unescaped(raw));
	}

	/** `<0a1b>`; other characters are left out, and a missing last digit is 0. */
	private async hexadecimal(): Promise<PdfString> {
		const start = (this.at += 1);
		while (this.at < this.bytes.length && this.bytes[this.at] !== 0x3e) {
			if (this.isPiece() && this.budget.spend(PIECE_BYTES)) await this.budget.turn();
			this.at += 1;
		}
		const digits = this.bytes
			.toString('latin1', start, Math.min(this.at, start + MAX_KEPT))
			.replace(/[^0-9A-Fa-f]/g, '');
		this.at += 1;
		return new PdfString(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
	}

	private word(): PdfValue {
		const word = this.regular();
		// A delimiter where none may be.
		if (word === '') {
			this.at += 1;
			return null;
		}
		if (NUMBER.test(word)) return Number(word);
		switch (word) {
			case 'true':
				return true;
			case 'false':
				return false;
			case 'null':
				return null;
			default:
				return new PdfWord(word);
		}
	}

	/** The characters of a name, number or word; longer ones are returned in pieces. */
	private regular(): string {
		const start = this.at;
		while (this.at - start < LONGEST_WORD && isRegular(this.bytes[this.at])) this.at += 1;
		this.budget.spend(this.at - start);
		return this.bytes.toString('latin1', start, this.at);
	}

	/** White space and comments. */
	private async skipWhite(): Promise<void> {
		let inComment = false;
		for (; this.at < this.bytes.length; this.at += 1) {
			const byte = this.bytes[this.at];
			if (byte === 0x25) inComment = true;
			else if (byte === 0x0a || byte === 0x0d) inComment = false;
			else if (!inComment && !isWhite(byte)) return;
			if (this.isPiece() && this.budget.spend(PIECE_BYTES)) await this.budget.turn();
		}
	}

	/** Long runs of bytes are spent in pieces: a call for each byte would cost more than the bytes. */
	private isPiece(): boolean {
		return this.at % PIECE_BYTES === 0;
	}

	/** Whether ` 0 R` follows: a generation, and the word that makes it a reference. */
	private isReference(): boolean {
		const next = this.bytes.toString('latin1', this.at, this.at + 16);
		return /^\s{1,4}\d{1,5}\s{1,4}R(?![^\s/<>[\]()%])/.test(next);
	}
}

/** The end of the bytes, or of an unclosed object. */
function isBreak(value: PdfValue): boolean {
	return (
		value instanceof PdfWord && ['', 'endobj', 'obj', 'stream', 'trailer'].includes(value.word)
	);
}
