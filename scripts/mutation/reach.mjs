/**
 * Which test file executes which mutants. It takes minutes to record, so it is kept in `.cache/`: until a
 * source changes for all test files, and until it changes itself for each.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../docs/pages.mjs';

/** What the tests' outcome depends on, besides Node and the packages of the lock file. */
const PLACES = [
	'linkedin',
	'nodes',
	'credentials',
	'templates',
	'test',
	'jest.config.js',
	'package-lock.json',
];
const IS_TEST = /^test\/(unit|engine)\/.*\.test\.ts$/;

/**
 * @typedef {object} Reach of one test file
 * @property {string} file from the root, with slashes
 * @property {string} hash of its text
 * @property {number} passed tests without any mutant
 * @property {number} failed the same; such a file can say nothing about mutants
 * @property {number} ms from its first module to its last test
 * @property {number} longestMs of its longest test
 * @property {Record<string, number>} hits how often each mutant was executed, by Stryker's number
 */

/**
 * Runs the test files of which nothing is known yet, on the instrumented sources.
 *
 * @param {string} sandbox Stryker's copy of the repository; a mutant's number is part of its sources
 * @param {string} cacheFile where it is kept
 * @returns {Promise<Reach[]>}
 */
export async function recordReach(sandbox, cacheFile) {
	const files = PLACES.flatMap((place) => filesBelow(sandbox, place));
	const base = hashOf(sandbox, files.filter((file) => !IS_TEST.test(file)));
	const wanted = files
		.filter((file) => IS_TEST.test(file))
		.map((file) => ({ file, hash: hashOf(sandbox, [file]) }));
	const known = readKept(cacheFile, base);
	const isKnown = ({ file, hash }) => known.some((each) => each.file === file && each.hash === hash);
	const missing = wanted.filter((each) => !isKnown(each));
	if (missing.length === 0) return known.filter((each) => isWanted(wanted, each));
	console.log(`Recording what ${missing.length} test files reach ...`);
	const recorded = await run(
		sandbox,
		missing.map(({ file }) => file),
	);
	const added = missing.map(({ file, hash }) => ({ ...outcomeOf(recorded, file), hash }));
	const reach = [...known.filter((each) => isWanted(wanted, each)), ...added];
	mkdirSync(path.dirname(cacheFile), { recursive: true });
	writeFileSync(cacheFile, JSON.stringify({ base, reach }));
	return reach;
}

/** What `recordReach` has kept, for the other processes of the same run. */
export function readReach(cacheFile) {
	return JSON.parse(readFileSync(cacheFile, 'utf8')).reach;
}

function isWanted(wanted, { file, hash }) {
	return wanted.some((each) => each.file === file && each.hash === hash);
}

function readKept(cacheFile, base) {
	if (!existsSync(cacheFile)) return [];
	const kept = JSON.parse(readFileSync(cacheFile, 'utf8'));
	return kept.base === base ? kept.reach : [];
}

function hashOf(root, files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
	return hash.digest('hex');
}

/** A file that was not even begun belongs to the tools, or has failed. */
function outcomeOf(recorded, file) {
	const nothing = { file, passed: 0, failed: 0, ms: 0, longestMs: 0, hits: {} };
	return recorded.find((each) => each.file === file) ?? nothing;
}

async function run(sandbox, files) {
	const folder = mkdtempSync(path.join(sandbox, '.cache-reach-'));
	const jest = path.join(sandbox, 'node_modules/jest/bin/jest.js');
	const args = [jest, '--config', 'test/mutation/jest.config.js', '--ci', '--silent'];
	const child = spawn(process.execPath, [...args, '--runTestsByPath', ...files], {
		cwd: sandbox,
		stdio: ['ignore', 'ignore', 'ignore'],
		env: { ...process.env, MUTATION_REACH_FOLDER: folder },
	});
	await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
	const recorded = readdirSync(folder).map((name) =>
		JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
	);
	rmSync(folder, { recursive: true });
	return recorded;
}
