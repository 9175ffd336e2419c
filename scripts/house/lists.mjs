import { duplicates } from './duplicates.mjs';
import { loneExports } from './exports.mjs';
import { longFiles } from './lines.mjs';
import { longParameterLists } from './parameters.mjs';

/** The kinds of entries, as people read them. */
export const titles = {
	parameters: 'Functions of more than four parameters',
	unimported: 'Exports that nobody imports',
	onlyTests: 'Exports that only tests import',
	alike: 'Functions of one name in several files that look alike',
	sameBody: 'Functions of one body in several files',
	sameConstant: 'Constants of one name and value in several files',
	sameNumber: 'Numbers in several files',
	sameText: 'Texts in several files (shown only: labels may be alike)',
	writtenAgain: 'Written once before, now again',
	lines: 'Files of more than 200 lines',
	median: 'The median of lines',
	sameName: 'Functions of one name in several files (shown only: most are different things)',
};

/** Kinds that ask for no reason. */
const shownOnly = new Set(['sameName', 'sameText']);

/**
 * The entries of all lists, each `{ kind, where, text }`.
 *
 * @param readTests gives the tests that say one of the given words, parsed
 */
export function listsOf(product, graph, readTests) {
	return [
		...longParameterLists(product),
		...loneExports(product, graph, readTests),
		...duplicates(product),
		...longFiles(product),
	];
}

/** The entries that need a reason. */
export function needReason(entries) {
	return entries.filter(({ kind }) => !shownOnly.has(kind));
}
