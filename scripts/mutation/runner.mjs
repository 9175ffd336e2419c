/** How Stryker has tests run: file by file, those that execute the mutant and no others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
	determineHitLimitReached,
	DryRunStatus,
	MutantRunStatus,
	TestStatus,
} from '@stryker-mutator/api/test-runner';
import { choose, isEngine } from './choose.mjs';
import { readReach, recordReach } from './reach.mjs';
import { TIME_IS_OVER } from './words.mjs';

/**
 * Stryker's own runner for jest loads all test files for each mutant of a module that all of them
 * import, and runs all tests for a mutant that is executed when a module is loaded. This one knows what each test
 * file executes (reach.mjs), and stops at the first failure.
 */
export class TestFileRunner {
	static inject = ['options'];

	constructor({ mutation }) {
		this.settings = mutation;
		this.reachFolder = path.join(mutation.folder, 'reach');
		this.sandbox = process.cwd();
		this.jest = createRequire(path.join(this.sandbox, 'package.json'))('jest');
		/** How many mutants of a source each test file has killed: the next one may be killed by it too. */
		this.kills = new Map();
	}

	/** A mutant that is executed when a module is loaded needs no new process: each file loads it again. */
	capabilities() {
		return { reloadEnvironment: true };
	}

	async dryRun() {
		const chosen = choose(
			await recordReach(this.sandbox, this.reachFolder, this.settings.onlyUnit),
		);
		return {
			status: DryRunStatus.Complete,
			tests: chosen.map(({ file, ms }) => ({
				id: file,
				name: file,
				fileName: path.join(this.sandbox, file),
				timeSpentMs: ms,
				status: TestStatus.Success,
			})),
			mutantCoverage: {
				static: {},
				perTest: Object.fromEntries(chosen.map(({ file, hits }) => [file, hits])),
			},
		};
	}

	async mutantRun({ activeMutant, testFilter = [], hitLimit }) {
		if (this.isOver()) return { status: MutantRunStatus.Error, errorMessage: TIME_IS_OVER };
		const context = { activeMutant: activeMutant.id, hitCount: 0, hitLimit };
		// The sources ask for it when they are loaded; the variable is for processes that tests start.
		globalThis.__stryker__ = context;
		process.env.__STRYKER_ACTIVE_MUTANT__ = activeMutant.id;
		try {
			return await this.tryTests(testFilter, activeMutant.fileName, context);
		} finally {
			globalThis.__stryker__ = {};
			delete process.env.__STRYKER_ACTIVE_MUTANT__;
		}
	}

	async tryTests(testFiles, source, context) {
		let nrOfTests = 0;
		for (const files of this.inTurns(testFiles, source)) {
			const results = await this.run(files);
			nrOfTests += results.numTotalTests;
			const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
			if (endless !== undefined) return endless;
			const failed = results.testResults.find(hasFailed);
			if (failed === undefined) continue;
			const file = path.relative(this.sandbox, failed.testFilePath).split(path.sep).join('/');
			this.killsOf(source).set(file, (this.killsOf(source).get(file) ?? 0) + 1);
			const failureMessage = failed.failureMessage ?? String(failed.testExecError?.message);
			return { status: MutantRunStatus.Killed, killedBy: [file], failureMessage, nrOfTests };
		}
		return { status: MutantRunStatus.Survived, nrOfTests };
	}

	/** Unit tests before the engine's, the likely ones first; together those that need no longer than all before. */
	inTurns(testFiles, source) {
		const kills = this.killsOf(source);
		const ordered = testFiles
			.map((file) => ({
				file,
				ms: this.timesOf(file).ms,
				rank: 10 * (kills.get(file) ?? 0) + likeness(file, source),
			}))
			.sort(
				(one, other) =>
					isEngine(one.file) - isEngine(other.file) || other.rank - one.rank || one.ms - other.ms,
			);
		const turns = [];
		let before = 0;
		let inTurn = 0;
		for (const { file, ms } of ordered) {
			const turn = turns.at(-1);
			const fits = turn !== undefined && inTurn + ms <= Math.max(before, 500);
			if (fits && isEngine(turn[0]) === isEngine(file)) {
				turn.push(file);
				inTurn += ms;
			} else {
				before += inTurn;
				turns.push([file]);
				inTurn = ms;
			}
		}
		return turns;
	}

	async run(files) {
		const longest = Math.max(...files.map((file) => this.timesOf(file).longestMs));
		const { results } = await this.jest.runCLI(
			{
				$0: 'mutate',
				_: files.map((file) => path.join(this.sandbox, file)),
				runTestsByPath: true,
				config: path.join(this.sandbox, 'test/mutation/jest.config.js'),
				runInBand: true,
				ci: true,
				silent: true,
				reporters: [],
				// A mutant may wait for ever; a slow machine takes several times as long as when it was recorded.
				testTimeout: 5_000 + 4 * longest,
			},
			[this.sandbox],
		);
		return results;
	}

	timesOf(file) {
		this.times ??= new Map(readReach(this.reachFolder).map((each) => [each.file, each]));
		return this.times.get(file);
	}

	killsOf(source) {
		if (!this.kills.has(source)) this.kills.set(source, new Map());
		return this.kills.get(source);
	}

	/** The time begins with the first mutant, for all processes of the run. */
	isOver() {
		if (this.settings.minutes === undefined) return false;
		const file = path.join(this.sandbox, '.mutation-started');
		if (!existsSync(file)) writeFileSync(file, String(Date.now()));
		return Date.now() > Number(readFileSync(file, 'utf8')) + this.settings.minutes * 60_000;
	}
}

function hasFailed({ numFailingTests, testExecError, failureMessage }) {
	return numFailingTests > 0 || testExecError !== undefined || Boolean(failureMessage);
}

/** A test is named after what it tests, and lies in a folder that is named after its room. */
function likeness(testFile, source) {
	const name = path.basename(source, '.ts');
	const room = path.basename(path.dirname(source));
	const isOfFile = path.basename(testFile).startsWith(`${name}.`);
	return (isOfFile ? 2 : 0) + (testFile.split('/').includes(room) ? 1 : 0);
}
