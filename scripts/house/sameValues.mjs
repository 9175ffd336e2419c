import ts from 'typescript';
import { Places } from './places.mjs';
import { walk } from './sources.mjs';

const LEAST_WORDS = 4;
/** Thousands and minutes are no facts of their own; 36,152,320 and 86,400 are. */
const LEAST_NUMBER = 10_000;
const LEAST_DIGITS = 3;

/** Numbers that are a fact, in two files. */
export function sameNumbers(product) {
	const places = new Places();
	for (const source of product.values()) {
		walk(source, (node) => {
			if (ts.isNumericLiteral(node) && isFact(node.text)) places.add(node.text, node);
		});
	}
	return places.severalFiles('sameNumber');
}

/** Sentences, or parts of them, in two files. */
export function sameTexts(product) {
	const places = new Places();
	for (const source of product.values()) {
		walk(source, (node) => {
			if (!isText(node)) return;
			const text = node.text.trim();
			if (text.split(/\s+/).filter((word) => /\w/.test(word)).length >= LEAST_WORDS) {
				places.add(text, node);
			}
		});
	}
	return places.severalFiles('sameText');
}

function isFact(text) {
	return Number(text) >= LEAST_NUMBER && text.replace(/0+$/, '').length >= LEAST_DIGITS;
}

function isText(node) {
	return (
		ts.isStringLiteralLike(node) ||
		ts.isTemplateHead(node) ||
		ts.isTemplateMiddleOrTemplateTail(node)
	);
}
