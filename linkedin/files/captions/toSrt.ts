import type { Budget } from '../budget/budget';
import { withinBudget } from '../budget/within';
import type { FileKind } from '../kinds';
import { sniff, SNIFF_BYTES } from '../sniff';
import { assertSize, toUtf8 } from './encoding';
import { noCueProblem, otherKindProblem } from './noCue';
import { orderOf } from './order';
import { scanCues } from './scan';
import { writeSrt } from './writeSrt';

/** Kinds in which cues are looked for; of all others nothing could be one. */
const READABLE: readonly FileKind[] = [
	...(['srt', 'webvtt', 'text', 'unknown'] as const),
	...(['json', 'xml', 'ass', 'sbv', 'lrc', 'ttml'] as const),
];

/** Captions as LinkedIn takes them. */
export interface SrtCaptions {
	/** UTF-8. */
	readonly srt: Buffer;
	readonly cues: number;
	/** For the user: one, or none. */
	readonly warnings: string[];
}

/**
 * Makes of SRT or WebVTT captions the SRT that LinkedIn takes (Videos API, "Upload Captions": format
 * SRT). Which of the two a file is, its content decides. It is read as players do: WebVTT by W3C's
 * algorithm ("WebVTT: The Web Video Text Tracks Format", 6), SRT as ffmpeg and mpv read it. What no
 * player would show is left out, cues out of order are sorted, and one warning counts all that was done.
 *
 * A valid SRT comes back as it is, its line ends too; only a byte order mark is dropped. Valid means:
 * cues numbered from 1 and in order, `00:00:01,000 --> 00:00:02,000`, at least one line of text, empty
 * lines in between. Everything else is written anew.
 *
 * Of WebVTT the text and `<b>`, `<i>`, `<u>` are kept; notes, styles, regions, positions, voices and
 * other tags are dropped, since SRT has no place for them.
 *
 * @param input the file, in UTF-8 or in UTF-16 with a byte order mark; or text that is decoded already
 * @param called the captions at the start of a sentence, in the plural: `The captions "talk.srt"`
 * @throws Problem for what is not UTF-8, for a file of another kind, and where not one cue can be used;
 * CancelledError
 */
export function toSrt(
	input: Buffer | string,
	called: string,
	signal?: AbortSignal,
): Promise<SrtCaptions> {
	return withinBudget(called, signal, (budget) => read(input, called, budget));
}

async function read(input: Buffer | string, called: string, budget: Budget): Promise<SrtCaptions> {
	assertSize(Buffer.byteLength(input), called);
	const bytes = bytesOf(input, budget);
	const { kind } = sniff(bytes.subarray(0, SNIFF_BYTES));
	if (!READABLE.includes(kind)) throw otherKindProblem(called, kind);
	const text = await toUtf8({ bytes, called, budget });
	const found = await scanCues(text, called, budget);
	if (found.track.length === 0) throw noCueProblem(called, kind, found);
	const at = await orderOf(found.track, found.repairs, budget);
	return {
		srt: found.exact ? text : await writeSrt(text, found, at, budget),
		cues: found.track.length,
		warnings: found.repairs.warnings(called),
	};
}

function bytesOf(input: Buffer | string, budget: Budget): Buffer {
	if (typeof input !== 'string') return input;
	budget.hold(Buffer.byteLength(input));
	return Buffer.from(input);
}
