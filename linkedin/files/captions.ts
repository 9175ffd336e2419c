import { checkTimes } from './captionTimes';
import { decodeCaptions } from './captionText';
import { parseSrt, writeSrt } from './srt';
import { sniff, SNIFF_BYTES } from './sniff';
import type { FileKind } from './kinds';
import { Problem } from '../problem';
import { parseWebVtt } from './webvtt';

/** Kinds that are read as captions; `text` and `unknown` get an error that names the line instead. */
const READABLE: readonly FileKind[] = ['srt', 'webvtt', 'text', 'unknown'];

/** Captions as LinkedIn takes them. */
export interface SrtCaptions {
	readonly srt: string;
	readonly cues: number;
	/** For the user. */
	readonly warnings: string[];
}

/**
 * Makes of SRT or WebVTT captions the SRT that LinkedIn takes (Videos API, "Upload Captions": format
 * SRT), and refuses what would fail only while LinkedIn processes the video. Which of the two a file
 * is, its content decides.
 *
 * A valid SRT comes back as it is, its line ends too; only a byte order mark is dropped. Valid means:
 * cues numbered from 1, `00:00:01,000 --> 00:00:02,000`, at least one line of text, empty lines in
 * between. Everything else is written anew with LF line ends and a blank line after each cue: LF is what
 * the file in LinkedIn's own sample request, made on a Mac, has.
 *
 * Of WebVTT the text and `<b>`, `<i>`, `<u>` are kept; notes, styles, regions, positions, voices and
 * other tags are dropped, since SRT has no place for them.
 *
 * @param input the file, in UTF-8 or in UTF-16 with a byte order mark; or text that is decoded already
 * @param name the file's name, for messages
 * @returns the SRT, how many cues it has, and warnings for the user
 * @throws Problem with the number of the line, for what is not UTF-8, not SRT or WebVTT, has no cues,
 * has a cue that does not end after its start, or cues that are not in the order of time.
 */
export function toSrt(input: Buffer | string, name: string): SrtCaptions {
	const bytes = typeof input === 'string' ? Buffer.from(input) : input;
	const { kind, label } = sniff(bytes.subarray(0, SNIFF_BYTES));
	if (bytes.length > 0 && !READABLE.includes(kind)) {
		throw new Problem(
			`The captions "${name}" are neither SRT nor WebVTT: by their content they look like ${label}`,
			{ description: 'Export the captions as SRT or WebVTT.' },
		);
	}
	const text = decodeCaptions(bytes, name);
	const parsed = kind === 'webvtt' ? parseWebVtt(text, name) : parseSrt(text, name);
	const cues = parsed.cues.filter((cue) => cue.text.length > 0);
	if (cues.length === 0) {
		throw new Problem(`The captions "${name}" hold no cues`, {
			description:
				'Give captions with at least one text and its times, or upload without captions.',
		});
	}
	const warnings = checkTimes(cues, name);
	const empty = parsed.cues.find((cue) => cue.text.length === 0);
	if (empty) {
		const count = parsed.cues.length - cues.length;
		warnings.push(
			`The captions "${name}" have cues without text, which were left out: ${count}, the first in line ${empty.line}.`,
		);
	}
	return { srt: parsed.asItIs ? text : writeSrt(cues), cues: cues.length, warnings };
}
