/**
 * n8n's scanner for community packages on folders, without the registry:
 *
 *     node scripts/scan.mjs source|packed <folder> [source|packed <folder> ...]
 *
 * prints a list of {"passed", "details", "files", "findings"} as JSON, one for each folder: loading
 * the scanner takes longer than most scans. `passed` and `details` are the scanner's own verdict. It
 * says nothing of warnings, and is content when there is no file to look at: hence `files`, and
 * `findings`, which are all messages of its rules, warnings included, taken from the very run of ESLint
 * that it judges by.
 */
import path from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

/** What n8n scans: the repository that a package was built from, and the package itself. */
const patterns = { source: SOURCE_FILE_PATTERNS, packed: ['**/*.js', 'package.json'] };

const args = process.argv.slice(2);
const asked = args.flatMap((kind, at) =>
	at % 2 === 0 ? [{ files: patterns[kind], folder: args[at + 1] }] : [],
);
if (asked.length === 0 || asked.some(({ files, folder }) => !files || !folder)) {
	console.error('Usage: node scripts/scan.mjs source|packed <folder> [...]');
	process.exit(2);
}

/** What the scanner's ESLint hands to the scanner. */
const linted = [];
const lintFiles = ESLint.prototype.lintFiles;
ESLint.prototype.lintFiles = async function (...args) {
	const results = await lintFiles.apply(this, args);
	linted.push(...results);
	return results;
};

const scans = [];
for (const { files, folder } of asked) scans.push(await scan(path.resolve(folder), files));
process.stdout.write(`${JSON.stringify(scans)}\n`);

async function scan(cwd, files) {
	const { passed, message, details } = await analyzePackage(cwd, files);
	const results = linted.splice(0);
	const relative = (file) => path.relative(cwd, file).split(path.sep).join('/');
	return {
		passed,
		details: details ?? message,
		files: results.map(({ filePath }) => relative(filePath)),
		findings: results.flatMap(({ filePath, messages }) =>
			messages.map(
				({ line, ruleId, message: text }) => `${relative(filePath)}:${line} ${ruleId}: ${text}`,
			),
		),
	};
}
