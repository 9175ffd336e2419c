import ts from 'typescript';

/**
 * How a list calls a function: its name, with the names around it where it has none of its own or
 * stands inside of something else (`Client.call`, `upload.(function)`).
 */
export function nameOf(node) {
	const names = [];
	for (let at = node; !ts.isSourceFile(at); at = at.parent) {
		const name = ownName(at);
		if (name !== undefined) names.unshift(name);
		else if (at === node && !hasNameBeside(at)) names.unshift('(function)');
	}
	return names.join('.');
}

function ownName(node) {
	if (ts.isConstructorDeclaration(node)) return 'constructor';
	const named =
		ts.isFunctionLike(node) ||
		ts.isClassLike(node) ||
		ts.isVariableDeclaration(node) ||
		ts.isPropertyAssignment(node) ||
		ts.isPropertyDeclaration(node);
	return named ? node.name?.getText() : undefined;
}

/** `const name = () => …`, `{ name: () => … }`, `name = () => …` */
function hasNameBeside({ parent }) {
	return (
		ts.isVariableDeclaration(parent) ||
		ts.isPropertyAssignment(parent) ||
		ts.isPropertyDeclaration(parent)
	);
}

/** The functions that a file defines at its top, as `[name, node]`: declarations and constants. */
export function topFunctions(source) {
	return source.statements.flatMap((statement) => {
		if (ts.isFunctionDeclaration(statement) && statement.body !== undefined) {
			return [[statement.name?.text ?? 'default', statement]];
		}
		return constantsIn(statement).filter(
			([, value]) => ts.isArrowFunction(value) || ts.isFunctionExpression(value),
		);
	});
}

/** The constants that a statement defines, as `[name, value]`. */
export function constantsIn(statement) {
	if (!ts.isVariableStatement(statement)) return [];
	return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
		ts.isIdentifier(name) && initializer !== undefined ? [[name.text, initializer]] : [],
	);
}
