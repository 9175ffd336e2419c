import ts from 'typescript';
import { nameOf } from './names.mjs';
import { lineOf, walk } from './sources.mjs';

const MOST = 4;

/** Functions, methods and arrows with more parameters than a reader keeps in mind. */
export function longParameterLists(product) {
	const entries = [];
	for (const [file, source] of product) {
		walk(source, (node) => {
			if (!ts.isFunctionLike(node) || node.body === undefined) return;
			// `this` is typed like a parameter, and is none.
			const count = node.parameters.filter(({ name }) => name.getText() !== 'this').length;
			if (count <= MOST) return;
			const where = `${file}#${nameOf(node)}`;
			entries.push({
				kind: 'parameters',
				where,
				text: `${count} parameters (line ${lineOf(node)})`,
			});
		});
	}
	return entries;
}
