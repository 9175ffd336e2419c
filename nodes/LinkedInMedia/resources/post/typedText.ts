import { wellFormed } from '../../../../linkedin/posts/littleText';
import { plainText } from '../../../../linkedin/posts/markdown/plainText';
import { markdownWarnings } from '../../../../linkedin/posts/markdown/warnings';
import { textWarnings } from '../../../../linkedin/posts/textWarnings';
import type { Item } from '../../../run/item';

/**
 * A post's text as it is published, from the text that was typed; what its author hardly meant becomes
 * warnings of the item.
 */
export function readText(
	item: Item,
	written: string,
	{ textFormat }: { readonly textFormat: 'asTyped' | 'markdown' },
): string {
	const isMarkdown = textFormat === 'markdown';
	const typed = isMarkdown ? plainText(written) : written;
	const text = wellFormed(typed);
	if (text !== typed) {
		item.warn(
			'Text contains half an emoji, probably cut by an expression. It was replaced with "�".',
		);
	}
	item.warn(...textWarnings(text), ...(isMarkdown ? [] : markdownWarnings(written)));
	return text;
}
