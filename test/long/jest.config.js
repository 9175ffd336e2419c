'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const base = require('../../jest.config.js');

const root = path.resolve(__dirname, '../..');

/** Heard by `sampled.ts`, in this process and in jest's workers. */
process.env.LONG_TESTS = '1';

/** The tests that `npm test` has a part of: those that ask for a sample, or whose tables do. */
function testsWithMore() {
	const files = readdirSync(path.join(root, 'test'), { recursive: true })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => path.join(root, 'test', file));
	const samples = files.filter((file) => /\/long\/sampled'/.test(readFileSync(file, 'utf8')));
	return samples.filter((file) => file.endsWith('.test.ts'));
}

/** `npm run test:long`: the same tests, with nothing left out. */
module.exports = {
	...base,
	rootDir: root,
	testMatch: testsWithMore().map((file) => file.split(path.sep).join('/')),
	// One of the thousands of cells is as short as ever; a whole table in one test is not.
	testTimeout: 600_000,
};
