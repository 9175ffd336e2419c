import { fixture } from '../fixtures/make';
import type { FaultPlan } from '../simulator';
import { calls, errorIn, expectClean, item, openLab, type Lab } from './lab';

/**
 * A server that answers a part before it has read it: what it reads then is whatever stands in the
 * buffer by that time. Undici's way notices; parts are larger here than what the system takes at once.
 */

const PART = 33_554_432;
const SIZE = PART + fixture('talk.mp4').length;

let lab: Lab;

beforeAll(async () => {
	lab = await openLab('filesystem', { settings: { partBytes: PART } });
});

afterAll(async () => {
	await lab.close();
});

beforeEach(async () => {
	await lab.simulator.reset();
});

const early = (call: FaultPlan['call']): FaultPlan => ({
	on: 'videos.part',
	...(call === undefined ? {} : { call }),
	fault: { kind: 'status', status: 200, early: true, headers: { etag: '"early"' }, body: '' },
});

const video = item({
	data: { content: fixture('talk.mp4'), fileName: 'talk.mp4', stretchTo: SIZE },
});
const parameters = { options: { checkFile: false, partConcurrency: 1 } };

test('a part that was answered too early is sent again', async () => {
	lab.simulator.plan(early(1));
	const result = await lab.run({ items: [video], parameters });
	expectClean(lab, result);
	expect(lab.simulator.unmetFaults()).toEqual([]);
	expect(result.items[0]?.json).toMatchObject({ uploadedParts: 2, retries: 1 });
	expect(calls(lab.simulator).filter((call) => call === 'videos.part')).toHaveLength(3);
	const parts = lab.simulator.videos()[0]?.parts ?? [];
	expect(parts.map(({ attempts }) => attempts)).toEqual([1, 1]);
});

test('one that is always answered too early fails with its session', async () => {
	lab.simulator.plan(early('every'));
	const result = await lab.run({
		items: [video],
		parameters: { options: { ...parameters.options, maxRetries: 1 } },
		onError: 'continueErrorOutput',
	});
	const error = errorIn(result.errorItems[0]);
	expect(error).toMatchObject({ uploadSession: { fileSizeBytes: SIZE } });
	expect(JSON.stringify(error)).toContain('the answer came before the bytes had been sent');
	expect(calls(lab.simulator)).toEqual(['videos.initializeUpload', 'videos.part', 'videos.part']);
});
