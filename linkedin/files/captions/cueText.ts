import type { Format } from './region';
import { parseTimes } from './times';
import { fromWebVtt } from './webvttText';

/** What a cue shows. */
interface CueText {
	/** Lines as in SRT, without blank ones; empty if nothing is left. */
	readonly text: string;
	/** The file has exactly this text. */
	readonly same: boolean;
	/** It had formatting codes. */
	readonly codes: boolean;
}

/**
 * `{\an8}` and other ASS codes, which players obey but LinkedIn would show. A code contains no
 * other `{`: a search from one ends at the next.
 */
const CODE = /\{\\[^{}]*\}/g;
/** Removing codes may form a new one; nobody nests them deeper than this. */
const CODE_PASSES = 8;
/** Tried only at the first of several dashes. */
const ARROW = /(?<!-)-{2,}>/g;
/** In ASS, a line break and a non-breaking space. */
const BREAK = /\\N/g;
const HARD_SPACE = /\\h/g;
const INVISIBLE = /[\0\ufeff]/g;

/** Lines of white space, and those that would end the text when it is read again. */
const isText = (line: string) => line.trim() !== '' && !FENCE.test(line);

/** A line that begins or ends a code block of Markdown: language models put captions into one. */
export const FENCE = /^\s{0,9}(?:`{3,9}|~{3,9})\s{0,9}$/;

/**
 * The text of a cue.
 *
 * @param raw as in the file, at most {@link CUE_LIMIT_BYTES} long
 */
export function cueText(raw: string, format: Format): CueText {
	const plain = linesOf(raw).join('\n');
	const meant = format === 'webvtt' ? fromWebVtt(plain) : plain;
	const visible = meant.replace(INVISIBLE, '');
	const shown = withoutCodes(visible);
	const text = linesOf(shown).map(withoutArrow).join('\n');
	return { text, same: text === plain, codes: shown !== visible };
}

function linesOf(text: string): string[] {
	return text.split(/[\r\n]+/).filter(isText);
}

function withoutCodes(text: string): string {
	let shown = text;
	for (let pass = 0; pass < CODE_PASSES && shown.includes('{\\'); pass += 1) {
		shown = shown.replace(CODE, '');
	}
	// If nothing else is ASS, a backslash is just that: "C:\\New".
	return shown === text ? text : shown.replace(BREAK, '\n').replace(HARD_SPACE, ' ');
}

/** An arrow in a text, such as WebVTT's `--&gt;`, would be read as the arrow between times. */
function withoutArrow(line: string): string {
	const shown = line.includes('-->') ? line.replace(ARROW, '->') : line;
	return shown.includes('>') && parseTimes(shown) ? shown.replace('>', '→') : shown;
}
