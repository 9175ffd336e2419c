/**
 * Everything that must hold before a change goes in: `npm test [-- arguments for jest]`.
 * The last line says it all in one form for people and machines: "123 passed, 0 failed".
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './npm.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const started = Date.now();

// Two at a time: the tests, which need the build, and beside them what only reads the sources.
const [[built, tests], checks] = await Promise.all([buildAndTest(), inTurn('lint', 'typecheck')]);

// A check that holds is no test, but one that does not must never end in "0 failed".
let failed = tests.failed + [built, ...checks].filter((holds) => !holds).length;
if (tests.passed === 0 && failed === 0) {
	console.error('No test has run.');
	failed = 1;
}
console.log(`\nElapsed: ${since(started)}`);
console.log(`${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function buildAndTest() {
	const holds = await check('build');
	return [holds, holds ? await jest(process.argv.slice(2)) : { passed: 0, failed: 0 }];
}

/** One after the other: each needs a processor, and more than a gigabyte of memory. */
async function inTurn(...scripts) {
	const results = [];
	for (const script of scripts) results.push(await check(script));
	return results;
}

/** Runs a script of package.json; shows what it printed when it fails. */
async function check(script) {
	const begun = Date.now();
	const [command, args, options] = npmCommand(['run', '--silent', script]);
	const { code, output } = await run(command, args, options);
	const holds = code === 0;
	console.log(`${holds ? 'ok    ' : 'FAILED'} ${script} (${since(begun)})`);
	if (!holds) console.log(`${output.trimEnd()}\n`);
	return holds;
}

async function jest(args) {
	const folder = mkdtempSync(path.join(tmpdir(), 'jest-result-'));
	const file = path.join(folder, 'result.json');
	const program = path.join(root, 'node_modules/jest/bin/jest.js');
	try {
		const all = [program, '--ci', '--json', `--outputFile=${file}`, ...args];
		const { code } = await run(process.execPath, all, { stdio: ['ignore', 'ignore', 'inherit'] });
		return count(JSON.parse(readFileSync(file, 'utf8')), code);
	} catch (error) {
		console.error(`jest gave no result: ${error.message}`);
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function count(result, code) {
	// A suite that cannot even be loaded has no failed test of its own.
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function run(command, args, options) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			...options,
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text) => (output += text));
		}
		child.on('error', reject).on('close', (code) => resolve({ code, output }));
	});
}

function since(time) {
	const seconds = Math.round((Date.now() - time) / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
