import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a mutant changes, in the source's own words, so that it is recognised when lines move.
 *
 * @typedef {object} Change
 * @property {string} file from the root, with slashes
 * @property {number} line where it begins, from 1
 * @property {string} code that line, without its indentation
 * @property {string} from what is replaced; only its beginning where it is long
 * @property {string} to what stands there instead, the same
 * @property {boolean} isReached whether a test executes it
 */

/** @returns {Change[]} */
export function changesOf(mutants, root) {
	const texts = new Map();
	return mutants.map(({ file, location, replacement, status }) => {
		if (!texts.has(file)) texts.set(file, readFileSync(path.join(root, file), 'utf8').split('\n'));
		const lines = texts.get(file);
		return {
			file,
			line: location.start.line + 1,
			code: lines[location.start.line].trim(),
			from: short(between(lines, location)),
			to: short(replacement),
			isReached: status !== 'NoCoverage',
		};
	});
}

function between(lines, { start, end }) {
	if (start.line === end.line) return lines[start.line].slice(start.column, end.column);
	return [
		lines[start.line].slice(start.column),
		...lines.slice(start.line + 1, end.line),
		lines[end.line].slice(0, end.column),
	].join('\n');
}

/** One line, of 60 characters at most. */
function short(text) {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
