import { enlargeMp4, fixture } from '../fixtures/make';
import { scene, sha256, status, talk } from './scene';

/**
 * A busy server refuses a part before it has read it. Parts are larger here than what the system takes
 * from a process at once, so that bytes of a refused part still wait in its connection.
 */

const PART = 33_554_432;
const VIDEO = enlargeMp4(fixture('talk.mp4'), PART + 1_000_000);

const { linkedIn, plan, requests, upload } = scene({
	binaryMode: 'filesystem',
	linkedIn: { partBytes: PART },
});

test('a part that was refused before it was read is sent again, whole', async () => {
	plan('videos.part', status(503, { early: true }));
	const { json } = await upload(talk(VIDEO)).options({ partConcurrency: 1 });
	expect(json).toMatchObject({ uploadedParts: 2, retries: 1 });
	expect(requests('videos.part').map((sent) => sent.status)).toEqual([503, 200, 200]);
	expect(linkedIn.videos()[0]).toMatchObject({ sha256: sha256(VIDEO), status: 'AVAILABLE' });
});
