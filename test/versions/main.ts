/**
 * `npm run test:versions [-- arguments for jest]`: `npm test` on each Node that continuous integration has,
 * one after the other. A Node that is not here is installed from npm once, into `.cache`.
 *
 *     npm run test:versions                    all tests on 22 and 24
 *     npm run test:versions -- test/unit       some of them
 *     npm run test:versions -- --nodes 20,24   on other ones
 *
 * The last line is the sum of all: "123 passed, 0 failed".
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

import { nodeOf } from '../bench/nodes';

const ROOT = join(__dirname, '../..');
const USUAL = '22,24';

interface Sum {
	readonly passed: number;
	readonly failed: number;
}

async function main(): Promise<number> {
	const { lines, rest } = argumentsOf(process.argv.slice(2));
	const sums: Sum[] = [];
	for (const line of lines) {
		console.log(`\n=== Node ${line}`);
		sums.push(await testOn(nodeOf(line), rest));
	}
	console.log('');
	for (const [index, { passed, failed }] of sums.entries()) {
		console.log(`Node ${lines[index] ?? 0}: ${passed} of ${passed + failed} tests passed`);
	}
	const failed = sums.reduce((sum, each) => sum + each.failed, 0);
	console.log(`${sums.reduce((sum, each) => sum + each.passed, 0)} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

/** Everything but `--nodes` is for jest. */
function argumentsOf(given: readonly string[]): {
	lines: readonly number[];
	rest: readonly string[];
} {
	const at = given.indexOf('--nodes');
	const text = at === -1 ? USUAL : (given[at + 1] ?? '');
	const lines = text.split(',').map(Number);
	if (!lines.every((line) => Number.isInteger(line) && line >= 20)) {
		throw new Error(`--nodes must be like ${USUAL}, got "${text}"`);
	}
	return { lines, rest: at === -1 ? given : [...given.slice(0, at), ...given.slice(at + 2)] };
}

/** `scripts/test.mjs` and all that it starts run on this Node: npm finds it first in the path. */
async function testOn(node: string, args: readonly string[]): Promise<Sum> {
	const child = spawn(node, ['scripts/test.mjs', ...args], {
		cwd: ROOT,
		env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		process.stdout.write(text);
	});
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject).on('close', resolve);
	});
	const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
	// Without a sum, or with another end than it says, something is wrong.
	const isLost = failed === undefined || (failed === '0' && code !== 0);
	return { passed: Number(passed ?? 0), failed: isLost ? 1 : Number(failed) };
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	},
);
