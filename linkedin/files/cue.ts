import { Problem } from '../problem';

/** One caption: when it is shown, and its lines. */
export interface Cue {
	/** Line of the file, from 1, in which its times stand. */
	readonly line: number;
	/** Milliseconds from the start of the video. */
	readonly start: number;
	readonly end: number;
	/** Lines; none where the cue is empty. */
	readonly text: readonly string[];
}

/** What a parser of one format gives back. */
export interface ParsedCaptions {
	readonly cues: readonly Cue[];
	/** The file is SRT in exactly the form that is sent, and needs no rewriting. */
	readonly asItIs: boolean;
}

/** Lines between two blank ones. */
export interface Block {
	/** Line of the file, from 1. */
	readonly line: number;
	readonly lines: readonly string[];
}

/** @param isBlank what separates blocks in the format at hand */
export function splitBlocks(lines: readonly string[], isBlank: (line: string) => boolean): Block[] {
	const blocks: { line: number; lines: string[] }[] = [];
	let open: string[] | undefined;
	lines.forEach((line, index) => {
		if (isBlank(line)) {
			open = undefined;
		} else if (open) {
			open.push(line);
		} else {
			open = [line];
			blocks.push({ line: index + 1, lines: open });
		}
	});
	return blocks;
}

/** The error of a parser: which line, and why. */
export function captionLineProblem(name: string, line: number, why: string): Problem {
	return new Problem(`The captions "${name}" have an error in line ${line}: ${why}`, {
		description: 'Correct that line, or export the captions again as SRT or WebVTT.',
	});
}

/** A line of the file for a message, shortened. */
export function quoted(line: string): string {
	return `"${line.length > 60 ? `${line.slice(0, 60)}...` : line}"`;
}

/**
 * The lines of a cue's text.
 * @param from index of the first of them in `block.lines`
 * @throws Problem where one holds an arrow: then a blank line between two cues is missing.
 */
export function cueText(block: Block, from: number, name: string): string[] {
	const text = block.lines.slice(from);
	const arrow = text.findIndex((line) => line.includes('-->'));
	if (arrow < 0) return text;
	const line = block.line + from + arrow;
	throw captionLineProblem(
		name,
		line,
		'times inside of a text; a blank line is missing before this cue',
	);
}
