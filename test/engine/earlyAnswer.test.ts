import { enlargeMp4, fixture } from '../fixtures/make';
import { expectClean, item, openLab, requests, sha256, talk, type Lab } from './lab';

/**
 * A busy server refuses a part before it has read it. Parts are larger here than what the system takes
 * from a process at once, so that bytes of a refused part still wait in its connection.
 */

const PART = 33_554_432;
const VIDEO = enlargeMp4(fixture('talk.mp4'), PART + 1_000_000);

let lab: Lab;

beforeAll(async () => {
	lab = await openLab('filesystem', { settings: { partBytes: PART } });
});

afterAll(async () => {
	await lab.close();
});

test('a part that was refused before it was read is sent again, whole', async () => {
	lab.simulator.plan({ on: 'videos.part', fault: { kind: 'status', status: 503, early: true } });
	const result = await lab.run({
		items: [item({ data: talk(VIDEO) })],
		parameters: { options: { partConcurrency: 1 } },
	});
	expectClean(lab, result);
	expect(lab.simulator.unmetFaults()).toEqual([]);
	expect(result.items[0]?.json).toMatchObject({ uploadedParts: 2, retries: 1 });
	expect(requests(lab.simulator, 'videos.part').map(({ status }) => status)).toEqual([
		503, 200, 200,
	]);
	expect(lab.simulator.videos()[0]).toMatchObject({ sha256: sha256(VIDEO), status: 'AVAILABLE' });
});
