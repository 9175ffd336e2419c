import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LINKEDIN } from '../../live/place';
import type { Rule } from '../../live/question';
import { questions } from '../../live/questions';
import { OBSERVED, readRecordings } from '../../live/record/file';
import { replay } from '../../live/replay/replay';

const root = join(__dirname, '../../..');
const recordings = readRecordings(OBSERVED);

/** The evidence of each row of FIDELITY.md, by its heading and first column. */
function evidence(): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	let section = '';
	for (const line of readFileSync(join(root, 'test/simulator/FIDELITY.md'), 'utf8').split('\n')) {
		section = /^## (.*)$/.exec(line)?.[1] ?? section;
		const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
		if (line.startsWith('|'))
			found.set(keyOf({ section, behavior: cells[1] ?? '' }), cells[2] ?? '');
	}
	return found;
}

const keyOf = ({ section, behavior }: Rule): string => `${section}: ${behavior}`;
const rows = evidence();

describe('each question', () => {
	it.each(questions)('$id settles a rule of FIDELITY.md', ({ rule }) => {
		expect([...rows.keys()]).toContain(keyOf(rule));
	});

	it('is a file of its name, and in the list once', () => {
		const files = readdirSync(join(root, 'test/live/questions'))
			.map((name) => name.replace(/\.ts$/, ''))
			.filter((name) => name !== 'index');
		expect(questions.map(({ id }) => id).sort()).toEqual(files.sort());
	});
});

describe('what LinkedIn was observed to do', () => {
	if (recordings.length === 0) {
		it('no recordings yet: npm run contract:live makes them', () => {
			expect(recordings).toEqual([]);
		});
		return;
	}
	it.each(recordings)('$question: $observation', async (recording) => {
		expect(questions.map(({ id }) => id)).toContain(recording.question);
		expect(recording.from).toBe(LINKEDIN.api);
		expect(rows.get(keyOf(recording.rule))).toContain(`observed ${recording.observed}`);
		expect(await replay(recording)).toEqual([]);
	});
});
