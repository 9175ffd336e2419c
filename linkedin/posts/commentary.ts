import { Problem } from '../problem';
import { characters, toLittleText } from './littleText';
import type { Hashtags } from './typedText';

/** LinkedIn’s limit for a post's text, in characters (Unicode code points) as a reader sees them. */
const MAX_COMMENTARY = 3000;

/**
 * The commentary of a post.
 *
 * @param typed may be empty: media need no text
 * @throws Problem for a text of more than 3,000 characters
 */
export function toCommentary(typed: string, hashtags: Hashtags): string {
	const { encoded, shown } = toLittleText(typed, hashtags);
	const length = characters(shown);
	if (length <= MAX_COMMENTARY) return encoded;
	throw new Problem(`Text has ${length} characters; LinkedIn allows up to ${MAX_COMMENTARY}`, {
		description: `Shorten it by ${length - MAX_COMMENTARY}. A mention counts as the name only, a hashtag as "#" and the word.`,
	});
}

/** The text as its readers see it: a mention is its name, a hashtag `#word`. */
export function shownCommentary(
	typed: string,
	hashtags: Hashtags,
): { readonly text: string; readonly characters: number } {
	const { shown: text } = toLittleText(typed, hashtags);
	return { text, characters: characters(text) };
}
