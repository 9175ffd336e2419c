import ts from 'typescript';
import { nameOf } from './names.mjs';
import { Places } from './places.mjs';
import { walk } from './sources.mjs';

/** Shorter bodies are alike by chance. */
const LEAST_NODES = 15;

/** Functions that do the same, whatever they call their values. */
export function sameBodies(product) {
	const places = new Places();
	for (const source of product.values()) {
		walk(source, (node) => {
			if (!ts.isFunctionLike(node) || node.body === undefined) return;
			const shape = shapeOf(node.body);
			if (shape.length >= LEAST_NODES) places.add(shape.join(' '), node);
		});
	}
	return places.severalFiles('sameBody', (_, nodes) => nodes.map(nameOf).join(' = '));
}

/** What stands below a node, each name as the number of its first place. */
function shapeOf(body) {
	const numbers = new Map();
	const shape = [];
	walk(body, (node) => {
		if (ts.isIdentifier(node)) {
			if (!numbers.has(node.text)) numbers.set(node.text, numbers.size);
			shape.push(`name${numbers.get(node.text)}`);
		} else {
			shape.push(`${node.kind}${node.operator ?? ''}${node.text ?? ''}`);
		}
	});
	return shape;
}
