import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Folder, ROOT, run } from './program';

const FILES = ['package.json', 'scripts/owner/owner.json'];
const PUBLISH = `  publish:
    permissions:
      id-token: write
    steps:
      - name: Publish
        run: touch published
`;
const workflow = (...steps: string[]) => `jobs:
  build:
    steps:
${steps.map((step) => `      - ${step}\n`).join('')}${PUBLISH}`;

function rehearse(text: string, ...args: string[]) {
	const folder = new Folder(FILES, { 'release.yml': text });
	const file = path.join(folder.path, 'release.yml');
	return {
		folder,
		...run('scripts/release/rehearse.mjs', ['--workflow', file, '--root', folder.path, ...args]),
	};
}

test('all scripts of the release before the publishing job, as its file has them', () => {
	const { status, stdout } = run('scripts/release/rehearse.mjs', ['--list']);
	expect(status).toBe(0);
	const release = readFileSync(path.join(ROOT, '.github/workflows/release.yml'), 'utf8');
	const [build = ''] = release.split(/^ {2}publish:$/m);
	const scripts = [...build.matchAll(/^ +run: (.*)$/gm)].map(([, script = '']) => script);
	expect(scripts.length).toBeGreaterThan(3);
	for (const script of scripts) expect(stdout).toContain(`: ${script}\n`);
	expect(stdout).not.toContain('npm publish');
});

test('the steps run in order, with what GitHub sets, up to the publishing job', () => {
	const { folder, status, stdout } = rehearse(
		workflow('run: echo "$GITHUB_REF_NAME" > one', 'run: cat one one > two'),
	);
	using files = folder;
	const { version } = JSON.parse(files.read('package.json')) as { version: string };
	expect(status).toBe(0);
	expect(files.read('two')).toBe(`v${version}\n`.repeat(2));
	expect(() => files.read('published')).toThrow('ENOENT');
	expect(stdout).toContain('Not run here: publish.');
});

test('a step that fails is the last', () => {
	const { folder, status, stderr } = rehearse(
		workflow('{ name: Fail, run: "false | true" }', 'run: touch after'),
	);
	using files = folder;
	expect(status).toBe(1);
	expect(stderr).toContain('Fail failed');
	expect(() => files.read('after')).toThrow('ENOENT');
});

test('a step that is left out is named', () => {
	const { folder, status, stdout } = rehearse(
		workflow('{ name: Test, run: "false" }'),
		...['--skip', 'Test'],
	);
	using files = folder;
	expect(files.read('release.yml')).toContain('Test');
	expect(status).toBe(0);
	expect(stdout).toContain('Left out: Test.');
});

test.each([
	['an expression', 'run: echo ${{ github.ref }}', 'has an expression'],
	['a condition', '{ name: Maybe, if: failure(), run: echo }', 'has if: not known here'],
	['an action whose work is not known', 'uses: some/action@v1', 'some/action can’t run here'],
])('%s is refused: it could run otherwise on GitHub', (_, step, says) => {
	const { folder, status, stderr } = rehearse(workflow(step));
	using files = folder;
	expect(files.path).not.toBe('');
	expect(status).toBe(1);
	expect(stderr.replaceAll("'", '’')).toContain(says);
});
