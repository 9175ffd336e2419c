const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const MINUS = 0x2d;
const GREATER = 0x3e;

/** Bytes that one step looks at: the event loop may have to turn in the middle of a line. */
const STEP_BYTES = 32_768;

/**
 * Walks through the lines of a text in UTF-8, which end in LF, CR LF or CR; a second CR in front of CR
 * LF, which careless conversions leave, belongs to the line's end. Only the present line is known: a
 * list of all of them would take many times the file's size.
 */
export class Lines {
	/** From 1. */
	number = 0;
	/** The line in `bytes`, without its end. */
	from = 0;
	to = 0;
	/** Where its first character stands that is neither white, a control character nor a mark. */
	first = 0;
	/** It holds `-->`. */
	arrow = false;
	/** It holds `>`. */
	pointed = false;
	/** It ends as lines of most files do, in LF or CR LF, and has no byte order mark. */
	plain = true;
	private at = 0;
	private begun = false;

	constructor(readonly bytes: Buffer) {}

	/** Bytes that were looked at so far. */
	get looked(): number {
		return this.at;
	}

	/** Nothing but white in it. */
	get blank(): boolean {
		return this.first === this.to;
	}

	/** Not even white. */
	get empty(): boolean {
		return this.from === this.to;
	}

	/** Its text, without white at the start. @param most bytes */
	head(most: number): string {
		return this.bytes.toString('utf8', this.first, Math.min(this.to, this.first + most));
	}

	/** Goes on by a piece of bounded size: to the end of a line, or not as far (`more`). */
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
		// Files that were put together have marks in their middle.
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
