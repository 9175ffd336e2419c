import { everyCell, nameOf } from '../engine/answers/cells';
import { answerStage } from '../engine/answers/stage';

/** Every cell of the table of answers: `npm run soak:answers`. */

const play = answerStage();

test.each(everyCell().map((cell) => [nameOf(cell), cell] as const))('%s', (_, cell) => play(cell));
