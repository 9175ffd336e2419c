import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Runs jest and shows what it says.
 *
 * @param {readonly string[]} args as on its command line
 * @returns {Promise<{passed: number, failed: number}>} tests; `failed` is never 0 where something is wrong
 */
export async function runJest(args) {
	const folder = mkdtempSync(path.join(tmpdir(), 'jest-result-'));
	const file = path.join(folder, 'result.json');
	const program = path.join(root, 'node_modules/jest/bin/jest.js');
	try {
		const all = [program, '--ci', '--json', `--outputFile=${file}`, ...args];
		const { code } = await run(process.execPath, all, { stdio: ['ignore', 'ignore', 'inherit'] });
		return atLeastOne(count(JSON.parse(readFileSync(file, 'utf8')), code));
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

function atLeastOne({ passed, failed }) {
	if (passed > 0 || failed > 0) return { passed, failed };
	console.error('No test has run.');
	return { passed, failed: 1 };
}

/** The last lines, in one form for people and machines: "123 passed, 0 failed". */
export function conclude({ passed, failed }, started) {
	console.log(`\nElapsed: ${since(started)}`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}

/** Runs a program in the root of the repository: its exit code, and what it printed. */
export function run(command, args, options) {
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

/** How long ago that was, for people. */
export function since(time) {
	const seconds = Math.round((Date.now() - time) / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
