/** Where the texts are that people read: docs, templates, the strings of the product's sources and their comments. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { commentsOf, isProse, piecesOf, stringsOf } from './program.mjs';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** For those who use the node; the others are for those who work on it. */
const CONTRIBUTORS =
	/^(docs\/(architecture|bench.*|development|live-contract|mutation|releasing)\.md|CONTRIBUTING\.md|\.github\/|test\/)/;
/** What tools write, and names of characters: no texts of ours. */
const MADE =
	/^(docs\/((bench.*|contract|messages|reference\/.*)\.md|.*\.json)|linkedin\/files\/captions\/entities\.ts)$/;

/**
 * @returns texts with their places: `{ file, line, text, kind }`, where the kind is `docs`,
 * `contributors`, `product` (strings), `template` or `comment`
 */
export function allTexts() {
	return listed().flatMap((file) => {
		const content = readFileSync(path.join(root, file), 'utf8');
		if (file.endsWith('.md')) return linesOf(file, content);
		return file.endsWith('.json') ? valuesOf(file, content) : programOf(file, content);
	});
}

function listed() {
	const asked = [
		'README.md',
		'CHANGELOG.md',
		'SECURITY.md',
		'CODE_OF_CONDUCT.md',
		'CONTRIBUTING.md',
		'.github',
		'docs',
		'test/simulator/FIDELITY.md',
		'test/simulator/README.md',
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

/** Names and notes of a workflow's nodes, what their fields say, and what their expressions say. */
function valuesOf(file, content) {
	const texts = [];
	JSON.parse(content, (key, value) => {
		if (typeof value !== 'string') return value;
		const at = { file, line: lineOf(content, value), kind: 'template' };
		const found = value.startsWith('=') ? expressionTexts(value) : / /.test(value) ? [value] : [];
		texts.push(...found.map((text) => ({ ...at, text })));
		return value;
	});
	return texts;
}

/** Its strings and comments, and the text around its code. */
function expressionTexts(value) {
	const { code, text } = piecesOf(value);
	const inside = code.flatMap((each) => [...stringsOf(each), ...commentsOf(each)]);
	return [...inside.map((each) => each.text), ...(isProse(text) ? [text] : [])];
}

/** Each string is on one line in a file of JSON. */
function lineOf(content, value) {
	return content.slice(0, content.indexOf(JSON.stringify(value))).split('\n').length;
}

function programOf(file, content) {
	const strings = stringsOf(content).map((text) => ({ ...text, file, kind: 'product' }));
	return [...strings, ...commentsOf(content).map((text) => ({ ...text, file, kind: 'comment' }))];
}
