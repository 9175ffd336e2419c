import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Folder, ROOT, run } from './program';

const RECORD = 'scripts/owner/owner.json';
const { email, repository, name } = JSON.parse(readFileSync(path.join(ROOT, RECORD), 'utf8')) as {
	name: string;
	email: string;
	repository: string;
};

/** Files that say this, as git knows them. */
function filesWith(text: string): string[] {
	const args = ['grep', '-lIF', '--untracked', text, '--', '.', ':!test', ':!docs/messages.md'];
	return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' })
		.split('\n')
		.filter((file) => file !== '' && file !== RECORD);
}

const FILES = [...new Set([name, email, repository].flatMap(filesWith))];
const owner = (root: string, ...args: string[]) =>
	run('scripts/owner.mjs', ['--root', root, ...args]);

test('all places agree', () => {
	expect(owner(ROOT)).toMatchObject({ status: 0, stderr: '' });
});

test('a place that says something else is named', () => {
	using folder = new Folder([...FILES, RECORD], { LICENSE: 'Copyright (c) 2026 Another' });
	const { status, stderr } = owner(folder.path);
	expect(status).toBe(1);
	expect(stderr).toBe(`LICENSE should contain Copyright (c) 2026 ${name}\n`);
});

test('a new owner is written everywhere, and nothing of the old one stays', () => {
	using folder = new Folder([...FILES, RECORD]);
	const args = ['--name', 'Ada $& Co', '--email', 'ada@example.org'];
	expect(owner(folder.path, ...args, '--repository', 'ada-and-company/media-nodes').status).toBe(0);
	for (const file of FILES) {
		const left = [name, email, repository].filter((old) => folder.read(file).includes(old));
		expect({ file, left }).toEqual({ file, left: [] });
	}
	expect(folder.read('LICENSE')).toContain('Copyright (c) 2026 Ada $& Co');
	expect(owner(folder.path)).toMatchObject({ status: 0, stderr: '' });
});

test.each([
	[['--email', 'ada'], '--email "ada" is not an email address'],
	[['--repository', 'https://github.com/ada/nodes'], 'expected the form owner/name'],
	[['--name', 'Ada "the first"'], '--name "Ada "the first"": expected one line without quotes'],
])('%j is refused, and nothing is written', (args, says) => {
	using folder = new Folder([...FILES, RECORD]);
	const { status, stderr } = owner(folder.path, ...args);
	expect(status).toBe(1);
	expect(stderr).toContain(says);
	for (const file of FILES)
		expect(folder.read(file)).toBe(readFileSync(path.join(ROOT, file), 'utf8'));
});
