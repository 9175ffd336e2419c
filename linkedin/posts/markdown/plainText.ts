import { plainInline } from './inline';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
/** The closing marks of a heading. */
const HEADING_END = /[ \t]#+$/;
/** A horizontal rule; below a line of text, `---` and `===` make it a heading. */
const RULE = /^ {0,3}(?:(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*|- - -[ \t-]*|\* \* \*[ \t*]*)$/;
const BULLET = /^([ \t]*)[-*+][ \t]+(?:\[([ xX])\][ \t]+)?/;
const QUOTE = /^ {0,3}>[ \t]?/;
/** A cell below a table's header. */
const RULE_CELL = /^(?:-{3,}|:-+:?|-+:)$/;
const TABLE_ROW = /^[ \t]*\|(.+)\|[ \t]*$/;
/**
 * Two spaces or a backslash at the end. The lookbehind tries each run of spaces once: otherwise a line of
 * many takes the square of their number.
 */
const LINE_BREAK = /(?:(?<! ) {2,}|\\)$/;

/**
 * Converts Markdown, as language models and many editors write it, to the plain text that LinkedIn
 * shows: headings and emphasis lose their marks, list entries begin with `•`, a link becomes its
 * text and its URL, code and quotes keep only their text. Line breaks stay, and so do mentions and
 * hashtags. Text without Markdown is returned unchanged.
 */
export function plainText(markdown: string): string {
	let fence: string | undefined;
	let isLeftOut = false;
	const blocks: string[] = [];
	/** Lines of one paragraph, whose emphasis may span several of them. */
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
			// If something between two empty lines is removed, one of them goes too.
			if (!(isLeftOut && blocks.at(-1) === '')) blocks.push('');
			isLeftOut = false;
		} else if (RULE.test(line) || isTableRule(line)) {
			endParagraph();
			isLeftOut = true;
		} else addLine(line, paragraph, endParagraph);
	}
	endParagraph();
	return blocks.join('\n');
}

/** A line of text; one that begins a new block doesn't share the emphasis of the one before. */
function addLine(line: string, paragraph: string[], endParagraph: () => void): void {
	const unquoted = line.replace(QUOTE, '');
	const [mark] = HEADING.exec(unquoted) ?? [];
	const heading = mark && unquoted.slice(mark.length).trim().replace(HEADING_END, '').trimEnd();
	const [bullet, indent = '', done] = BULLET.exec(unquoted) ?? [];
	const entry = bullet && unquoted.slice(bullet.length);
	const cells = TABLE_ROW.exec(unquoted)?.[1];
	if (heading === undefined && entry === undefined && cells === undefined) {
		paragraph.push(unquoted.replace(LINE_BREAK, ''));
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

/** The line below a table's header; outer borders may be missing. */
function isTableRule(line: string): boolean {
	if (!line.includes('|')) return false;
	const cells = line.split('|').map((cell) => cell.trim());
	if (cells[0] === '') cells.shift();
	if (cells.at(-1) === '') cells.pop();
	return cells.length > 0 && cells.every((cell) => RULE_CELL.test(cell));
}

function signOf(done: string | undefined): string {
	if (done === undefined) return '•';
	return done === ' ' ? '☐' : '☑';
}
