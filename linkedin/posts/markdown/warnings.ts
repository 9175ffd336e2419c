import { shown } from '../../api/urn';
import { plainText } from './plainText';

/** What occurs only in Markdown: bold words, a link, a heading. */
const MARKDOWN =
	/\*\*[^\s*][^*\n]{0,300}\*\*|\[[^[\]\n]{1,300}\]\(https?:\/\/[^\s()]{1,300}\)|^#{1,6} [^\n]{1,300}/m;

/**
 * Warns of Markdown in a text that is published as typed: LinkedIn would show the marks.
 *
 * @param what the field's name, as the form shows it
 * @returns sentences
 */
export function markdownWarnings(typed: string, what = 'Text'): readonly string[] {
	const found = MARKDOWN.exec(typed)?.[0];
	if (found === undefined || plainText(found) === found) return [];
	return [
		`${what} contains Markdown, e.g. "${shown(found)}", and LinkedIn shows its marks. To convert it to plain text, set the option "Text Format" to Markdown.`,
	];
}
