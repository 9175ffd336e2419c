import { everyCell, nameOf, playedCells } from './cells';
import { answerStage } from './stage';

/** Cells of the table of answers; `npm run test:long` plays all of them. */

const play = answerStage();

test.each(playedCells().map((cell) => [nameOf(cell), cell] as const))('%s', (_, cell) =>
	play(cell),
);

test('the table is whole', () => {
	expect(everyCell().length).toBeGreaterThan(4000);
	expect(new Set(everyCell().map(nameOf)).size).toBe(everyCell().length);
});
