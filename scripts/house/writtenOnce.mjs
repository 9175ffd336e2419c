import ts from 'typescript';
import { topFunctions } from './names.mjs';
import { listed } from './places.mjs';
import { walk } from './sources.mjs';

/**
 * What was once written several times and now stands in one place. Each row finds its nodes in one
 * file; more than one node in all is an entry.
 */
const once = [
	['isRecord(x) ? x : {}', (source) => nodes(source, isRecordOrNothing)],
	['helpers.httpRequest(…)', (source) => nodes(source, isCallOf('httpRequest'))],
	['a function isMissing or isEmpty', named('isMissing', 'isEmpty')],
	['a function oneChunk', named('oneChunk')],
	['a function readAuthor or readOwner', named('readAuthor', 'readOwner')],
	['a function readWaitMs', named('readWaitMs')],
	['a function toReadingError or toWebhookError', named('toReadingError', 'toWebhookError')],
];

export function writtenAgain(product) {
	return once.flatMap(([where, find]) => {
		const found = [...product.values()].flatMap(find);
		return found.length < 2 ? [] : [{ kind: 'writtenAgain', where, text: listed(found) }];
	});
}

function nodes(source, matches) {
	const found = [];
	walk(source, (node) => {
		if (matches(node)) found.push(node);
	});
	return found;
}

function isRecordOrNothing(node) {
	if (!ts.isConditionalExpression(node)) return false;
	const { condition, whenTrue, whenFalse } = node;
	return (
		isCallOf('isRecord')(condition) &&
		condition.arguments[0]?.getText() === whenTrue.getText() &&
		ts.isObjectLiteralExpression(whenFalse) &&
		whenFalse.properties.length === 0
	);
}

function isCallOf(name) {
	return (node) => {
		if (!ts.isCallExpression(node)) return false;
		const { expression } = node;
		return (
			(ts.isPropertyAccessExpression(expression) ? expression.name : expression).getText() === name
		);
	};
}

function named(...names) {
	return (source) =>
		topFunctions(source).flatMap(([name, node]) => (names.includes(name) ? [node] : []));
}
