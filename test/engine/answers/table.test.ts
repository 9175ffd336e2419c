import { everyCell, nameOf, someCells } from './cells';
import { answerStage } from './stage';

/** Some cells of the table of answers; `npm run soak:answers` plays all of them. */

const play = answerStage();

test.each(someCells().map((cell) => [nameOf(cell), cell] as const))('%s', (_, cell) => play(cell));

test('the table is whole', () => {
	expect(everyCell().length).toBeGreaterThan(4000);
	expect(new Set(everyCell().map(nameOf)).size).toBe(everyCell().length);
});
