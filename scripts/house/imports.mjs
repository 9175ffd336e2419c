import ts from 'typescript';
import { lineOf, walk } from './sources.mjs';

/** Stands for every name that a file exports. */
export const ALL = '*';

/**
 * What a file imports, types and `import()` included.
 *
 * @returns `specifier` as written, `line`, and the imported `names` (`ALL` where they are not told
 * one by one; `default` is a name like any other)
 */
export function importsOf(source) {
	const found = [];
	walk(source, (node) => {
		const specifier = specifierOf(node);
		if (specifier === undefined) return;
		found.push({ specifier: specifier.text, line: lineOf(node), names: namesOf(node, source) });
	});
	return found;
}

function specifierOf(node) {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (ts.isImportTypeNode(node)) return node.argument.literal;
	if (ts.isExternalModuleReference(node)) return node.expression;
	if (!ts.isCallExpression(node)) return undefined;
	const loads =
		node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
	const [argument] = node.arguments;
	return loads && argument !== undefined && ts.isStringLiteralLike(argument) ? argument : undefined;
}

function namesOf(node, source) {
	if (ts.isExportDeclaration(node)) {
		const { exportClause: clause } = node;
		return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(nameIn) : [ALL];
	}
	if (ts.isImportDeclaration(node)) return namesOfClause(node.importClause, source);
	if (ts.isImportTypeNode(node)) {
		return node.qualifier === undefined ? [ALL] : [node.qualifier.getText().split('.')[0]];
	}
	return namesOfCall(node);
}

function namesOfClause(clause, source) {
	const bindings = clause?.namedBindings;
	const named = clause?.name === undefined ? [] : ['default'];
	if (bindings === undefined) return named;
	if (ts.isNamedImports(bindings)) return [...named, ...bindings.elements.map(nameIn)];
	return [...named, ...namesThrough(bindings.name, source)];
}

/** The name in the other file, where `as` gives it another one here. */
function nameIn({ name, propertyName }) {
	return (propertyName ?? name).text;
}

/** Which names a file uses of `import * as namespace`. */
function namesThrough(namespace, source) {
	const names = new Set();
	walk(source, (node) => {
		if (!ts.isIdentifier(node) || node.text !== namespace.text || node === namespace) return;
		const { parent } = node;
		if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
		if (ts.isPropertyAccessExpression(parent)) names.add(parent.name.text);
		else if (ts.isQualifiedName(parent)) names.add(parent.right.text);
		else names.add(ALL);
	});
	return [...names];
}

/** `const { one, two } = await import(…)` and `(await import(…)).one`. */
function namesOfCall(call) {
	if (!ts.isAwaitExpression(call.parent ?? call)) return [ALL];
	let holder = call.parent.parent;
	while (ts.isParenthesizedExpression(holder)) holder = holder.parent;
	if (ts.isPropertyAccessExpression(holder)) return [holder.name.text];
	if (!ts.isVariableDeclaration(holder) || !ts.isObjectBindingPattern(holder.name)) return [ALL];
	return holder.name.elements.map((element) =>
		element.dotDotDotToken === undefined ? nameIn(element) : ALL,
	);
}
