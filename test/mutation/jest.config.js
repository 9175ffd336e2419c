const base = require('../../jest.config.js');

/** The tests that can tell a mutant: those of the product, by unit and in n8n's engine. */
const config = {
	...base,
	rootDir: '../..',
	testEnvironment: '<rootDir>/test/mutation/environment.js',
	testSequencer: '<rootDir>/test/mutation/sequencer.js',
	testMatch: ['<rootDir>/test/{unit,engine}/**/*.test.ts'],
	testPathIgnorePatterns: [
		...base.testPathIgnorePatterns,
		// Of the tools, and of this repository's texts.
		'<rootDir>/test/unit/(docs|house|jest|long|mutation|release|words)/',
	],
	cacheDirectory: '<rootDir>/.cache/jest',
	// Two mutants at a time, or two test files while it is recorded what they reach.
	maxWorkers: 2,
};

// `npm run mutate` has built dist/ before it copies the repository.
delete config.globalSetup;

module.exports = config;
