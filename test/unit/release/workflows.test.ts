import { Folder, run } from './program';

const PINNED = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const workflow = ({
	permissions = 'permissions: {}',
	uses = PINNED,
	job = 'timeout-minutes: 5',
	script = 'npm test',
} = {}) => `on: push
${permissions}
jobs:
  test:
    runs-on: ubuntu-24.04
    ${job}
    steps:
      - uses: ${uses}
      - run: ${script}
`;

const BAD: ReadonlyArray<readonly [what: string, text: string, says: string]> = [
	['no YAML', 'on: [', 'Flow sequence'],
	[
		'an expression that actionlint refuses',
		workflow({ job: 'timeout-minutes: ${{ secret.x }}' }),
		'undefined variable "secret"',
	],
	[
		'a misspelled key',
		workflow({ job: 'timeout-minutes: 5\n    stepps: []' }),
		'unexpected key "stepps"',
	],
	['a tag', workflow({ uses: 'actions/checkout@v7' }), 'is not pinned to a full commit'],
	[
		'a pin without its version',
		workflow({ uses: PINNED.replace(/ #.*/, '') }),
		'needs its version',
	],
	['no permissions', workflow({ permissions: 'name: Test' }), 'permissions are missing'],
	['wide permissions', workflow({ permissions: 'permissions: write-all' }), 'may write all'],
	['no limit of time', workflow({ job: 'name: Test' }), 'has no timeout-minutes'],
	['an expression in a script', workflow({ script: 'echo "${{ github.ref_name }}"' }), 'use env'],
	[
		'packages beside a token',
		workflow({ job: 'timeout-minutes: 5\n    permissions: { id-token: write }' }),
		'may write (id-token) and runs installed packages',
	],
];

const FORM = `name: Bug
description: It fails
body:
  - { type: input, id: one, attributes: { label: One } }
  - { type: input, id: one, attributes: {} }
  - { type: select, id: two, attributes: { label: Two } }
`;

const fileOf = (index: number) => `.github/workflows/bad${index}.yml`;

let problems: string[];
beforeAll(() => {
	// All at once: the WebAssembly program takes seconds to start.
	using folder = new Folder([], {
		'.github/workflows/good.yml': workflow(),
		'.github/ISSUE_TEMPLATE/bug.yml': FORM,
		...Object.fromEntries(BAD.map(([, text], index) => [fileOf(index), text])),
	});
	const { status, stderr } = run('scripts/workflows.mjs', ['--root', folder.path]);
	expect(status).toBe(1);
	problems = stderr.split('\n');
});

test.each(BAD)('%s is found', (what, _, says) => {
	const file = fileOf(BAD.findIndex(([other]) => other === what));
	const own = problems.filter((problem) => problem.startsWith(file));
	expect(own).toEqual([expect.stringContaining(says)]);
});

test('what is wrong with an issue form is found', () => {
	const own = problems.filter((problem) => problem.includes('bug.yml'));
	expect(own.map((problem) => problem.replace(/^.*?: /, ''))).toEqual([
		'the id "one" is not unique.',
		'the field "one" has no label.',
		'"select" is no element of a form.',
	]);
});

test('a workflow that follows the rules passes', () => {
	expect(problems.filter((problem) => problem.includes('good.yml'))).toEqual([]);
});
