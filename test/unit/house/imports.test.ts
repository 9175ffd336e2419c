import path from 'node:path';
import { Tree } from './tree';

/** `npm run house` on made-up trees: which imports it refuses. */

const refused: Array<[from: string, specifier: string, why: string]> = [
	['nodes/run/a', '../files/open', 'nodes/files is above nodes/run'],
	['nodes/transport/b', '../run/item', 'nodes/run is above nodes/transport'],
	['nodes/files/c', '../pickers/owners', 'nodes/files and nodes/pickers are on one floor'],
	['nodes/fields/d', '../run/item', 'nodes/run is above nodes/fields'],
	['nodes/fields/e', '../LinkedInMedia/f', 'nodes/LinkedInMedia is above nodes/fields'],
	[
		'nodes/LinkedInMedia/g',
		'../LinkedInMediaTrigger/poll',
		'nodes/LinkedInMedia and nodes/LinkedInMediaTrigger are on one floor',
	],
	[
		'nodes/fields/h',
		'../LinkedInMedia/resources/media/get',
		'nodes/LinkedInMedia/resources/media is inside nodes/LinkedInMedia, which alone imports it',
	],
	[
		'nodes/LinkedInMedia/resources/post/i',
		'../video/upload',
		'nodes/LinkedInMedia/resources/post and nodes/LinkedInMedia/resources/video are on one floor',
	],
	[
		'nodes/LinkedInMedia/resources/post/j',
		'../../f',
		'nodes/LinkedInMedia is above nodes/LinkedInMedia/resources/post',
	],
	[
		'nodes/LinkedInMedia/resources/media/k',
		'../video/upload',
		'nodes/LinkedInMedia/resources/video is above nodes/LinkedInMedia/resources/media',
	],
	[
		'nodes/form/l',
		'../../linkedin/api/urn',
		'nodes/form imports only linkedin/problem, linkedin/api/parse, n8n-workflow',
	],
	[
		'nodes/form/m',
		'n8n-core',
		'nodes/form imports only linkedin/problem, linkedin/api/parse, n8n-workflow',
	],
	[
		'nodes/form/n',
		'../transport/o',
		'nodes/form imports only linkedin/problem, linkedin/api/parse, n8n-workflow',
	],
	['linkedin/api/p', '../upload/put', 'linkedin/upload is above linkedin/api'],
	['linkedin/upload/q', '../imports/run', 'linkedin/imports is above linkedin/upload'],
	['linkedin/problem', './api/urn', 'linkedin/api is above linkedin/problem'],
	['linkedin/media/r', '../../nodes/run/item', 'nodes/run is above linkedin/media'],
	['linkedin/media/s', 'n8n-workflow', 'linkedin/ knows nothing of n8n.'],
	['linkedin/media/t', '@n8n/di', 'linkedin/ knows nothing of n8n.'],
	['nodes/run/u', '../../test/simulator', 'it is no product file'],
];
const allowed: Array<[from: string, specifier: string]> = [
	['nodes/LinkedInMedia/aa', './resources/video/upload'],
	['nodes/LinkedInMedia/resources/video/bb', '../media/get'],
	['nodes/LinkedInMedia/resources/video/cc', './upload'],
	['nodes/LinkedInMedia/resources/video/dd', '../../../fields/owner'],
	['nodes/LinkedInMediaTrigger/ee', '../pickers/owners'],
	['nodes/fields/ff', '../form/text'],
	['nodes/run/gg', '../transport/o'],
	['nodes/form/hh', '../../linkedin/problem'],
	['nodes/form/ii', '../../linkedin/api/parse'],
	['nodes/form/jj', 'n8n-workflow'],
	['nodes/files/kk', '../../linkedin/files/sniff'],
	['linkedin/imports/ll', '../upload/put'],
	['linkedin/upload/mm', 'node:crypto'],
];
/** The files that the imports above mean. */
const targets = [
	'nodes/LinkedInMedia/f',
	'nodes/LinkedInMedia/resources/media/get',
	'nodes/LinkedInMedia/resources/video/upload',
	'nodes/LinkedInMediaTrigger/poll',
	'nodes/fields/owner',
	'nodes/files/open',
	'nodes/form/text',
	'nodes/pickers/owners',
	'nodes/run/item',
	'nodes/transport/o',
	'linkedin/api/parse',
	'linkedin/api/urn',
	'linkedin/files/sniff',
	'linkedin/imports/run',
	'linkedin/upload/put',
];

describe('imports that run', () => {
	let lines: string[];
	beforeAll(() => {
		using tree = new Tree({
			...Object.fromEntries(targets.map((file) => [`${file}.ts`, 'export type It = string;\n'])),
			...Object.fromEntries(
				[...refused, ...allowed].map(([from, specifier]) => [
					`${from}.ts`,
					`import type { It } from '${specifier}';\n`,
				]),
			),
		});
		lines = tree.house().output.split('\n');
	});

	it.each(refused)('up: %s imports %s', (from, specifier, why) => {
		const target = path.posix.join(path.posix.dirname(from), specifier);
		const to = [...targets, 'nodes/LinkedInMedia/f'].includes(target) ? `${target}.ts` : specifier;
		expect(lines.filter((line) => line.startsWith(`${from}.ts`))).toEqual([
			`${from}.ts:1 imports ${to}: ${why}`,
		]);
	});

	it.each(allowed)('down: %s imports %s', (from) => {
		expect(lines.filter((line) => line.startsWith(`${from}.ts`))).toEqual([]);
	});
});

describe('an import that runs up is found', () => {
	const written: Array<[how: string, statement: string]> = [
		['of a value', "import { It } from '../files/owner';"],
		['for its effect', "import '../files/owner';"],
		['passed on', "export { It } from '../files/owner';"],
		['passed on whole', "export * from '../files/owner';"],
		['of everything', "import * as owner from '../files/owner';"],
		['at run time', "export const load = async () => import('../files/owner');"],
		['of a type in its place', "export type Owner = import('../files/owner').It;"],
		['of a folder', "import { It } from '../files';"],
	];
	let output: string;
	beforeAll(() => {
		using tree = new Tree({
			'nodes/files/owner.ts': 'export const It = 1;\n',
			'nodes/files/index.ts': 'export const It = 1;\n',
			'nodes/run/item.ts': written.map(([, statement]) => statement),
		});
		output = tree.house().output;
	});

	it.each(written.map(([how], index) => [how, index + 1]))('%s', (_, line) => {
		expect(output).toMatch(
			new RegExp(
				`^nodes/run/item\\.ts:${line} imports nodes/files/\\w+\\.ts: nodes/files is above nodes/run$`,
				'm',
			),
		);
	});
});

describe('circles', () => {
	it('are printed, of types too, each once', () => {
		using tree = new Tree({
			'linkedin/api/a.ts': "import { b } from './b';\nexport const a = b;\n",
			'linkedin/api/b.ts': "import { c } from './c';\nexport const b = c;\n",
			'linkedin/api/c.ts': "import type { A } from './a';\nexport const c: A = 1;\n",
			'linkedin/files/d.ts': "import type { E } from './e';\nexport type D = E;\n",
			'linkedin/files/e.ts': "import type { D } from './d';\nexport type E = D;\n",
			'linkedin/files/f.ts': "import type { E } from './e';\nexport type F = E;\n",
		});
		const { passed, output } = tree.house();
		expect(passed).toBe(false);
		expect(output.split('\n').filter((line) => line.startsWith('Circle'))).toEqual([
			'Circle: linkedin/api/a.ts -> linkedin/api/b.ts -> linkedin/api/c.ts -> linkedin/api/a.ts',
			'Circle: linkedin/files/d.ts -> linkedin/files/e.ts -> linkedin/files/d.ts',
		]);
	});

	it('are not where two ways lead to the same file', () => {
		using tree = new Tree({
			'linkedin/api/a.ts': "import './b';\nimport './c';\n",
			'linkedin/api/b.ts': "import './d';\n",
			'linkedin/api/c.ts': "import './d';\n",
			'linkedin/api/d.ts': 'export {};\n',
		});
		expect(tree.house()).toEqual({
			passed: true,
			output: 'The house stands: 4 files, no circle, no arrow up.\n',
		});
	});
});

it('refuses a file in no room', () => {
	using tree = new Tree({ 'nodes/shelf/a.ts': 'export {};\n', 'linkedin/a.ts': 'export {};\n' });
	const { passed, output } = tree.house();
	expect(passed).toBe(false);
	expect(output).toContain('nodes/shelf/a.ts is in no room: add it to scripts/house/floors.mjs\n');
	expect(output).toContain('linkedin/a.ts is in no room: add it to scripts/house/floors.mjs\n');
});
