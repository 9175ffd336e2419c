import { withinBudget } from '../budget/within';
import { convert, type SrtCaptions } from './convert';

/**
 * Converts SRT or WebVTT captions to the SRT that LinkedIn accepts (Videos API, "Upload Captions":
 * format SRT). The content decides which of the two a file is. It is read as players read it:
 * WebVTT by W3C's algorithm ("WebVTT: The Web Video Text Tracks Format", 6), SRT like ffmpeg and
 * mpv. What no player would show is left out, cues out of order are sorted, and one warning counts
 * all repairs.
 *
 * A valid SRT is returned unchanged, line ends included; only a byte order mark is dropped. Valid
 * means: cues numbered from 1 and in order, `00:00:01,000 --> 00:00:02,000`, at least one line of
 * text, empty lines in between. Everything else is rewritten.
 *
 * Of WebVTT, the text and `<b>`, `<i>`, `<u>` are kept; notes, styles, regions, positions, voices
 * and other tags are dropped, since SRT has no place for them.
 *
 * @param input the file, in UTF-8 or in UTF-16 with a byte order mark; or text that is already
 * decoded
 * @param called the captions at the start of a sentence, in the plural: `The captions "talk.srt"`
 * @throws Problem if it is not UTF-8, is another kind of file, or has no usable cue; CancelledError
 */
export function toSrt(
	input: Buffer | string,
	called: string,
	signal?: AbortSignal,
): Promise<SrtCaptions> {
	return withinBudget(called, signal, (budget) => convert(input, called, budget));
}
