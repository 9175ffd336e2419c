/**
 * Which test file executes which mutants. It takes minutes to record, so it is kept in `.cache/`: until a
 * source changes for all test files, and until it changes itself for each.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../docs/pages.mjs';
import { isEngine } from './choose.mjs';
import { REASONS } from './reasons.mjs';

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
 * Runs the test files of which nothing is known yet, on the instrumented sources. Each is kept as soon as it
 * has run, so a run that was stopped goes on where it was.
 *
 * @param {string} sandbox Stryker's copy of the repository; a mutant's number is part of its sources
 * @param {string} folder where it is kept
 * @param {boolean} onlyUnit whether to leave out n8n's engine
 * @returns {Promise<Reach[]>}
 */
export async function recordReach(sandbox, folder, onlyUnit) {
	const files = PLACES.flatMap((place) => filesBelow(sandbox, place)).filter(
		// Added to while survivors are looked through.
		(file) => file !== REASONS,
	);
	const tests = files.filter((file) => IS_TEST.test(file) && !(onlyUnit && isEngine(file)));
	const base = hashOf(
		sandbox,
		files.filter((file) => !IS_TEST.test(file)),
	);
	forgetUnless(base, folder);
	const wanted = tests.map((file) => ({ file, hash: hashOf(sandbox, [file]) }));
	const missing = missingOf(wanted, readReach(folder));
	if (missing.length > 0) {
		console.log(`Recording what ${missing.length} test files execute ...`);
		await run(sandbox, folder, missing);
	}
	const reach = readReach(folder).filter((each) => wanted.some((one) => isSame(one, each)));
	// What jest did not even begin belongs to the tools.
	const outside = missingOf(wanted, reach);
	for (const each of outside) keep(folder, { ...each, ...NOTHING });
	for (const { file, failed } of reach) {
		if (failed > 0) console.log(`Left out, since it fails on the instrumented sources: ${file}`);
	}
	return reach;
}

/** What is kept, for the other processes of the same run. @returns {Reach[]} */
export function readReach(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
}

const NOTHING = { passed: 0, failed: 0, longestMs: 0, ms: 0, hits: {} };

/** One file for each test file. */
function keep(folder, reach) {
	const name = createHash('sha256').update(reach.file).digest('hex').slice(0, 16);
	writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(reach));
}

function missingOf(wanted, known) {
	return wanted.filter((each) => !known.some((one) => isSame(one, each)));
}

function isSame(one, other) {
	return one.file === other.file && one.hash === other.hash;
}

/** All that is kept is for the same sources. */
function forgetUnless(base, folder) {
	if (sealOf(folder) === base) return;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, SEAL), base);
}

const SEAL = 'sources';

/** What stands for the sources that it is kept for; undefined if nothing is. */
export function sealOf(folder) {
	const file = path.join(folder, SEAL);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function hashOf(root, files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
	return hash.digest('hex');
}

async function run(sandbox, folder, missing) {
	const jest = path.join(sandbox, 'node_modules/jest/bin/jest.js');
	const args = [jest, '--config', 'test/mutation/jest.config.js', '--ci', '--silent'];
	const files = missing.map(({ file }) => file);
	const child = spawn(process.execPath, [...args, '--runTestsByPath', ...files], {
		cwd: sandbox,
		stdio: 'ignore',
		env: { ...process.env, MUTATION_REACH_FOLDER: folder },
	});
	await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
