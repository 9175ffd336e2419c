'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const base = require('../../jest.config.js');

const root = path.resolve(__dirname, '../..');
const SAMPLED = path.join(__dirname, 'sampled');

/** Heard by `sampled.ts`, in this process and in jest's workers. */
process.env.LONG_TESTS = '1';

/** The tests that `npm test` has a part of: those that ask for a sample, themselves or by a table beside them. */
function testsWithMore() {
	const modules = readdirSync(path.join(root, 'test'), { recursive: true })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.join(root, 'test', file))
		.map((file) => ({ file, imports: importsOf(file) }));
	const asking = modules.filter(({ imports }) => imports.includes(SAMPLED));
	const asked = new Set([SAMPLED, ...asking.map(({ file }) => file.replace(/\.ts$/, ''))]);
	return modules
		.filter(({ imports }) => imports.some((each) => asked.has(each)))
		.map(({ file }) => file)
		.filter((file) => file.endsWith('.test.ts'));
}

/** The modules of this repository that a file imports: paths without their ending. */
function importsOf(file) {
	const found = readFileSync(file, 'utf8').matchAll(/ from '(\.[^']*)'/g);
	return [...found].map(([, name]) => path.resolve(path.dirname(file), name));
}

/** `npm run test:long`: the same tests, with nothing left out. */
module.exports = {
	...base,
	rootDir: root,
	testMatch: [
		...testsWithMore().map((file) => file.split(path.sep).join('/')),
		// What npm test has nothing of.
		'<rootDir>/test/long/**/*.test.ts',
	],
	// One of the thousands of cells is as short as ever; a whole table in one test is not.
	testTimeout: 600_000,
};
