import { Turns } from '../../linkedin/api/turns';
import { often } from '../long/sampled';
import { countTurns, makeBombs, sendAll, type Bombs } from './fileBombs';
import { scene } from './scene';

/**
 * Files that were made to take long, 16 at once, with a clock by which every slice of a reader is over as soon
 * as it looks: so the turns of the event loop are counted, and no speed matters. `npm run soak:files` measures
 * what a slice takes.
 */

const stage = scene({ binaryMode: 'filesystem' });
const { linkedIn } = stage;

const MIB = 1024 * 1024;
const SIZE = often(400_000, 10_000_000);
jest.setTimeout(often(60_000, 600_000));
/** Turns of readers, when all of them are in the middle. */
const STOPPED_AT_TURN = 40;

let bombs: Bombs;
beforeAll(() => {
	bombs = makeBombs(SIZE);
});
beforeEach(() => {
	jest.spyOn(Turns.prototype, 'due', 'get').mockReturnValue(true);
});
afterEach(() => jest.restoreAllMocks());

/** Counts the turns of the event loop, as everything else in n8n has them. */
function countLoop(): { readonly turns: () => number; readonly end: () => void } {
	let turns = 0;
	let next = setImmediate(turned);
	function turned(): void {
		turns += 1;
		next = setImmediate(turned);
	}
	return {
		turns: () => turns,
		end: () => {
			clearImmediate(next);
		},
	};
}

test('n8n goes on with everything else between any two slices, and does not grow', async () => {
	const loop = countLoop();
	const before = process.memoryUsage.rss();
	const begun: number[] = [];
	let grown = 0;
	const slices = countTurns(() => {
		begun.push(loop.turns());
		if (begun.length % 100 === 0) grown = Math.max(grown, process.memoryUsage.rss() - before);
	});
	await Promise.all(sendAll(stage, bombs).map((step) => step.ends()));
	loop.end();
	// Each file has many; and none begins in the turn of the loop in which another one ran.
	expect(slices()).toBeGreaterThan(16 * 50);
	expect(begun.filter((turn, index) => turn === begun[index - 1]).length).toBe(0);
	expect(grown).toBeLessThan(256 * MIB);
	// What cannot be counted goes, with a warning; what has nothing to show is refused.
	expect(linkedIn.documents().length).toBeGreaterThan(0);
	expect(linkedIn.videos().length).toBeGreaterThan(0);
});

test('a stop in the middle of reading ends them', async () => {
	const turns = countTurns();
	const stopped = sendAll(stage, bombs).map((step) =>
		step.stoppedWhen(() => turns() >= STOPPED_AT_TURN),
	);
	await Promise.all(stopped);
	// Each of them reads for hundreds: nobody has gone on.
	expect(turns()).toBeLessThan(STOPPED_AT_TURN + 40);
});
