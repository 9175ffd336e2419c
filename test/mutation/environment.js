'use strict';

const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const ProcessEnvironment = require('../jest/environment');

/**
 * Where tests run for `npm run mutate`. The sources are Stryker's, which ask `globalThis.__stryker__` for
 * the active mutant, or count there which mutants are executed.
 *
 * With MUTATION_REACH_FOLDER set, it is recorded for each test file which mutants it executes, from the
 * loading of its first module on: a mutant of a module's constant is reached by the files that load
 * the module, and by no others. Without it a mutant is active, and a file ends with its first failure.
 */
module.exports = class MutationEnvironment extends ProcessEnvironment {
	constructor(config, context) {
		const folder = process.env.MUTATION_REACH_FOLDER;
		if (folder !== undefined) {
			globalThis.__stryker__ = {
				currentTestId: 'file',
				mutantCoverage: { static: {}, perTest: {} },
			};
		}
		super(config, context);
		this.folder = folder;
		this.stryker = globalThis.__stryker__;
		this.file = path
			.relative(config.projectConfig.rootDir, context.testPath)
			.split(path.sep)
			.join('/');
		this.path = context.testPath;
		this.started = Date.now();
		this.tests = { passed: 0, failed: 0, longestMs: 0 };
	}

	/** Part of jest's interface for environments. */
	handleTestEvent({ name, test }) {
		if (name === 'hook_failure') this.tests.failed += 1;
		if (name === 'test_start' && this.folder === undefined && this.tests.failed > 0) {
			test.mode = 'skip';
		}
		if (name !== 'test_done') return;
		this.tests[test.errors.length > 0 ? 'failed' : 'passed'] += 1;
		this.tests.longestMs = Math.max(this.tests.longestMs, test.duration ?? 0);
	}

	async teardown() {
		if (this.folder !== undefined) this.write();
		await super.teardown();
	}

	/** As scripts/mutation/reach.mjs reads it. */
	write() {
		const { file, tests, started, stryker } = this;
		const hits = stryker.mutantCoverage.perTest.file ?? {};
		const hash = createHash('sha256')
			.update(`${file}\0`)
			.update(readFileSync(this.path))
			.digest('hex');
		const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
		writeFileSync(
			path.join(this.folder, `${name}.json`),
			JSON.stringify({ file, hash, ...tests, ms: Date.now() - started, hits }),
		);
	}
};
