import { decodeReferences } from './entities';

/**
 * `<b>`, `</i>`, `<u.loud>`: SRT knows these three too, without classes. Here and in {@link TAG} what
 * stands in a tag holds no other `<`: a search from one `<` ends at the next, so that all of them
 * together pass each character once.
 */
const KEPT = /<(\/?)([biu])(?:[.\s][^<>]*)?>/g;
/** What {@link KEPT} makes of them, and all others: `<v Anna>`, `<c.yellow>`, `<00:00:01.500>`. */
const TAG = /<(?!\/?[biu]>)(?:\/?[a-zA-Z.][^<>]*|\/|\d{1,9}:[\d:.]{1,20})>/g;

/** The text of a WebVTT cue as SRT has it: bold, italic and underline stay, other tags go. */
export function fromWebVtt(text: string): string {
	return decodeReferences(text.replace(KEPT, '<$1$2>').replace(TAG, ''));
}
