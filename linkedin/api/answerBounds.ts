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
 * Objects, lists and what stands in them: a page of a thousand library entries has some 15,000, a plan of the
 * most parts that are sent 40,000. JSON is parsed at one go, and takes longest where each value has a name
 * that was not seen before: 40 ms for as many, and as long again to be copied.
 */
const MOST_VALUES = 50_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Scans a JSON text without creating objects: at two bytes each, millions of them fit into an
 * answer that is small enough.
 *
 * @returns why it must not be parsed, as the rest of a sentence; undefined if it may be
 */
export function beyondBounds(json: string): string | undefined {
	let depth = 0;
	let values = 0;
	for (let at = 0; at < json.length; at += 1) {
		const character = json.charCodeAt(at);
		// Space, of which there may be megabytes.
		if (character < QUOTE) continue;
		if (character === QUOTE) {
			at = endOfString(json, at);
		} else if (character === CLOSE_LIST || character === CLOSE_OBJECT) {
			depth -= 1;
		} else if (character === COMMA || character === OPEN_LIST || character === OPEN_OBJECT) {
			values += 1;
			if (values > MOST_VALUES) return `the JSON has more than ${MOST_VALUES} values`;
			if (character === COMMA) continue;
			depth += 1;
			if (depth > MOST_DEPTH) return `the JSON is nested more than ${MOST_DEPTH} levels deep`;
		}
	}
	return undefined;
}

/**
 * Where the string that begins at `start` ends; the text's end, where it does not. Character by character:
 * a search for quotes is called a million times where all of them are escaped.
 */
function endOfString(json: string, start: number): number {
	let at = start + 1;
	while (at < json.length) {
		const character = json.charCodeAt(at);
		if (character === QUOTE) return at;
		at += character === BACKSLASH ? 2 : 1;
	}
	return json.length;
}
