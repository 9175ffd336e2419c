/**
 * ESLint on texts that stand in no file, with this repository's own settings for their paths:
 *
 *     {"rules": ["n8n-nodes-base/"], "texts": [{"path", "text"}]}
 *
 * on stdin; prints a list of {"line", "rule", "message"} for each text. `rules` are beginnings of the names of the
 * rules to run. No rule gets types: there is no program for a text.
 */
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const { rules, texts } = JSON.parse(await textOf(process.stdin));

const eslint = new ESLint({
	cwd: root,
	overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
	ruleFilter: ({ ruleId }) => rules.some((beginning) => ruleId.startsWith(beginning)),
});

const found = [];
for (const { path: file, text } of texts) {
	const [{ messages }] = await eslint.lintText(text, { filePath: path.join(root, file) });
	found.push(messages.map(({ line, ruleId, message }) => ({ line, rule: ruleId, message })));
}
console.log(JSON.stringify(found));
