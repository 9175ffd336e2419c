import type { Format } from './region';
import { parseTimes } from './times';
import { fromWebVtt } from './webvttText';

/** What a cue shows. */
interface CueText {
	/** Lines as SRT has them, without blank ones; empty where nothing is left. */
	readonly text: string;
	/** The file has exactly this text. */
	readonly same: boolean;
	/** It had formatting codes. */
	readonly codes: boolean;
}

/**
 * `{\an8}` and other codes of ASS, which players obey, and LinkedIn would show. A code holds no other
 * `{`: a search from one ends at the next.
 */
const CODE = /\{\\[^{}]*\}/g;
/** What codes leave may be one again; nobody writes them deeper than this. */
const CODE_PASSES = 8;
/** Tried at the first of several dashes only. */
const ARROW = /(?<!-)-{2,}>/g;
/** ASS breaks lines so, and writes a space that does not break. */
const BREAK = /\\N/g;
const HARD_SPACE = /\\h/g;
const INVISIBLE = /[\0\ufeff]/g;

/** Lines of white only, and such as would end a text when it is read again. */
const isText = (line: string) => line.trim() !== '' && !FENCE.test(line);

/** A line that begins or ends a code block of Markdown: language models put captions into one. */
export const FENCE = /^\s{0,9}(?:`{3,9}|~{3,9})\s{0,9}$/;

/**
 * The text of a cue.
 *
 * @param raw as the file has it, at most {@link CUE_LIMIT_BYTES} long
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
	// Where nothing else is of ASS, a backslash is one: "C:\\New".
	return shown === text ? text : shown.replace(BREAK, '\n').replace(HARD_SPACE, ' ');
}

/** An arrow in a text, such as WebVTT's `--&gt;`, would be read as that of times. */
function withoutArrow(line: string): string {
	const shown = line.includes('-->') ? line.replace(ARROW, '->') : line;
	return shown.includes('>') && parseTimes(shown) ? shown.replace('>', '→') : shown;
}
