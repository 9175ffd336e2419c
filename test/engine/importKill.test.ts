import { startFileServer, type FileServer } from '../fileServer';
import { importParameters, inLibrary, mediaIdOf, video, videosOf } from './importSupport';
import { openLab, requests, sha256, type Lab } from './lab';
import { startWorker } from './worker';

let lab: Lab;
let files: FileServer;

beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
});

afterAll(async () => {
	await files.close();
	await lab.close();
});

const COUNT = 8;
const STALLED = 5;

test('a worker killed in the middle: run again, the import is complete and no video came twice', async () => {
	lab.simulator.configure({ partBytes: 50_000 });
	const videos = Array.from({ length: COUNT }, (_, number) => ({
		url: files.add(`/${number}.mp4`, video(number)),
		id: `id-${number}`,
		fileName: `clip ${number}.mp4`,
	}));
	const options = { itemConcurrency: 2, partConcurrency: 1 };
	const job = {
		credential: lab.credential(),
		parameters: { ...importParameters, ...inLibrary, options },
		json: { videos },
	};

	// The second part of the fifth video never ends, so that the kill comes in the middle.
	let seen = 0;
	lab.simulator.plan({
		on: 'videos.part',
		part: 2,
		call: STALLED,
		fault: { kind: 'stall' },
	});
	const first = startWorker(job);
	while (seen < STALLED) {
		await Promise.race([new Promise((resolve) => setImmediate(resolve)), first.result]);
		seen = requests(lab.simulator, 'videos.part').filter(({ part }) => part === 2).length;
	}
	await first.kill();
	const before = lab.simulator.videos();
	const whole = before.filter(({ status }) => status === 'AVAILABLE');
	expect(whole.length).toBeLessThan(COUNT);
	expect(whole.length).toBeGreaterThan(0);
	expect(before.some(({ status }) => status === 'WAITING_UPLOAD')).toBe(true);

	const { items, error } = await startWorker(job).result;
	expect(error).toBeUndefined();
	const results = videosOf({ items: items.map((json) => ({ json })) } as never);
	expect(results.map(({ state }) => state)).toHaveLength(COUNT);
	// What had reached LinkedIn when the worker died may have been completed there a moment later.
	const known = new Set(before.map(({ urn }) => urn));
	for (const entry of results) {
		expect([entry.state, known.has(mediaIdOf(entry))]).toEqual(
			known.has(mediaIdOf(entry)) ? ['skipped', true] : ['success', false],
		);
	}
	const skipped = new Set(
		results.filter(({ state }) => state === 'skipped').map((entry) => mediaIdOf(entry)),
	);
	expect(whole.every(({ urn }) => skipped.has(urn))).toBe(true);
	for (const [number, entry] of results.entries()) {
		const view = lab.simulator.video(mediaIdOf(entry));
		expect(view).toMatchObject({ status: 'AVAILABLE', sha256: sha256(video(number)) });
	}
	const done = lab.simulator.videos().filter(({ status }) => status === 'AVAILABLE');
	expect(done).toHaveLength(COUNT);
	expect(lab.simulator.unhandled()).toEqual([]);

	const third = await startWorker(job).result;
	const again = videosOf({ items: third.items.map((json) => ({ json })) } as never);
	expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['skipped']));
	expect(again.map(mediaIdOf)).toEqual(results.map(mediaIdOf));
});
