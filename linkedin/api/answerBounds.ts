import { TURNS } from './turns';

/**
 * The most that is read of an answer, whoever sends it: LinkedIn, its OAuth host, a gateway in
 * between, an upload URL, the receiver of a webhook. LinkedIn's largest answers are far smaller: a
 * page of a thousand library entries has about 2 MB, the plan of its largest video (1,193 parts)
 * less.
 */
export const MOST_ANSWER_BYTES = 8 * 1024 * 1024;

/** {@link MOST_ANSWER_BYTES} as errors show it. */
export const MOST_ANSWER = '8 MiB';

/** LinkedIn nests less than ten levels deep; code that copies or compares JSON is recursive. */
const MOST_DEPTH = 64;

/**
 * Objects, lists and what stands in them: a page of a thousand library entries has some 15,000, the plan of
 * LinkedIn's largest video 5,000. JSON is parsed at one go, and takes longest where each object has other names:
 * up to 3 µs a value in a process that has seen many, and as long again to be copied.
 */
const MOST_VALUES = 30_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Characters that are scanned in some milliseconds: eight megabytes take 50 and more. */
const SCANNED_AT_ONCE = 512 * 1024;

/**
 * Scans a JSON text without creating objects: at two bytes each, millions of them fit into an
 * answer that is small enough.
 *
 * @returns why it must not be parsed, as the rest of a sentence; undefined if it may be
 */
export function beyondBounds(json: string): string | undefined {
	return new Scan(json).goOn(json.length);
}

/** The same, with turns of the event loop between pieces of the text, as they are due. */
export async function beyondBoundsInTurns(json: string): Promise<string | undefined> {
	const scan = new Scan(json);
	for (;;) {
		const beyond = scan.goOn(SCANNED_AT_ONCE);
		if (beyond !== undefined || scan.isDone) return beyond;
		// Only where one is due: an answer that waits for many turns is held for as long.
		await TURNS.breathe(true);
	}
}

class Scan {
	private at = 0;
	private inString = false;
	private depth = 0;
	private values = 0;

	constructor(private readonly json: string) {}

	get isDone(): boolean {
		return this.at >= this.json.length;
	}

	/** @param count characters of the text, or one more */
	goOn(count: number): string | undefined {
		const { json } = this;
		const end = Math.min(json.length, this.at + count);
		let { at, inString } = this;
		for (; at < end; at += 1) {
			const character = json.charCodeAt(at);
			// Spaces, of which there may be megabytes.
			if (character < QUOTE) continue;
			if (character === QUOTE) inString = !inString;
			else if (inString) at += character === BACKSLASH ? 1 : 0;
			else if (character === CLOSE_LIST || character === CLOSE_OBJECT) this.depth -= 1;
			else if (character === COMMA || character === OPEN_LIST || character === OPEN_OBJECT) {
				this.values += 1;
				if (this.values > MOST_VALUES) return `the JSON has more than ${MOST_VALUES} values`;
				if (character === COMMA) continue;
				this.depth += 1;
				if (this.depth > MOST_DEPTH) {
					return `the JSON is nested more than ${MOST_DEPTH} levels deep`;
				}
			}
		}
		this.at = at;
		this.inString = inString;
		return undefined;
	}
}
