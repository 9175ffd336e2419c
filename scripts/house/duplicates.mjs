import { sameBodies } from './sameBodies.mjs';
import { alikeFunctions, sameConstants, sameNames } from './sameNames.mjs';
import { sameNumbers, sameTexts } from './sameValues.mjs';
import { writtenAgain } from './writtenOnce.mjs';

const finders = [
	alikeFunctions,
	sameBodies,
	sameConstants,
	sameNumbers,
	sameTexts,
	writtenAgain,
	sameNames,
];

/** Everything that looks as if it were written twice. */
export function duplicates(product) {
	return finders.flatMap((find) => find(product));
}
