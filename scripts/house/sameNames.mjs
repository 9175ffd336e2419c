import { constantsIn, topFunctions } from './names.mjs';
import { listed, Places } from './places.mjs';

/** As much of two functions' words as is the same by chance at most. */
const ALIKE = 0.5;

/** Functions of one name at the top of several files. */
export function sameNames(product) {
	return functionsByName(product).severalFiles('sameName');
}

/** Those of them of which two also look alike. */
export function alikeFunctions(product) {
	return functionsByName(product)
		.groups()
		.flatMap(([name, functions]) => {
			const twins = functions.filter((one) =>
				functions.some((other) => one !== other && likeness(one, other) >= ALIKE),
			);
			return twins.length === 0 ? [] : [{ kind: 'alike', where: name, text: listed(twins) }];
		});
}

/** `CONSTANTS` of one name and one value at the top of several files. */
export function sameConstants(product) {
	const places = new Places();
	for (const [name, value] of [...product.values()].flatMap(({ statements }) =>
		statements.flatMap(constantsIn),
	)) {
		if (/^[A-Z][A-Z0-9_]*$/.test(name)) places.add(`${name} = ${value.getText()}`, value);
	}
	return places.severalFiles('sameConstant', (key) => key.split(' ', 1)[0]);
}

function functionsByName(product) {
	const places = new Places();
	for (const [name, node] of [...product.values()].flatMap(topFunctions)) places.add(name, node);
	return places;
}

/** The part of all words and signs of two functions that both have: 0 to 1. */
function likeness(one, other) {
	const counts = [countsOf(one), countsOf(other)];
	const words = new Set(counts.flatMap((count) => [...count.keys()]));
	let shared = 0;
	let all = 0;
	for (const word of words) {
		const [first, second] = counts.map((count) => count.get(word) ?? 0);
		shared += Math.min(first, second);
		all += Math.max(first, second);
	}
	return shared / all;
}

function countsOf(node) {
	const counts = new Map();
	for (const [word] of node.getText().matchAll(/\w+|[^\s\w]/g)) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return counts;
}
