import { decodeReferences } from './entities';

/**
 * `<b>`, `</i>`, `<u.loud>`: SRT has these three too, without classes. Here and in {@link TAG}, a
 * tag contains no other `<`: a search from one `<` ends at the next, so that together they pass
 * each character once.
 */
const KEPT = /<(\/?)([biu])(?:[.\s][^<>]*)?>/g;
/** The result of {@link KEPT}, and all other tags: `<v Anna>`, `<c.yellow>`, `<00:00:01.500>`. */
const TAG = /<(?!\/?[biu]>)(?:\/?[a-zA-Z.][^<>]*|\/|\d{1,9}:[\d:.]{1,20})>/g;

/** The text of a WebVTT cue as in SRT: bold, italic and underline stay, other tags are removed. */
export function fromWebVtt(text: string): string {
	return decodeReferences(text.replace(KEPT, '<$1$2>').replace(TAG, ''));
}
