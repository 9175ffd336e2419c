import { importParameters, inLibrary, mediaIdOf, video, videosOf } from '../engine/importSupport';
import { scene, sha256 } from '../engine/scene';
import { startWorker } from '../engine/worker';

const { credential, files, linkedIn, plan, requests } = scene({ linkedIn: { partBytes: 50_000 } });

const COUNT = 8;
const STALLED = 5;

test('a worker killed in the middle: run again, the import is complete and no video came twice', async () => {
	const videos = Array.from({ length: COUNT }, (_, number) => ({
		url: files.add(`/${number}.mp4`, video(number)),
		id: `id-${number}`,
		fileName: `clip ${number}.mp4`,
	}));
	const options = { itemConcurrency: 2, partConcurrency: 1 };
	const job = {
		credential: credential(),
		parameters: { ...importParameters, ...inLibrary, options },
		json: { videos },
	};
	const imported = async () => {
		const { items, error } = await startWorker(job).result;
		expect(error).toBeUndefined();
		return videosOf({ json: items[0] ?? {} });
	};

	// The second part of the fifth video never ends, so that the kill comes in the middle.
	plan('videos.part', { kind: 'stall' }, { part: 2, call: STALLED });
	await startWorker(job).killedWhen(
		() => requests('videos.part').filter(({ part }) => part === 2).length >= STALLED,
	);
	const before = linkedIn.videos();
	const whole = before.filter(({ status }) => status === 'AVAILABLE');
	expect(whole.length).toBeLessThan(COUNT);
	expect(whole.length).toBeGreaterThan(0);
	expect(before.some(({ status }) => status === 'WAITING_UPLOAD')).toBe(true);

	const results = await imported();
	expect(results.map(({ state }) => state)).toHaveLength(COUNT);
	// What had reached LinkedIn when the worker died may have been completed there a moment later.
	const known = new Set(before.map(({ urn }) => urn));
	for (const entry of results) {
		expect([entry.state, known.has(mediaIdOf(entry))]).toEqual(
			known.has(mediaIdOf(entry)) ? ['skipped', true] : ['success', false],
		);
	}
	const skipped = results.filter(({ state }) => state === 'skipped').map(mediaIdOf);
	expect(whole.every(({ urn }) => skipped.includes(urn))).toBe(true);
	for (const [number, entry] of results.entries()) {
		const view = linkedIn.video(mediaIdOf(entry));
		expect(view).toMatchObject({ status: 'AVAILABLE', sha256: sha256(video(number)) });
	}
	const done = linkedIn.videos().filter(({ status }) => status === 'AVAILABLE');
	expect(done).toHaveLength(COUNT);
	expect(linkedIn.unhandled()).toEqual([]);

	const again = await imported();
	expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['skipped']));
	expect(again.map(mediaIdOf)).toEqual(results.map(mediaIdOf));
});
