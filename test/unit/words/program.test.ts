import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** `npm run words` sees what a workflow says, also inside its expressions. */

const PROGRAM = pathToFileURL(path.join(__dirname, '../../../scripts/words/program.mjs')).href;

const TEXTS = `$json.id === '' ? 'the id is missing' : \`the id \${$json.id} is too long\``;
const NAMES = `import a from 'a long name';\ntype B = 'one of two' | 'two of two';\nconst c = 'single';`;
const COMMENTED = `/**\n * What it is,\n * and why.\n */\nf(() => {\n\t// By \`name\` only.\n\treturn 'a // b';\n});`;
const EXPRESSION = '=Hello {{ $json.name }}, bye {{\n1 }}';

let texts: unknown;
let names: unknown;
let comments: unknown;
let pieces: unknown;
/** In a process of its own, since jest cannot load the module: one for all, since it loads TypeScript. */
beforeAll(() => {
	const code = `import { commentsOf, piecesOf, stringsOf } from ${JSON.stringify(PROGRAM)};
		const [texts, names, commented, expression] = JSON.parse(process.argv[1]);
		process.stdout.write(JSON.stringify([
			stringsOf(texts), stringsOf(names), commentsOf(commented), piecesOf(expression),
		]));`;
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[
			...['--input-type=module', '--eval', code, '--'],
			JSON.stringify([TEXTS, NAMES, COMMENTED, EXPRESSION]),
		],
		{ encoding: 'utf8' },
	);
	if (stdout === '') throw new Error(stderr);
	[texts, names, comments, pieces] = JSON.parse(stdout) as unknown[];
});

test('strings with several words, and templates with … for their values', () => {
	expect(texts).toEqual([
		{ line: 1, text: 'the id is missing' },
		{ line: 1, text: 'the id … is too long' },
	]);
});

test('no names, types and imports', () => {
	expect(names).toEqual([]);
});

test('comments, without their marks and the code in them', () => {
	expect(comments).toEqual([
		{ line: 1, text: 'What it is, and why.' },
		{ line: 6, text: 'By `…` only.' },
	]);
});

test('the code of an expression, and the text around it', () => {
	expect(pieces).toEqual({ code: [' $json.name ', '\n1 '], text: 'Hello …, bye …' });
});
