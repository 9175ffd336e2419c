import { posting } from './postSupport';
import { file, item, scene, talk } from './scene';

/** Waits for LinkedIn's processing, by the calls that they take of LinkedIn's daily limits. */

const stage = scene();
const { linkedIn, requests, upload } = stage;
const { create, createFromFiles, imagesOf } = posting(stage);

const MINUTE = 60_000;
const WAIT = { waitSeconds: 3600 };
const videoReadyAfter = (ms: number) => {
	linkedIn.configure({ processing: { kind: 'afterMs', ms } });
};

test.each([
	[1, 4],
	[10, 13],
	[60, 63],
])('a video that is processed for %i minutes takes %i looks', async (minutes, looks) => {
	videoReadyAfter(minutes * MINUTE - 10_000);
	const { json } = await upload(talk()).options(WAIT);
	expect(json.status).toBe('AVAILABLE');
	expect(requests('videos.get')).toHaveLength(looks);
	// Initialize and finalize are calls too.
	expect(json.calls).toBe(looks + 2);
});

test('four videos at the same time take the looks of one, by batch gets', async () => {
	videoReadyAfter(10 * MINUTE);
	const { jsons } = await upload(...Array.from({ length: 4 }, () => talk())).options({
		...WAIT,
		itemConcurrency: 4,
	});
	expect(jsons.map(({ status }) => status)).toEqual(Array(4).fill('AVAILABLE'));
	const looks = requests('videos.batchGet').length + requests('videos.get').length;
	expect(requests('videos.batchGet').length).toBeGreaterThan(8);
	expect(looks).toBeLessThan(2 * 13);
});

test('where batch gets are refused, each looks for itself', async () => {
	linkedIn.configure({ readings: { batchGet: 'refused' } });
	videoReadyAfter(MINUTE);
	const { jsons } = await upload(talk(), talk()).options({ ...WAIT, itemConcurrency: 2 });
	expect(jsons.map(({ status }) => status)).toEqual(['AVAILABLE', 'AVAILABLE']);
	expect(requests('videos.batchGet').length).toBeLessThan(2);
});

test('the images of a post share their looks', async () => {
	const photos = Object.fromEntries(
		Array.from({ length: 5 }, (_, index) => [`photo${index}`, file('picture.png')]),
	);
	await createFromFiles({
		contentType: 'multiImage',
		binaryPropertyNames: Object.keys(photos).join(','),
	}).of(item(photos));
	expect(requests('images.batchGet')).toHaveLength(1);
	expect(requests('images.get')).toEqual([]);
	expect(linkedIn.posts()).toHaveLength(1);
});

test('so do those that are on LinkedIn already', async () => {
	const mediaUrns = imagesOf('urn:li:person:m3mbEr_1', 5).join(',');
	await create({ contentType: 'multiImage', mediaUrns });
	expect(requests('images.batchGet')).toHaveLength(1);
	expect(requests('images.get')).toEqual([]);
});

test('what only reads says its calls in the log', async () => {
	const urn = stage.entry('video');
	const { json, logs } = await stage.video('get', { urn });
	expect(json).not.toHaveProperty('calls');
	expect(logs).toContain('debug: LinkedIn Media: 1 call to LinkedIn’s API');
});
