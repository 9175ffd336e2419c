/**
 * `npm run messages`: runs the engine's tests and writes every error and warning that they met to
 * docs/messages.md, by operation, for people to read from the top. Values that differ from run to run
 * are left out, so that the file changes only where a text does. With arguments: only these tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(tmpdir(), 'messages-'));
const asked = process.argv.slice(2);
/** All but the soak: its faults are random, and so would be its messages. */
const ENGINE = 'test/engine/(?!soak\\.)';
const program = path.join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
	process.execPath,
	[program, ...(asked.length > 0 ? asked : [ENGINE])],
	{
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, MESSAGES_FOLDER: folder, LONG_TESTS: '1' },
	},
);
const messages = readdirSync(folder).flatMap((file) =>
	readFileSync(path.join(folder, file), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line)),
);
rmSync(folder, { recursive: true });
const target = path.join(root, 'docs/messages.md');
writeFileSync(
	target,
	await format(page(messages), { ...(await resolveConfig(target)), parser: 'markdown' }),
);
process.exitCode = status ?? 1;

function page(found) {
	const operations = [...new Set(found.map(({ operation }) => operation))].sort();
	const sections = operations.map((operation) => {
		const own = found.filter((message) => message.operation === operation);
		const parts = ['error', 'warning'].map((kind) => {
			const texts = samples(own.filter((message) => message.kind === kind));
			if (texts.length === 0) return '';
			return `\n### ${kind === 'error' ? 'Errors' : 'Warnings'}\n\n${texts.map(entry).join('\n')}\n`;
		});
		return `## ${operation}\n${parts.join('')}`;
	});
	return `# Messages

What the node says when something fails or needs your attention, by operation: the message in bold, then its description.
Names and numbers are examples. This page is written by \`npm run messages\` from the runs of the tests.

${sections.join('\n')}`;
}

/** One of those that differ only in names and numbers. */
function samples(own) {
	const byShape = new Map();
	for (const text of own.map((message) => stable(message.text)).sort()) {
		const shape = text.replaceAll(/"[^"]*"/g, '"…"').replaceAll(/[0-9][0-9.,]*/g, '0');
		if (!byShape.has(shape)) byShape.set(shape, text);
	}
	return [...byShape.values()];
}

/** Without what differs from run to run, and without LinkedIn's own words. */
function stable(text) {
	return text
		.replaceAll(/ \[item [0-9]+\]/g, '')
		.replaceAll(/LinkedIn said: ".*?" \(status[^)]*\)/gs, 'LinkedIn said: "…" (status …)')
		.replaceAll(/LinkedIn responded with status[^.]*\./g, 'LinkedIn responded with status ….')
		.replaceAll(/The connection reported: "[^"]*"( \([A-Z_]+\))?/g, 'The connection reported: "…"')
		.replaceAll(/(urn:li:[A-Za-z]+):[A-Za-z0-9_-]+/g, '$1:…')
		.replaceAll(/https?:\/\/(127\.0\.0\.1|localhost)(:[0-9]+)?/g, 'https://example.com')
		.replaceAll(/(127\.0\.0\.1|localhost):[0-9]+/g, 'example.com')
		.replaceAll(/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?/g, '2026-01-01 00:00:00')
		.replaceAll(/import [0-9a-f-]{20,}/g, 'import 25bzj8j');
}

function entry(text) {
	const [message = '', ...description] = text.split('\n');
	const rest = description.join(' ');
	return `- **${escaped(message)}**${rest === '' ? '' : ` ${escaped(rest)}`}`;
}

function escaped(text) {
	return text.replaceAll(/([*_<>|`\\])/g, '\\$1');
}
