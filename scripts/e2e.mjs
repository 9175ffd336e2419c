/**
 * The suites of test/e2e: `npm run test:e2e [-- suite ...]`; with `--every-version` those that
 * `npm run test:versions` runs. The last line is "N passed, M failed".
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [first, ...rest] = process.argv.slice(2);
const [main, args] =
	first === '--every-version'
		? ['test/e2e/everyVersion.ts', rest]
		: ['test/e2e/main.ts', process.argv.slice(2)];
const suite = spawn(
	process.execPath,
	[
		'--import=tsx',
		`--test-reporter=${path.join(root, 'test/e2e/harness/reporter.mjs')}`,
		'--test-reporter-destination=stdout',
		path.join(root, main),
		...args,
	],
	{ cwd: root, stdio: 'inherit' },
);
// The suite ends all that it started, and then itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		suite.kill(signal);
	});
}
suite.on('exit', (code) => {
	process.exitCode = code ?? 1;
});
