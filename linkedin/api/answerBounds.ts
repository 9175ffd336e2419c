/**
 * What is taken of an answer at most, whoever sends it: LinkedIn, its OAuth host, a gateway in between, an
 * upload URL, the receiver of a webhook. LinkedIn's largest answers are far below: a page of a thousand
 * library entries has some 2 MB, the plan of its largest video (1,193 parts) less.
 */
export const MOST_ANSWER_BYTES = 8 * 1024 * 1024;

/** How {@link MOST_ANSWER_BYTES} is called in errors. */
export const MOST_ANSWER = '8 MiB';

/** LinkedIn nests less than ten deep; whoever copies or compares JSON goes down by recursion. */
const MOST_DEPTH = 64;

/** Objects, lists and what stands in them: a plan of the most parts that are sent has 400,000. */
const MOST_VALUES = 500_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Looks through a JSON text without making anything of it: of two bytes each, millions of objects fit into
 * an answer that is small enough.
 *
 * @returns why it is not to be parsed, as the rest of a sentence; undefined where it may be
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

/** Where the string that begins at `start` ends; the text's end, where it does not. */
function endOfString(json: string, start: number): number {
	for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
		let slashes = 0;
		while (json[at - 1 - slashes] === '\\') slashes += 1;
		if (slashes % 2 === 0) return at;
	}
	return json.length;
}
