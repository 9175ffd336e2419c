import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `npm run mutate -- --page` on a made-up repository: survivors and their reasons. */

const PROGRAM = path.join(__dirname, '../../../scripts/mutate.mjs');
const change = { file: 'linkedin/api/a.ts', line: 2, code: 'return a || b;', isReached: true };
const RUN = {
	room: 'linkedin/api',
	command: 'npm run mutate -- linkedin/api --minutes 10 --seed 1',
	date: '2026-12-01',
	tally: {
		...{ mutants: 1000, tried: 100, killed: 89, killedByEngine: 7, timeouts: 1, survived: 9 },
		...{ notReached: 1, broken: 0, score: 0.9, interval: [0.826, 0.945] },
	},
	reach: { byUnit: 0.95, byAny: 0.991 },
	survivors: [
		{ ...change, from: 'a || b', to: 'a && b' },
		{ ...change, from: 'a || b', to: 'true', isReached: false },
	],
	timeouts: [{ ...change, line: 3, from: '`x${y}`', to: '' }],
};

let root: string;
beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), 'mutation-test-'));
	for (const folder of ['docs', 'linkedin/api', 'test/mutation']) {
		mkdirSync(path.join(root, folder), { recursive: true });
	}
	writeFileSync(path.join(root, 'docs/mutation.json'), JSON.stringify([RUN]));
	writeFileSync(path.join(root, change.file), '{\n\treturn a || b;\n}\n');
});
afterEach(() => {
	rmSync(root, { recursive: true });
});

function page(...reasons: readonly unknown[]) {
	writeFileSync(path.join(root, 'test/mutation/reasons.json'), JSON.stringify(reasons));
	const args = [PROGRAM, '--page', '--root', root];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	if (status !== 0) return { stderr, text: '', stdout };
	return { stderr, text: readFileSync(path.join(root, 'docs/mutation.md'), 'utf8'), stdout };
}

const { file, code } = change;

test('the score with its interval, the coverage, and the command that repeats it', () => {
	const { text } = page();
	expect(text).toContain(
		'| `linkedin/api` | 90.0 % (82.6 to 94.5) | 1000 | 100 | 89 | 7 | 1 | 9 | 1 | 2026-12-01 | `npm run mutate -- linkedin/api --minutes 10 --seed 1` |',
	);
	expect(text).toContain('| `linkedin/api` | 95.0 % | 99.1 % |');
	expect(text).toContain('| `linkedin/api/a.ts:3` | `` `x${y}` `` → nothing |');
});

test('a survivor is open until it has a reason', () => {
	const place = '| `linkedin/api/a.ts:2` | `a \\|\\| b` →';
	const { text } = page({ file, code, to: 'a && b', reason: 'Both are the same here.' });
	expect(text).toContain(`${place} \`a && b\` | Both are the same here. |`);
	expect(text).toContain(`${place} \`true\` | open: no test executes it |`);
	expect(page({ file, code, reason: 'Of all changes.' }).text).not.toContain('open');
});

test('a reason that is none, and one whose line has gone', () => {
	expect(page({ file, code, reason: ' ' }).stderr).toContain(
		'test/mutation/reasons.json: each entry has a file, a line of its code and a reason.',
	);
	expect(page({ file, code: 'return b;', reason: 'Gone.' }).stdout).toBe(
		'test/mutation/reasons.json has a reason for a line that is gone from linkedin/api/a.ts: return b;\n',
	);
});
