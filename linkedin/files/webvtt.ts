import { splitLines } from './captionText';
import type { Block, Cue, ParsedCaptions } from './cue';
import { captionLineProblem, cueText, quoted, splitBlocks } from './cue';
import { parseTiming } from './timing';
import { plainText } from './webvttText';

/** Comments, style sheets and regions: blocks that are no cues (WebVTT, 4.1). */
const NO_CUE = /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$)/;

/**
 * Reads WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format").
 *
 * @param text a file that starts with `WEBVTT`, white space before it apart
 * @throws Problem with the line number where a block is not what the format knows.
 */
export function parseWebVtt(text: string, name: string): ParsedCaptions {
	const [header, ...blocks] = splitBlocks(splitLines(text), (line) => line === '');
	// Metadata of players may stand below WEBVTT, up to the first blank line; times may not.
	const arrow = header?.lines.findIndex((line) => line.includes('-->')) ?? -1;
	if (header && arrow > 0) {
		throw captionLineProblem(name, header.line + arrow, 'a blank line is missing after "WEBVTT"');
	}
	const cues = blocks
		.filter((block) => !NO_CUE.test(block.lines[0] ?? ''))
		.map((block) => parseCue(block, name));
	return { cues, asItIs: false };
}

/** An identifier may stand above the times; SRT has no place for it. */
function parseCue(block: Block, name: string): Cue {
	const [first = '', second = ''] = block.lines;
	const at = first.includes('-->') ? 0 : 1;
	if (at === 1 && !second.includes('-->')) {
		const found = `expected the times of a cue, found ${quoted(first)}`;
		throw captionLineProblem(name, block.line, found);
	}
	const line = block.line + at;
	const timing = parseTiming(block.lines[at], line, name);
	return { line, ...timing, text: plainText(cueText(block, at + 1, name)) };
}
