/**
 * n8n's scanner for community packages on a folder, without the registry:
 *
 *     node scripts/scan.mjs <folder> source|packed
 *
 * prints {"passed", "details", "files", "findings"} as JSON. `passed` and `details` are the
 * scanner's own verdict. It says nothing of warnings, and is content when there is no file to look
 * at: hence `files`, and `findings`, which are all messages of its rules, warnings included.
 */
import path from 'node:path';
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

/** What n8n scans: the repository that a package was built from, and the package itself. */
const patterns = { source: SOURCE_FILE_PATTERNS, packed: ['**/*.js', 'package.json'] };

const [folder, kind] = process.argv.slice(2);
if (folder === undefined || patterns[kind] === undefined) {
	console.error('Usage: node scripts/scan.mjs <folder> source|packed');
	process.exit(2);
}
const cwd = path.resolve(folder);

const { passed, message, details } = await analyzePackage(cwd, patterns[kind]);

const eslint = new ESLint({
	cwd,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
	errorOnUnmatchedPattern: false,
});
const results = await eslint.lintFiles(patterns[kind]);
const relative = (file) => path.relative(cwd, file).split(path.sep).join('/');

process.stdout.write(
	`${JSON.stringify({
		passed,
		details: details ?? message,
		files: results.map(({ filePath }) => relative(filePath)),
		findings: results.flatMap(({ filePath, messages }) =>
			messages.map(
				({ line, ruleId, message: text }) => `${relative(filePath)}:${line} ${ruleId}: ${text}`,
			),
		),
	})}\n`,
);
