import { pdfTarget } from '../fuzz/targets/pdf';
import { officeTarget } from '../fuzz/targets/office';
import { item, scene, type Step } from './scene';

const { document, linkedIn } = scene();

const MIB = 1024 * 1024;
/** Generous: what is asserted is that nothing waits for a file, on a machine with others on it. */
const LONGEST_REST_MS = 1000;

/** One file for each of 16 items, of those that were made to take long. */
function bombs(): Buffer[] {
	const all = [...pdfTarget.killers(300_000), ...officeTarget.killers(300_000)];
	return all.slice(0, 16).map(([, bytes]) => bytes);
}

/** All of them at once, each an item. */
function upload(files: readonly Buffer[]): Step {
	const [first = Buffer.alloc(0)] = files;
	return document('upload')
		.of(...files.map((content) => item({ data: { content, fileName: 'a.pdf' } })))
		.options({ itemConcurrency: files.length, checkFile: first.length > 0 })
		.onError('continueErrorOutput');
}

/** The longest rest of the event loop, and by how much the process grew. */
async function watched(work: () => Promise<unknown>): Promise<{ restMs: number; bytes: number }> {
	const before = process.memoryUsage.rss();
	let restMs = 0;
	let bytes = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		restMs = Math.max(restMs, now - last);
		last = now;
		bytes = Math.max(bytes, process.memoryUsage.rss() - before);
	}, 1);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	return { restMs, bytes };
}

describe('files that were made to take long, 16 at once', () => {
	test('n8n goes on with everything else, and does not grow', async () => {
		const files = bombs();
		const size = files.reduce((sum, { length }) => sum + length, 0);
		const { restMs, bytes } = await watched(() => upload(files).ends());
		expect(restMs).toBeLessThan(LONGEST_REST_MS);
		// n8n and the simulator have the files too, and base64 of them.
		expect(bytes - size * 6).toBeLessThan(256 * MIB);
		expect(linkedIn.documents().length).toBeLessThanOrEqual(files.length);
	});

	test('a stop ends them within a second', async () => {
		let stoppedAt = 0;
		await upload(bombs()).stoppedWhen(() => {
			stoppedAt = performance.now();
			return true;
		});
		expect(performance.now() - stoppedAt).toBeLessThan(1000);
	});
});
