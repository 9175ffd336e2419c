/** At most this part of a text is given up to end it with a whole word. */
const GIVEN_UP = 0.2;

/**
 * A text of at most so many characters, cut at a word where one ends near the end, with `…` behind it.
 * They are counted as JavaScript does, which is never less than how LinkedIn may.
 */
export function cutAtWord(text: string, most: number): string {
	if (text.length <= most) return text;
	const start = text.slice(0, most - 1);
	const endsWord = /\s/.test(text.charAt(most - 1));
	const space = endsWord ? start.length : start.search(/\s\S*$/);
	const cut = space >= most * (1 - GIVEN_UP) ? start.slice(0, space) : start;
	// Half an emoji is no character.
	return `${cut.replace(/(?<![\s\p{Cs},;:–—-])[\s\p{Cs},;:–—-]+$/u, '')}…`;
}
