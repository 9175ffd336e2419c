import { Tree } from './tree';

/** What stands in a list needs a reason, and a reason needs what it is for. */

const files = {
	'linkedin/api/a.ts': 'export const lonely = 1;\n',
	'linkedin/api/b.ts': Array.from({ length: 201 }, () => '//'),
};
const lonely = { kind: 'unimported', where: 'linkedin/api/a.ts#lonely', reason: 'For later' };
const long = { kind: 'lines', where: 'linkedin/api/b.ts', reason: 'A table' };
const median = { kind: 'median', where: 'product', reason: 'Two files' };

function strictWith(...reasons: unknown[]) {
	using tree = new Tree({ ...files, 'scripts/house/reasons.json': JSON.stringify(reasons) });
	return tree.house('--strict');
}

it('passes where each entry has its reason', () => {
	expect(strictWith(lonely, long, median).passed).toBe(true);
});

it('names the entries without one', () => {
	const { passed, output } = strictWith(median);
	expect(passed).toBe(false);
	expect(output).toContain('unimported: linkedin/api/a.ts#lonely (line 1)\n');
	expect(output).toContain('lines: linkedin/api/b.ts (201 lines; at most 200)\n');
	expect(output).toContain('The house has 2 problems');
});

it('names the reasons whose entry has gone', () => {
	const { passed, output } = strictWith(lonely, long, median, {
		...long,
		where: 'linkedin/api/c.ts',
	});
	expect(passed).toBe(false);
	expect(output).toContain(
		'scripts/house/reasons.json has a reason for lines: linkedin/api/c.ts, which is gone\n',
	);
});

it('takes no empty reason', () => {
	const { passed, output } = strictWith({ ...lonely, reason: ' ' }, long, median);
	expect(passed).toBe(false);
	expect(output).toContain('each entry has a kind, a where and a reason');
});

it('shows the reasons beside the entries', () => {
	using tree = new Tree({ ...files, 'scripts/house/reasons.json': JSON.stringify([lonely]) });
	expect(tree.house('--list').output).toContain(
		'  linkedin/api/a.ts#lonely  (line 1)\n    reason: For later\n',
	);
});
