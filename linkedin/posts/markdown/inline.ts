import { ADDRESS } from '../typedText';
import { withoutEmphasis, type Piece } from './emphasis';

/** A label may contain balanced brackets, a target balanced parentheses. */
const LABEL = '((?:[^[\\]\\\\]|\\\\.|\\[[^[\\]]{0,200}\\]){0,500})';
const TITLE = '(?:\\s{1,9}(?:"[^"]{0,500}"|\'[^\']{0,500}\'))?';
const TARGET = `\\(\\s{0,9}<?((?:[^\\s()<>]|\\([^\\s()]{0,500}\\)){0,2000})>?${TITLE}\\s{0,9}\\)`;

/** Anything that is not plain text; the two groups are a link's label and target. */
const FOUND = new RegExp(
	[
		// LinkedIn's own mentions and hashtags look like links, but are not.
		'@\\[[^\\r\\n]{1,300}?\\]\\(urn:[^()\\s]{1,300}\\)',
		'\\{hashtag\\|[^{}]{1,300}\\}',
		'(?<!`)`[^`]{1,3000}`(?!`)',
		`!?\\[${LABEL}\\]${TARGET}`,
		'<(?:https?://|mailto:)[^\\s<>]{1,2000}>',
		'<br\\s{0,9}/?>',
		ADDRESS,
		'\\\\[!-/:-@[-`{-~]',
		'\\*+|_+|~~',
	].join('|'),
	'gu',
);

/** At the end of a URL: the marks around it don't belong to it. */
const MARKS_BEHIND = /(?<![*_~])[*_~]+$/;

/**
 * Markdown within a paragraph as plain text: emphasis and code lose their marks, a link becomes its
 * text and its URL. Marks without a meaning (`2 * 3`, `snake_case`) and URLs stay.
 */
export function plainInline(markdown: string): string {
	const pieces: Piece[] = [];
	const finder = new RegExp(FOUND);
	let end = 0;
	for (let match = finder.exec(markdown); match; match = finder.exec(markdown)) {
		const [whole, label, target = ''] = match;
		const found = ADDRESS_ALONE.test(whole) ? whole.replace(MARKS_BEHIND, '') : whole;
		pieces.push({ text: markdown.slice(end, match.index) });
		end = match.index + found.length;
		finder.lastIndex = end;
		const text = label === undefined ? plainOf(found) : plainLink(label, target);
		const marks = /^[*_~]/.test(found) && {
			before: markdown[match.index - 1] ?? ' ',
			after: markdown[end] ?? ' ',
		};
		pieces.push({ text, ...(marks && { marks }) });
	}
	return withoutEmphasis([...pieces, { text: markdown.slice(end) }]);
}

const ADDRESS_ALONE = new RegExp(`^(?:${ADDRESS})$`, 'u');

function plainOf(found: string): string {
	switch (found[0]) {
		case '`':
			return found.slice(1, -1);
		case '<':
			return found.startsWith('<br') ? '\n' : bare(found.slice(1, -1));
		case '\\':
			return found.slice(1);
		default:
			return found;
	}
}

/** `text (URL)`; only the URL if the text says the same or nothing. */
function plainLink(label: string, target: string): string {
	const words = plainInline(label).trim();
	const address = bare(target);
	if (address === '') return words;
	return words === '' || words === target || words === address ? address : `${words} (${address})`;
}

function bare(address: string): string {
	return address.replace(/^mailto:/, '');
}
