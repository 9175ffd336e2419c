/**
 * `npm run test:versions`: on each version of Node and of n8n that the package supports. A Node that is not
 * here is installed from npm once, into `.cache`, and each n8n once, into `test/e2e`.
 *
 *     npm run test:versions                    all of it
 *     npm run test:versions -- n8n             full n8n: each version on each Node that it allows
 *     npm run test:versions -- core            n8n's engine: npm test on Node 22 and 24
 *     npm run test:versions -- core test/unit  some tests of it: the rest of the arguments is for jest
 *     npm run test:versions -- core --nodes 20,24
 *
 * The last line is the sum of all: "123 passed, 0 failed".
 */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

import { nodeOf } from '../bench/nodes';

const ROOT = join(__dirname, '../..');
const USUAL = '22,24';

interface Row {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
}

async function main(): Promise<number> {
	const [what, ...args] = process.argv.slice(2);
	if (what !== undefined && what !== 'core' && what !== 'n8n') {
		throw new Error(`the first argument must be "core" or "n8n", got "${what}"`);
	}
	const rows: Row[] = [];
	if (what !== 'n8n') rows.push(...(await inEngine(args)));
	if (what !== 'core') rows.push(await inFullN8n());
	console.log('');
	for (const { name, passed, failed } of rows) {
		console.log(`${name}: ${passed} of ${passed + failed} tests passed`);
	}
	const failed = rows.reduce((sum, each) => sum + each.failed, 0);
	console.log(`${rows.reduce((sum, each) => sum + each.passed, 0)} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

/** `scripts/test.mjs` and all that it starts run on this Node: npm finds it first in the path. */
async function inEngine(args: readonly string[]): Promise<Row[]> {
	const { lines, rest } = argumentsOf(args);
	const rows: Row[] = [];
	for (const line of lines) {
		const name = `npm test on Node ${line}`;
		console.log(`\n=== ${name}`);
		const node = nodeOf(line);
		const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
		rows.push(await summed(name, node, ['scripts/test.mjs', ...rest], { PATH }));
	}
	return rows;
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

async function inFullN8n(): Promise<Row> {
	const name = 'Full n8n, each version on each Node';
	console.log(`\n=== ${name}`);
	for (const script of ['scripts/e2e-setup.mjs --all', 'node_modules/.bin/gulp assemble -L']) {
		const { code } = await run(process.execPath, script.split(' '));
		if (code !== 0) return { name, passed: 0, failed: 1 };
	}
	return summed(name, process.execPath, ['scripts/e2e.mjs', '--every-version']);
}

/** Runs what prints "N passed, M failed" as its last line. */
async function summed(
	name: string,
	node: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<Row> {
	const { code, output } = await run(node, args, environment);
	const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
	// Without a sum, or with another end than it says, something is wrong.
	const isLost = failed === undefined || (failed === '0' && code !== 0);
	return { name, passed: Number(passed ?? 0), failed: isLost ? 1 : Number(failed) };
}

/** Shows what it prints while it runs. */
async function run(
	node: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
	const child = spawn(node, args, {
		cwd: ROOT,
		env: { ...process.env, ...environment },
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
	return { code, output };
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
