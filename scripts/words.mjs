/**
 * Checks all texts (`npm run words`): fails on words that this project doesn't use (`words/style.mjs`),
 * on texts that were replaced (`words/old.mjs`), and on misspellings (cspell with
 * `words/dictionary.txt`). Part of `npm run lint`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OLD } from './words/old.mjs';
import { FOR_USERS, RULES } from './words/style.mjs';
import { allTexts, root } from './words/texts.mjs';

const texts = allTexts();
/** Comments are full of names that no dictionary has. */
const spelled = texts.filter(({ kind }) => kind !== 'comment');
const found = [...styled(), ...old()];
for (const { file, line, what } of found) console.error(`${file}:${line} ${what}`);
const isSpelled = spell();
process.exitCode = found.length === 0 && isSpelled ? 0 : 1;

function styled() {
	return texts.flatMap(({ file, line, text, kind }) =>
		RULES.filter(({ where = FOR_USERS }) => where.includes(kind)).flatMap(({ find, write }) => {
			const match = find.exec(text);
			return match ? [{ file, line, what: `"${match[0]}": write ${write}` }] : [];
		}),
	);
}

/** A phrase may run over the end of a line, so files are read whole. */
function old() {
	return [...grouped()].flatMap(([file, lines]) => {
		const whole = plain(lines.map(({ text }) => text).join(' '));
		return OLD.filter((phrase) => whole.includes(plain(phrase))).map((phrase) => ({
			file,
			line: lines.find(({ text }) => plain(text).includes(plain(phrase)))?.line ?? 1,
			what: `an old text: "${phrase}"`,
		}));
	});
}

function grouped() {
	const files = new Map();
	for (const text of texts) files.set(text.file, [...(files.get(text.file) ?? []), text]);
	return files;
}

function plain(text) {
	return text.replaceAll('’', "'").replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ');
}

/** cspell reads one file of all texts; its lines say where they come from. What was read is not read again. */
function spell() {
	const folder = path.join(root, '.cache/words');
	mkdirSync(folder, { recursive: true });
	const list = path.join(folder, 'texts.txt');
	const content = spelled.map(({ text }) => text.replaceAll('\n', ' ')).join('\n');
	const seal = path.join(folder, 'spelled');
	const hash = hashOf(content);
	if (existsSync(seal) && readFileSync(seal, 'utf8') === hash) return true;
	writeFileSync(list, content);
	const program = path.join(root, 'node_modules/cspell/bin.mjs');
	const config = path.join(root, 'scripts/words/cspell.json');
	const args = [
		program,
		'--no-progress',
		'--no-summary',
		'--no-gitignore',
		'--config',
		config,
		list,
	];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	for (const [, line, what] of stdout.matchAll(/texts\.txt:(\d+):\d+ - (.*)/g)) {
		const { file, line: at } = spelled[Number(line) - 1];
		console.error(`${file}:${at} ${what}`);
	}
	if (status === 0) writeFileSync(seal, hash);
	else if (stdout === '') console.error(stderr);
	return status === 0;
}

/** Of the texts, and of what they are read with. */
function hashOf(content) {
	const read = ['cspell.json', 'dictionary.txt'].map((name) =>
		readFileSync(path.join(root, 'scripts/words', name), 'utf8'),
	);
	return createHash('sha256')
		.update([content, ...read].join('\0'))
		.digest('hex');
}
