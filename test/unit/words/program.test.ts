import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** `npm run words` sees what a workflow says, also inside its expressions. */

const PROGRAM = pathToFileURL(path.join(__dirname, '../../../scripts/words/program.mjs')).href;

/** In a process of its own, since jest cannot load the module. */
function ask(name: 'stringsOf' | 'commentsOf' | 'piecesOf', argument: string): unknown {
	const code = `import { ${name} } from ${JSON.stringify(PROGRAM)};
		process.stdout.write(JSON.stringify(${name}(process.argv[1])));`;
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['--input-type=module', '--eval', code, '--', argument],
		{ encoding: 'utf8' },
	);
	if (stdout === '') throw new Error(stderr);
	return JSON.parse(stdout);
}

test('strings with several words, and templates with … for their values', () => {
	const code = `$json.id === '' ? 'the id is missing' : \`the id \${$json.id} is too long\``;
	expect(ask('stringsOf', code)).toEqual([
		{ line: 1, text: 'the id is missing' },
		{ line: 1, text: 'the id … is too long' },
	]);
});

test('no names, types and imports', () => {
	const code = `import a from 'a long name';\ntype B = 'one of two' | 'two of two';\nconst c = 'single';`;
	expect(ask('stringsOf', code)).toEqual([]);
});

test('comments, without their marks and the code in them', () => {
	const code = `/**\n * What it is,\n * and why.\n */\nf(() => {\n\t// By \`name\` only.\n\treturn 'a // b';\n});`;
	expect(ask('commentsOf', code)).toEqual([
		{ line: 1, text: 'What it is, and why.' },
		{ line: 6, text: 'By `…` only.' },
	]);
});

test('the code of an expression, and the text around it', () => {
	expect(ask('piecesOf', '=Hello {{ $json.name }}, bye {{\n1 }}')).toEqual({
		code: [' $json.name ', '\n1 '],
		text: 'Hello …, bye …',
	});
});
