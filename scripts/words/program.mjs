/** What people read in a program: its strings, and its comments. */
import ts from 'typescript';

/**
 * Strings with more than one word, and templates with `…` in place of their values.
 *
 * @param code TypeScript, or the JavaScript of an n8n expression
 * @returns `{ line, text }` for each
 */
export function stringsOf(code) {
	const source = parsed(code);
	const texts = [];
	const visit = (node) => {
		if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
		const text = textOf(node);
		if (text !== undefined && isProse(text)) {
			texts.push({ line: lineOf(source, node.getStart()), text: text.replace(/\n/g, ' ') });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return texts;
}

/** The prose of its comments: `{ line, text }` for each, without the code in them. */
export function commentsOf(code) {
	const source = parsed(code);
	const ranges = new Map();
	const visit = (node) => {
		if (ts.isJSDoc(node)) return;
		for (const range of ts.getLeadingCommentRanges(code, node.pos) ?? []) {
			ranges.set(range.pos, range);
		}
		for (const child of node.getChildren(source)) visit(child);
	};
	visit(source);
	return [...ranges.values()].map(({ pos, end }) => ({
		line: lineOf(source, pos),
		text: code
			.slice(pos, end)
			.replace(/^\/\*+|\*+\/$/g, '')
			.replace(/^\s*(\*|\/\/) ?/gm, '')
			.replace(/`[^`]*`/g, '`…`')
			.replace(/\s+/g, ' ')
			.trim(),
	}));
}

/**
 * An n8n expression in pieces, as n8n cuts it: at the first two closing braces.
 *
 * @param value a parameter, which begins with `=`
 * @returns the code in its braces, and the text around them with `…` for each
 */
export function piecesOf(value) {
	const code = [...value.matchAll(/\{\{(.*?)\}\}/gs)].map(([, inside]) => inside);
	return { code, text: value.slice(1).replace(/\{\{.*?\}\}/gs, '…') };
}

/** Words, and not a name, a type or a function's source. */
export function isProse(text) {
	return /[A-Za-z]{2,} [A-Za-z"“(]/.test(text) && !/=>/.test(text);
}

function parsed(code) {
	return ts.createSourceFile('program.ts', code, ts.ScriptTarget.Latest, true);
}

function lineOf(source, position) {
	return source.getLineAndCharacterOfPosition(position).line + 1;
}

function textOf(node) {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
