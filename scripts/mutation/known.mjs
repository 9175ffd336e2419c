/**
 * Mutants that an earlier run has killed are not tried again, while neither the sources nor the test that killed
 * them have changed. So a run comes further than the one before it, and looks at what is left.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReach, sealOf } from './reach.mjs';

const BEFORE = 'killed before by ';

/**
 * @param {string} folder of all that is kept
 * @returns {Map<string, string>} from a mutant's key to the test file that killed it
 */
export function readKnown(folder) {
	const { base, kills } = read(folder);
	if (base !== sealOf(path.join(folder, 'reach'))) return new Map();
	const hashes = hashesOf(folder);
	return new Map(
		Object.entries(kills)
			.filter(([, { by, hash }]) => hashes.get(by) === hash)
			.map(([key, { by }]) => [key, by]),
	);
}

/** Adds what a run has killed. */
export function keepKnown(folder, results) {
	const hashes = hashesOf(folder);
	const kills = [...readKnown(folder), ...killsOf(results)].map(([key, by]) => [
		key,
		{ by, hash: hashes.get(by) },
	]);
	const base = sealOf(path.join(folder, 'reach'));
	writeFileSync(fileIn(folder), JSON.stringify({ base, kills: Object.fromEntries(kills) }));
}

/** What Stryker is told of a mutant that it need not try. */
export function reasonOf(killer) {
	return `${BEFORE}${killer}`;
}

/** The result that it would have had. */
export function asKilled(result) {
	if (result.statusReason?.startsWith(BEFORE) !== true) return result;
	return { ...result, status: 'Killed', killedBy: [result.statusReason.slice(BEFORE.length)] };
}

function killsOf(results) {
	return results
		.filter(({ status, killedBy }) => status === 'Killed' && killedBy !== undefined)
		.map(({ key, killedBy: [by] }) => [key, by]);
}

function hashesOf(folder) {
	return new Map(readReach(path.join(folder, 'reach')).map(({ file, hash }) => [file, hash]));
}

function read(folder) {
	if (!existsSync(fileIn(folder))) return { base: undefined, kills: {} };
	return JSON.parse(readFileSync(fileIn(folder), 'utf8'));
}

function fileIn(folder) {
	return path.join(folder, 'known.json');
}
