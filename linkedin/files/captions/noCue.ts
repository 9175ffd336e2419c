import { Problem } from '../../problem';
import { FILE_KINDS, type FileKind } from '../kinds';
import type { Collected, FoundLine } from './collector';

/** Kinds that messages name, such as a web page or another caption format. */
const NAMELESS: readonly FileKind[] = ['srt', 'webvtt', 'text', 'unknown'];

const EXAMPLE = 'such as 00:00:01,000 --> 00:00:03,000';

/**
 * The error for captions without a single usable cue: the first reason.
 *
 * @param called `The captions "talk.srt"`
 */
export function noCueProblem(called: string, kind: FileKind, found: Collected): Problem {
	const { firstTimes, firstText, repairs } = found;
	if (found.empty) {
		return new Problem(`${called} are empty`, {
			description: 'Check that the previous node returns their text.',
		});
	}
	if (repairs.leftOut !== '' && firstTimes === undefined) {
		return new Problem(`${called} have no usable cue: ${repairs.leftOut}`, {
			description: 'Each cue needs text, and must end after it starts. Export the captions again.',
		});
	}
	if (firstTimes) return lineProblem(called, firstTimes, `a time ${EXAMPLE}`);
	if (!NAMELESS.includes(kind)) return otherKindProblem(called, kind);
	if (firstText) return lineProblem(called, firstText, `a cue number or a time ${EXAMPLE}`);
	return new Problem(`${called} have no cues`, {
		description: 'Add at least one cue with its times, or set "Captions" to "None".',
	});
}

/** According to its content, the file is something else. */
export function otherKindProblem(called: string, kind: FileKind): Problem {
	return new Problem(
		`${called} are neither SRT nor WebVTT; they look like ${FILE_KINDS[kind].label}`,
		{ description: 'Export the captions as SRT or WebVTT.' },
	);
}

function lineProblem(called: string, { line, text }: FoundLine, expected: string): Problem {
	return new Problem(`${called}, line ${line}: expected ${expected}, but found "${text}"`, {
		description: 'Export the captions again as SRT or WebVTT.',
	});
}
