/**
 * A reporter for jest that counts the assertions which were executed, and held: per file, per folder
 * and in all. `npm run test:assertions [-- arguments for jest]`
 *
 * Whoever turns tests into tables, or moves them, compares the output before and after: a table cuts
 * lines, never assertions. What beforeEach and afterEach assert counts; what afterAll asserts does not.
 */
import path from 'node:path';

export default class AssertionsReporter {
	#root;
	#files = new Map();

	constructor({ rootDir }) {
		this.#root = rootDir;
	}

	onTestResult(_test, { testFilePath, testResults }) {
		const file = path.relative(this.#root, testFilePath).split(path.sep).join('/');
		const counts = testResults.map(({ numPassingAsserts }) => numPassingAsserts ?? 0);
		this.#files.set(file, sum(counts));
	}

	onRunComplete() {
		const files = [...this.#files].sort(([one], [other]) => (one < other ? -1 : 1));
		const folders = new Map();
		for (const [file, count] of files) {
			const folder = path.posix.dirname(file);
			folders.set(folder, (folders.get(folder) ?? 0) + count);
		}
		print(files);
		print([...folders].sort(([one], [other]) => (one < other ? -1 : 1)));
		print([['in all', sum([...this.#files.values()])]]);
	}

	/** Part of jest's interface for reporters: nothing here makes a run fail. */
	getLastError() {}
}

function print(rows) {
	console.log(rows.map(([name, count]) => `${String(count).padStart(7)}  ${name}`).join('\n'));
	console.log();
}

function sum(numbers) {
	return numbers.reduce((all, number) => all + number, 0);
}
