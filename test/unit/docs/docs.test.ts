import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `npm run docs:check` on made-up repositories: what it finds, and what it lets pass. */

const PROGRAM = path.join(__dirname, '../../../scripts/docs.mjs');
const HOME = 'https://github.com/ada/example';
const FENCE = '```';

const GOOD: Readonly<Record<string, string>> = {
	'package.json': JSON.stringify({ homepage: HOME, scripts: { test: '' } }),
	'README.md': [
		'# Example',
		'[Uploads](docs/uploads.md#what-is-checked-first), [here](#get-many), [away](https://example.com/#x)',
		'## Get Many',
		'## Get Many',
		'[The second](#get-many-1), `[no link](nowhere.md)`, `{{ $json.urn }}` and `{{ … }}`, `npm run test`',
		`${FENCE}json\n{ "a": ["={{ $json.b }}"] }\n${FENCE}`,
		`${FENCE}text\n[no link](nowhere.md)\n${FENCE}`,
		'[A template](templates/post.json)',
	].join('\n'),
	'docs/uploads.md':
		'# Uploads\n\n## What is *checked* first?\n\n<img src="images/form.png">\n\n[Back](../README.md)\n',
	'docs/images/form.png': '',
	'templates/post.json': '{}',
	'nodes/node.json': JSON.stringify([
		`${HOME}#readme`,
		`${HOME}/blob/main/docs/uploads.md#uploads`,
	]),
};

let root: string;
beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'docs-test-'));
});
afterEach(() => {
	rmSync(root, { recursive: true });
});

/** @param files over those that hold */
function check(files: Readonly<Record<string, string>>, ...args: string[]) {
	for (const [file, text] of Object.entries({ ...GOOD, ...files })) {
		mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		writeFileSync(path.join(root, file), text);
	}
	const all = [PROGRAM, '--check', '--root', root, ...args];
	const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
	return { status, stdout, problems: stderr.split('\n').filter((line) => line !== '') };
}

test('docs that hold', () => {
	const { status, stdout, problems } = check({});
	expect({ status, problems }).toEqual({ status: 0, problems: [] });
	expect(stdout).toBe('The docs hold: 2 pages, 7 links, 2 blocks of code.\n');
});

test('everything that is wrong, with its place', () => {
	const { status, problems } = check({
		'docs/uploads.md': [
			'[A page](gone.md), [a heading](../README.md#gone), [above](../../secret.md)',
			'`{{ $json.( }}` and `npm run gone`',
			`${FENCE}json\n{ "a": }\n${FENCE}`,
			`${FENCE}json\n{ "nodes": [{ "name": "A", "type": "t" }], "connections": { "A": { "main": [[{ "node": "B" }]] } } }\n${FENCE}`,
		].join('\n'),
		'docs/lost.md': '# Lost\n',
		'nodes/node.json': `"${HOME}/blob/main/docs/uploads.md#gone"`,
	});
	expect(status).toBe(1);
	expect(problems).toEqual(
		expect.arrayContaining([
			'docs/uploads.md:1 gone.md: there is no docs/gone.md',
			'docs/uploads.md:1 ../README.md#gone: README.md has no heading #gone',
			'docs/uploads.md:1 ../../secret.md: there is no ../secret.md',
			'docs/lost.md: no page links to it or shows it',
			'docs/images/form.png: no page links to it or shows it',
			`nodes/node.json ${HOME}/blob/main/docs/uploads.md#gone: docs/uploads.md has no heading #gone`,
			'README.md:2 docs/uploads.md#what-is-checked-first: docs/uploads.md has no heading #what-is-checked-first',
			expect.stringMatching(/^docs\/uploads\.md:3 this is no JSON: /),
			'docs/uploads.md:6 the workflow has no node "B"',
			expect.stringMatching(
				/^docs\/uploads\.md:2 the expression \{\{ \$json\.\( \}\} doesn't parse: /,
			),
			'docs/uploads.md:2 package.json has no script for "npm run gone"',
		]),
	);
	expect(problems).toHaveLength(11);
});

test('pictures of forms that the editor tests have yet to take stop nobody', () => {
	const page = `${GOOD['docs/uploads.md'] ?? ''}<img src="images/forms/post-new.png">\n`;
	const { status, stdout } = check({ 'docs/uploads.md': page });
	expect(status).toBe(0);
	expect(stdout).toContain('Forms without a picture yet: 1 (');
});

test('figures that differ from the measurement, until they are written', () => {
	const measured = (seconds: number) =>
		JSON.stringify({
			'1.5 GB by URL': { seconds, memoryGrowthMiB: 39 },
			'40 uploads of 4444304 bytes at once': { seconds: 20, executionsPerWorker: '20 + 20' },
			'10 executions with a token that ended': { refreshes: 1 },
		});
	const uploads = `${GOOD['docs/uploads.md'] ?? ''}<!-- figures:queue begin -->\n<!-- figures:queue end -->\n`;
	const files = { 'docs/uploads.md': uploads, 'docs/queue-measurements.json': measured(17.4) };
	expect(check(files).problems).toEqual([
		'docs/uploads.md: figures differ from the measurements: npm run docs -- --write',
	]);
	expect(check(files, '--write').status).toBe(0);
	const written = readFileSync(path.join(root, 'docs/uploads.md'), 'utf8');
	expect(written).toContain('| one video of 1.5 GB from a link | 17.4 s; ');
	expect(check({ ...files, 'docs/uploads.md': written }).status).toBe(0);
	const later = { 'docs/uploads.md': written, 'docs/queue-measurements.json': measured(18) };
	expect(check(later).status).toBe(1);
});
