import { withinBudget } from '../budget/within';
import { convert, type SrtCaptions } from './convert';

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
	return withinBudget(called, signal, (budget) => convert(input, called, budget));
}
