import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** Shows pieces of our own code, also such as write expressions. */
const MUTANTS = 'docs/mutation.md';

/**
 * Code in the docs that can't be right: JSON and expressions that don't parse, connections to nodes
 * that aren't there, and commands that package.json doesn't have. Whether workflows fit the node is
 * tested in test/engine/docsWorkflows.test.ts.
 *
 * @param {import('./pages.mjs').Page[]} pages
 * @returns {string[]}
 */
export function codeProblems(root, pages) {
	const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	return pages.flatMap((page) =>
		[
			...page.blocks
				.filter(({ language }) => language === 'json')
				.flatMap(({ text, line }) => problemsOfJson(text).map((what) => ({ line, what }))),
			...(page.file === MUTANTS ? [] : page.inline).flatMap(({ text, line }) =>
				problemsOfExpressions(text).map((what) => ({ line, what })),
			),
			...problemsOfCommands(page, scripts ?? {}),
		].map(({ line, what }) => `${page.file}:${line} ${what}`),
	);
}

function problemsOfJson(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return [`this is no JSON: ${error.message}`];
	}
	return [...problemsOfExpressions(...stringsIn(value)), ...problemsOfWorkflow(value)];
}

function stringsIn(value) {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function problemsOfWorkflow({ nodes, connections = {} }) {
	if (!Array.isArray(nodes) || nodes.some(({ type }) => typeof type !== 'string')) return [];
	const names = nodes.map(({ name }) => name);
	const ends = Object.values(connections).flatMap((kinds) =>
		Object.values(kinds).flatMap((outputs) =>
			outputs.flatMap((to) => (to ?? []).map(({ node }) => node)),
		),
	);
	return [...Object.keys(connections), ...ends]
		.filter((name) => !names.includes(name))
		.map((name) => `the workflow has no node "${name}"`);
}

/** n8n ends an expression at the first two closing braces. */
function problemsOfExpressions(...texts) {
	return texts.flatMap((text) =>
		[...text.matchAll(/\{\{(.*?)\}\}/gs)].flatMap(([, code]) => {
			// `{{ … }}` stands for any.
			if (code.trim() === '…') return [];
			try {
				new vm.Script(`(${code})`);
				return [];
			} catch (error) {
				return [`the expression {{${code}}} doesn't parse: ${error.message}`];
			}
		}),
	);
}

function problemsOfCommands({ text }, scripts) {
	return text.split('\n').flatMap((line, index) =>
		[...line.matchAll(/\bnpm run (?:(?:-s|--silent) )?([\w:-]+)/g)]
			.filter(([, name]) => !(name in scripts) && name !== 'x')
			.map(([command]) => ({
				line: index + 1,
				what: `package.json has no script for "${command}"`,
			})),
	);
}
