import { plainInline } from './inline';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
/** A line across the page; below a line of text, `---` and `===` make it a heading. */
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,}|- - -[ -]*|\* \* \*[ *]*)[ \t]*$/;
const BULLET = /^([ \t]*)[-*+][ \t]+(?:\[([ xX])\][ \t]+)?(.*)$/;
const QUOTE = /^ {0,3}>[ \t]?/;
/** Below a table's head. */
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$/;
const TABLE_ROW = /^[ \t]*\|(.+)\|[ \t]*$/;

/**
 * Markdown, as language models and many editors write it, as the plain text that LinkedIn shows: headings
 * and emphasis lose their marks, list entries begin with `•`, a link becomes its words and its address,
 * code and quotes stand for themselves. Line breaks stay; mentions and hashtags too, as a post's text has
 * them. Text without Markdown comes out as it went in.
 */
export function plainText(markdown: string): string {
	let fence: string | undefined;
	let isLeftOut = false;
	const blocks: string[] = [];
	/** Lines whose emphasis may go over several of them. */
	const paragraph: string[] = [];
	const endParagraph = () => {
		if (paragraph.length > 0) blocks.push(plainInline(paragraph.join('\n')));
		paragraph.length = 0;
	};
	for (const line of markdown.split(/\r\n?|\n/)) {
		const mark = FENCE.exec(line)?.[1];
		if (fence === undefined && mark !== undefined) {
			endParagraph();
			fence = mark;
		} else if (fence !== undefined) {
			if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
			else blocks.push(line);
		} else if (line.trim() === '') {
			endParagraph();
			// What is left out between two empty lines takes one of them along.
			if (!(isLeftOut && blocks.at(-1) === '')) blocks.push('');
			isLeftOut = false;
		} else if (RULE.test(line) || (line.includes('|') && TABLE_RULE.test(line))) {
			endParagraph();
			isLeftOut = true;
		} else addLine(line, paragraph, endParagraph);
	}
	endParagraph();
	return blocks.join('\n');
}

/** A line of text; what begins a block of its own does not share the emphasis of the one before. */
function addLine(line: string, paragraph: string[], endParagraph: () => void): void {
	const unquoted = line.replace(QUOTE, '');
	const heading = HEADING.exec(unquoted)?.[1];
	const [, indent = '', done, entry] = BULLET.exec(unquoted) ?? [];
	const cells = TABLE_ROW.exec(unquoted)?.[1];
	if (heading === undefined && entry === undefined && cells === undefined) {
		// Two spaces or a backslash at the end are Markdown's line break.
		paragraph.push(unquoted.replace(/(?: {2,}|\\)$/, ''));
		return;
	}
	endParagraph();
	if (entry !== undefined) paragraph.push(`${indent}${signOf(done)} ${entry}`);
	else
		paragraph.push(
			heading ??
				(cells ?? '')
					.split('|')
					.map((cell) => cell.trim())
					.join(' | '),
		);
	if (heading !== undefined) endParagraph();
}

function signOf(done: string | undefined): string {
	if (done === undefined) return '•';
	return done === ' ' ? '☐' : '☑';
}
