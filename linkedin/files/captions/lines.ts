const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const MINUS = 0x2d;
const GREATER = 0x3e;

/** Bytes per step: the event loop may have to turn in the middle of a line. */
const STEP_BYTES = 32_768;

/**
 * Walks through the lines of a text in UTF-8, which end in LF, CR LF or CR; a second CR before CR
 * LF, which careless conversions leave, belongs to the line end. Only the current line is kept: a
 * list of all lines would take many times the file's size.
 */
export class Lines {
	/** From 1. */
	number = 0;
	/** The current line in `bytes`, without its line end. */
	from = 0;
	to = 0;
	/** Position of its first character that is neither white space, a control character nor a mark. */
	first = 0;
	/** It contains `-->`. */
	arrow = false;
	/** It contains `>`. */
	pointed = false;
	/** It ends like most lines, in LF or CR LF, and has no byte order mark. */
	plain = true;
	private at = 0;
	private begun = false;

	constructor(readonly bytes: Buffer) {}

	/** Bytes that were read so far. */
	get looked(): number {
		return this.at;
	}

	/** Only white space in it. */
	get blank(): boolean {
		return this.first === this.to;
	}

	/** Not even white space. */
	get empty(): boolean {
		return this.from === this.to;
	}

	/** Its text, without white space at the start. @param most bytes */
	head(most: number): string {
		return this.bytes.toString('utf8', this.first, Math.min(this.to, this.first + most));
	}

	/** Reads a piece of bounded size: to the end of a line, or less (`more`). */
	step(): 'line' | 'more' | 'end' {
		const { bytes } = this;
		if (!this.begun && !this.begin()) return 'end';
		const until = Math.min(bytes.length, this.at + STEP_BYTES);
		for (let at = this.at; at < until; at += 1) {
			const byte = bytes[at] ?? 0;
			if (byte === LF || byte === CR) return this.endAt(at);
			if (byte === GREATER) {
				this.pointed = true;
				this.arrow ||= bytes[at - 1] === MINUS && bytes[at - 2] === MINUS && at - 2 >= this.from;
			}
			if (byte > SPACE && this.first < 0) this.first = at;
		}
		this.at = until;
		return until < bytes.length ? 'more' : this.endAt(until);
	}

	private begin(): boolean {
		const { bytes, at } = this;
		if (at >= bytes.length) return false;
		this.begun = true;
		this.number += 1;
		this.from = at;
		this.first = -1;
		this.arrow = this.pointed = false;
		// Files that were joined have byte order marks in the middle.
		const marked = bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
		this.plain = !marked;
		if (marked) this.at += 3;
		return true;
	}

	private endAt(at: number): 'line' {
		const { bytes } = this;
		this.to = at;
		if (this.first < 0) this.first = at;
		let next = at;
		if (bytes[at] === CR && bytes[at + 1] === CR && bytes[at + 2] === LF) next += 1;
		if (bytes[next] === CR && bytes[next + 1] === LF) next += 1;
		if (next > at + 1 || bytes[next] === CR) this.plain = false;
		this.at = next + 1;
		this.begun = false;
		return 'line';
	}
}
