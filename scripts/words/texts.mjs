/** Where the texts are that people read: docs, templates, and the strings of the product's sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** For those who use the node; the others are for those who work on it. */
const CONTRIBUTORS = /^(docs\/(architecture|bench.*|development)\.md|test\/)/;
/** What tools write, and names of characters: no texts of ours. */
const MADE = /^(docs\/(bench.*|messages)\.md|linkedin\/files\/captions\/entities\.ts)$/;

/** @returns texts with their places: `{ file, line, text, kind: 'docs' | 'contributors' | 'product' | 'template' }` */
export function allTexts() {
	return listed().flatMap((file) => {
		const content = readFileSync(path.join(root, file), 'utf8');
		if (file.endsWith('.md')) return linesOf(file, content);
		return file.endsWith('.json') ? valuesOf(file, content) : stringsOf(file, content);
	});
}

function listed() {
	const asked = [
		'README.md',
		'CHANGELOG.md',
		'docs',
		'test/simulator/FIDELITY.md',
		'test/e2e/README.md',
		'templates',
	];
	const product = ['linkedin', 'nodes', 'credentials'];
	const files = execFileSync(
		'git',
		['ls-files', '-co', '--exclude-standard', ...asked, ...product],
		{ cwd: root },
	);
	return files
		.toString()
		.split('\n')
		.filter(
			(file) =>
				/\.(md|ts|json)$/.test(file) && !MADE.test(file) && existsSync(path.join(root, file)),
		);
}

/** Prose only: code in it is checked where it is code. */
function linesOf(file, content) {
	const kind = CONTRIBUTORS.test(file) ? 'contributors' : 'docs';
	let inCode = false;
	return content.split('\n').flatMap((line, index) => {
		if (/^\s*```/.test(line)) inCode = !inCode;
		if (inCode || line.trim() === '') return [];
		const text = line
			.replace(/`[^`]*`/g, '`…`')
			.replace(/\]\([^)]*\)/g, ']')
			.replace(/<https?:[^>]*>/g, '');
		return [{ file, line: index + 1, text, kind }];
	});
}

/** Names and notes of a workflow's nodes, and what their fields say. */
function valuesOf(file, content) {
	const texts = [];
	JSON.parse(content, (key, value) => {
		if (typeof value === 'string' && / /.test(value) && !/^=|function|=>|^https?:/.test(value)) {
			texts.push({ file, line: 1, text: value, kind: 'template' });
		}
		return value;
	});
	return texts;
}

/** Strings and templates with more than one word; what a template puts in is `…`. */
function stringsOf(file, content) {
	const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
	const texts = [];
	const visit = (node) => {
		if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
		const text = textOf(node);
		if (text !== undefined && /[A-Za-z]{2,} [A-Za-z"“(]/.test(text) && !/=>/.test(text)) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			texts.push({ file, line: line + 1, text: text.replace(/\n/g, ' '), kind: 'product' });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return texts;
}

function textOf(node) {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
