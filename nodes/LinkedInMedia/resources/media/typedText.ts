import { Problem } from '../../../../linkedin/problem';
import { characters, wellFormed } from '../../../../linkedin/posts/littleText';
import { plainText } from '../../../../linkedin/posts/markdown/plainText';
import { markdownWarnings } from '../../../../linkedin/posts/markdown/warnings';
import { mentionPages, withUnknownPages } from '../../../../linkedin/posts/pageMentions';
import { textWarnings } from '../../../../linkedin/posts/textWarnings';
import type { Item } from '../../../run/item';

/**
 * The longest text that is read: some thirty times what LinkedIn allows. A longer one is a file or a page
 * that an expression took for a text, and to look for marks in it would hold up all of n8n.
 */
const MAX_WRITTEN = 100_000;

/** The text of a post or a comment, of which LinkedIn has not been asked yet. */
interface TypedText {
	/** For what can be checked before: the pages that it mentions by address have no names yet. */
	readonly text: string;
	/** As it is published. @throws Problem, LinkedInError for a page that is not found or not told */
	readonly whole: () => Promise<string>;
}

/**
 * Reads a text that was typed; what its author hardly meant becomes warnings of the item.
 *
 * @param what the field's name, as the form shows it
 * @throws Problem for one that is far too long to be meant
 */
export function readText(
	item: Item,
	written: string,
	{ textFormat }: { readonly textFormat: 'asTyped' | 'markdown' },
	what = 'Text',
): TypedText {
	if (written.length > MAX_WRITTEN && characters(written) > MAX_WRITTEN) {
		throw new Problem(
			`${what} has ${characters(written)} characters; texts of up to ${MAX_WRITTEN} are read`,
			{
				description:
					'LinkedIn allows far fewer. If it is an expression, check that it returns only the text to publish.',
			},
		);
	}
	const isMarkdown = textFormat === 'markdown';
	const toTyped = (text: string): string => (isMarkdown ? plainText(text) : text);
	const typed = toTyped(withUnknownPages(written));
	const text = wellFormed(typed);
	if (text !== typed) {
		item.warn(
			`${what} contains half an emoji, probably cut by an expression. It was replaced with "�".`,
		);
	}
	item.warn(...textWarnings(text, what), ...(isMarkdown ? [] : markdownWarnings(written, what)));
	return {
		text,
		whole: async () =>
			wellFormed(toTyped(await mentionPages(written, what, (...page) => item.pageOf(...page)))),
	};
}
