import path from 'node:path';
import ts from 'typescript';
import { graphOf } from './graph.mjs';
import { ALL } from './imports.mjs';
import { lineOf } from './sources.mjs';

/** Files whose exports n8n itself loads. */
const LOADED_BY_N8N = /\.(?:node|credentials)\.ts$/;

/**
 * Exports of the product that no other product file imports: `unimported` where tests do not
 * either, else `onlyTests`.
 *
 * @param graph the imports of the product's files
 * @param readTests gives the tests that say one of the given words, parsed
 */
export function loneExports(product, graph, readTests) {
	const uses = usesIn(graph);
	const lone = [...product].flatMap(([file, source]) =>
		LOADED_BY_N8N.test(file)
			? []
			: exportsOf(source).flatMap(({ name, line }) =>
					isUsed(uses, file, name) ? [] : [{ file, name, line }],
				),
	);
	const tests = readTests(new Set(lone.map(({ file, name }) => wordFor(file, name))));
	const tried = usesIn(graphOf(tests, product));
	return lone.map(({ file, name, line }) => ({
		kind: isUsed(tried, file, name) ? 'onlyTests' : 'unimported',
		where: `${file}#${name}`,
		text: `line ${line}`,
	}));
}

/** What a file must say to import a name; for `default` it is only the file's own name. */
function wordFor(file, name) {
	return name === 'default' ? path.posix.basename(file, '.ts') : name;
}

/** Which names of each file others import. */
function usesIn(graph) {
	const uses = new Map();
	for (const { to, names } of [...graph.values()].flat()) {
		uses.set(to, new Set([...(uses.get(to) ?? []), ...names]));
	}
	return uses;
}

function isUsed(uses, file, name) {
	const names = uses.get(file) ?? new Set();
	return names.has(name) || names.has(ALL);
}

/** The names that a file exports. */
function exportsOf(source) {
	return source.statements.flatMap((statement) => {
		if (ts.isExportAssignment(statement)) return [{ name: 'default', line: lineOf(statement) }];
		if (ts.isExportDeclaration(statement)) {
			const { exportClause: clause } = statement;
			if (clause === undefined || !ts.isNamedExports(clause)) return [];
			return clause.elements.map((element) => ({
				name: element.name.text,
				line: lineOf(element),
			}));
		}
		return declared(statement).map((name) => ({ name, line: lineOf(statement) }));
	});
}

function declared(statement) {
	const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
	if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
	if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return ['default'];
	if (!ts.isVariableStatement(statement)) return [statement.name.text];
	return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
}

function boundNames(name) {
	if (ts.isIdentifier(name)) return [name.text];
	return name.elements.flatMap((element) =>
		ts.isOmittedExpression(element) ? [] : boundNames(element.name),
	);
}
