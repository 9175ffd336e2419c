import { splitLines } from './captionText';
import type { Block, Cue, ParsedCaptions } from './cue';
import { captionLineProblem, cueText, quoted, splitBlocks } from './cue';
import { parseTiming, srtTime } from './timing';

/**
 * Reads SRT (SubRip): blocks of a number, times, text. Numbers that are missing or out of order are
 * no error, since writing anew sets them right.
 *
 * @throws Problem with the line number for everything else that is not SRT.
 */
export function parseSrt(text: string, name: string): ParsedCaptions {
	const lines = splitLines(text);
	const blocks = splitBlocks(lines, (line) => line.trim() === '');
	const cues = blocks.map((block) => parseCue(block, name));
	const asItIs =
		!/\r(?!\n)/.test(text) &&
		lines.every((line) => line === '' || line.trim() !== '') &&
		cues.every((cue, index) => isCanonical(blocks[index], cue, index + 1));
	return { cues, asItIs };
}

/** LF line ends, numbers from 1, a blank line after each cue. */
export function writeSrt(cues: readonly Cue[]): string {
	return cues.map((cue, index) => [index + 1, times(cue), ...cue.text, '', ''].join('\n')).join('');
}

function parseCue(block: Block, name: string): Cue {
	const [first = '', second] = block.lines;
	const numbered = /^\s*\d+\s*$/.test(first);
	if (!numbered && !first.includes('-->')) {
		const found = `expected the number of a cue or its times, found ${quoted(first)}`;
		throw captionLineProblem(name, block.line, found);
	}
	const line = numbered ? block.line + 1 : block.line;
	const timing = parseTiming(numbered ? second : first, line, name);
	return { line, ...timing, text: cueText(block, numbered ? 2 : 1, name) };
}

function isCanonical(block: Block | undefined, cue: Cue, number: number): boolean {
	const [first, second] = block?.lines ?? [];
	return first === String(number) && second === times(cue) && cue.text.length > 0;
}

function times(cue: Cue): string {
	return `${srtTime(cue.start)} --> ${srtTime(cue.end)}`;
}
