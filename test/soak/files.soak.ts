import { countTurns, makeBombs, sendAll } from '../engine/fileBombs';
import { scene } from '../engine/scene';
import { processorMs } from './processorTime';

/** `npm run soak:files`: how long the event loop rests while files that were made to take long are read, 16 at once. */

const stage = scene({ binaryMode: 'filesystem' });

const MIB = 1024 * 1024;
const LONGEST_REST_MS = 100;
const STOPPED_AT_TURN = 40;

/**
 * The longest rest of the event loop from the first turn of a reader to the last one, and by how much
 * the process grew.
 */
async function watched(work: () => Promise<unknown>): Promise<{ restMs: number; grown: number }> {
	const turns = countTurns();
	const before = process.memoryUsage.rss();
	const rests: Array<{ ms: number; turn: number }> = [];
	let grown = 0;
	let last = processorMs();
	const timer = setInterval(() => {
		const now = processorMs();
		rests.push({ ms: now - last, turn: turns() });
		last = now;
		grown = Math.max(grown, process.memoryUsage.rss() - before);
	}, 1);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	const reading = rests.filter(({ turn }) => turn > 0 && turn < turns());
	expect(reading.length).toBeGreaterThan(100);
	return { restMs: Math.max(...reading.map(({ ms }) => ms)), grown };
}

describe('files that were made to take long, 16 at once', () => {
	const bombs = makeBombs(10_000_000);

	test('n8n goes on with everything else, and does not grow', async () => {
		const all = sendAll(stage, bombs);
		const { restMs, grown } = await watched(() => Promise.all(all.map((step) => step.ends())));
		expect(restMs).toBeLessThan(LONGEST_REST_MS);
		expect(grown).toBeLessThan(256 * MIB);
	});

	test('a stop in the middle of reading ends them within a second', async () => {
		const turns = countTurns();
		let stoppedAt = 0;
		const stopped = sendAll(stage, bombs).map((step) =>
			step.stoppedWhen(() => {
				if (turns() < STOPPED_AT_TURN) return false;
				stoppedAt ||= processorMs();
				return true;
			}),
		);
		await Promise.all(stopped);
		expect(processorMs() - stoppedAt).toBeLessThan(1000);
	});
});
