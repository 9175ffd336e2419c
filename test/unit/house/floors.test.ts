import { lint, type Finding } from '../../lint';
import { Tree } from './tree';

/**
 * ESLint shows in an editor what `npm run house` refuses: both come from one table, but ESLint
 * knows only the text of an import. So each file of a made-up tree imports each other one, and
 * both must find the same.
 */

const folders = [
	'nodes/LinkedInMedia',
	'nodes/LinkedInMedia/old',
	'nodes/LinkedInMedia/resources',
	'nodes/LinkedInMedia/resources/media',
	'nodes/LinkedInMedia/resources/video',
	'nodes/LinkedInMedia/resources/post',
	'nodes/LinkedInMedia/resources/post/create',
	'nodes/LinkedInMediaTrigger',
	'nodes/fields',
	'nodes/pickers',
	'nodes/files',
	'nodes/run',
	'nodes/run/deep/deeper',
	'nodes/transport',
	'nodes/form',
	'nodes/form/deep',
	'linkedin/imports',
	'linkedin/upload',
	'linkedin/upload/asset',
	'linkedin/posts',
	'linkedin/media',
	'linkedin/people',
	'linkedin/files',
	'linkedin/files/url',
	'linkedin/api',
	'credentials',
];
const files = [
	...folders.map((folder) => `${folder}/one`),
	'linkedin/problem',
	'linkedin/api/parse',
	'test/other',
];
const packages = ['n8n-workflow', 'n8n-core', '@n8n/di', 'node:path', 'undici'];
const texts = files
	.filter((file) => !file.startsWith('test/'))
	.map((file) => ({
		path: `${file}.ts`,
		text: [...files.map((other) => specifier(file, other)), ...packages]
			.map((from) => `import type {} from '${from}';\n`)
			.join(''),
	}));

/** An arrow that runs up, in a file of its own. */
const arrow = { path: 'nodes/run/item.ts', text: "import { openFile } from '../files/open';\n" };

describe('ESLint and the check of the real imports', () => {
	let shown: string[];
	let found: string[];
	let shownOfArrow: Finding[];
	beforeAll(() => {
		const [ofArrow = [], ...findings] = lint(['no-restricted-imports'], [arrow, ...texts]);
		shownOfArrow = ofArrow;
		shown = findings.flatMap((each, index) =>
			each.map(({ line }) => `${texts[index]?.path}:${line}`),
		);
		using tree = new Tree(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
		const { output } = tree.house();
		found = output.split('\n').flatMap((line) => /^(\S+:\d+) imports /.exec(line)?.[1] ?? []);
	});

	it('refuse the same imports', () => {
		expect(shown.sort()).toEqual(found.sort());
	});

	it('refuse some and allow others', () => {
		const all = texts.length * (files.length + packages.length);
		expect(shown.length).toBeGreaterThan(all / 4);
		expect(shown.length).toBeLessThan((all * 3) / 4);
	});

	it('refuse an arrow that runs up, and say what may be imported', () => {
		expect(shownOfArrow.map(({ line, rule }) => ({ line, rule }))).toEqual([
			{ line: 1, rule: 'no-restricted-imports' },
		]);
		expect(shownOfArrow[0]?.message).toMatch(
			/nodes\/run may import .*nodes\/transport, nodes\/form/,
		);
	});
});

/** How one file writes that it imports another. */
function specifier(from: string, to: string): string {
	const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
	while (start.length > 0 && start[0] === end[0]) {
		start.shift();
		end.shift();
	}
	return [...(start.length === 0 ? ['.'] : start.map(() => '..')), ...end].join('/');
}
