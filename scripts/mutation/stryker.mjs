import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { asKilled, keepKnown } from './known.mjs';
import { identified } from './mutants.mjs';
import { isIn, sourcesOf } from './rooms.mjs';

/**
 * Tries the mutants of a room or a file, in a copy of the repository.
 *
 * @param {object} run
 * @param {string} run.root of the repository
 * @param {string} run.target a room, or a file or folder of one
 * @param {number} run.seed draws the order in which mutants are tried
 * @param {number | undefined} run.minutes after which no further mutant is tried; undefined for no limit
 * @param {boolean} run.onlyUnit whether to leave out the tests in n8n's engine
 * @returns Stryker's results for the mutants of the target, in no order
 */
export async function tryMutants({ root, target, seed, minutes, onlyUnit }) {
	const folder = path.join(root, '.cache/mutation');
	const stryker = new Stryker({
		// Always all rooms: a mutant's number is its place among all, and what is known of it is kept.
		mutate: sourcesOf(root),
		plugins: [fileURLToPath(new URL('plugin.mjs', import.meta.url))],
		testRunner: 'test-files',
		checkers: ['drawn-order'],
		reporters: ['progress-lines'],
		coverageAnalysis: 'perTest',
		concurrency: 2,
		mutation: {
			root,
			target,
			seed,
			minutes,
			onlyUnit,
			folder,
		},
		// Of the tests of a mutant, which includes the loading of their modules, and jest's own time.
		timeoutFactor: 2,
		timeoutMS: 20_000,
		dryRunTimeoutMinutes: 60,
		tempDirName: '.cache/mutation/sandbox',
		cleanTempDir: 'always',
		ignorePatterns: ['.cache', 'coverage', 'release', 'site'],
		// swc does not look at types.
		disableTypeChecks: false,
		logLevel: 'warn',
		fileLogLevel: 'off',
		warnings: { unknownOptions: false, slow: false },
	});
	const results = await stryker.runMutationTest();
	const own = results
		.map((result) => identified({ ...result, location: asWithin(result.location) }, root))
		.filter(({ file }) => isIn(file, target))
		.map(asKilled);
	keepKnown(folder, own);
	return own;
}

/** Within Stryker lines and columns begin with 0; in its results with 1. */
function asWithin({ start, end }) {
	const before = ({ line, column }) => ({ line: line - 1, column: column - 1 });
	return { start: before(start), end: before(end) };
}
