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

/** Objects, lists and the values in them: the largest plan that is accepted has 400,000. */
const MOST_VALUES = 500_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
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
		switch (json.charCodeAt(at)) {
			case QUOTE:
				at = endOfString(json, at);
				break;
			case OPEN_LIST:
			case OPEN_OBJECT:
				depth += 1;
				values += 1;
				break;
			case CLOSE_LIST:
			case CLOSE_OBJECT:
				depth -= 1;
				break;
			case COMMA:
				values += 1;
		}
		if (depth > MOST_DEPTH) return `the JSON is nested more than ${MOST_DEPTH} levels deep`;
		if (values > MOST_VALUES) return `the JSON has more than ${MOST_VALUES} values`;
	}
	return undefined;
}

/** Where the string that begins at `start` ends; the end of the text if it doesn't. */
function endOfString(json: string, start: number): number {
	for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
		let slashes = 0;
		while (json[at - 1 - slashes] === '\\') slashes += 1;
		if (slashes % 2 === 0) return at;
	}
	return json.length;
}
