import type { IDataObject } from 'n8n-workflow';

import { enlargeMp4, fixture } from '../fixtures/make';
import {
	byUrn,
	CREDENTIAL_TYPE,
	errorIn,
	expectClean,
	item,
	NODE_TYPE,
	openLab,
	OWNER,
	PART,
	requests,
	sessionOf,
	sha256,
	talk,
	told,
	type Lab,
} from './lab';
import { TRIGGER_TYPE } from './harness/nodes';

let lab: Lab;

beforeAll(async () => {
	lab = await openLab();
});

afterAll(async () => {
	await lab.close();
});

beforeEach(async () => {
	await lab.simulator.reset();
});

const VIDEO = enlargeMp4(fixture('talk.mp4'), 4 * PART + 1234);
const NO_RETRY = { maxRetries: 0, partConcurrency: 1 };
const BUSY = { kind: 'status', status: 503 } as const;

/** Uploads that fail at part 3, and the item that n8n's error branch carries on. */
async function failAtPart3(parameters: IDataObject = {}, files = {}) {
	const plan = lab.simulator.plan({ on: 'videos.part', part: 3, call: 'every', fault: BUSY });
	const result = await lab.run({
		onError: 'continueErrorOutput',
		parameters: { options: NO_RETRY, ...parameters },
		items: [item({ data: talk(VIDEO), ...files })],
	});
	expectClean(lab, result);
	lab.simulator.cancelPlan(plan);
	const [failed] = result.errorItems;
	if (!failed) throw new Error('the upload did not fail');
	expect(Object.keys(failed.binary ?? {})).toContain('data');
	return failed;
}

/** The failed item as it comes to the next node: its error, and the files it always had. */
const carriedOn = ({ json }: { json: IDataObject }, files = {}) => [
	item({ data: talk(VIDEO), ...files }, json),
];

const RESUME = {
	operation: 'resumeUpload',
	uploadSession: '={{ $json.error.uploadSession }}',
};

const partsSent = (): number[] =>
	requests(lab.simulator, 'videos.part').map(({ part }) => part ?? 0);

describe('the item of the error branch', () => {
	test('goes straight on to Resume Upload, which sends what is missing and nothing else', async () => {
		const failed = await failAtPart3();
		expect(partsSent()).toEqual([1, 2, 3]);
		const result = await lab.run({ parameters: RESUME, items: carriedOn(failed) });
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(partsSent()).toEqual([1, 2, 3, 3, 4, 5]);
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(1);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
		const [received] = lab.simulator.videos();
		expect(received).toMatchObject({ status: 'AVAILABLE', sha256: sha256(VIDEO) });
		expect(result.items[0]?.json).toMatchObject({
			urn: received?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			uploadedParts: 5,
			fileSizeBytes: VIDEO.length,
		});
	});

	test('its captions and thumbnail follow as they were still due', async () => {
		const files = {
			captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
			thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
		};
		const parameters = { captionsSource: 'binaryData', thumbnailSource: 'binaryData' };
		const failed = await failAtPart3(parameters, files);
		const result = await lab.run({
			parameters: { ...RESUME, ...parameters },
			items: carriedOn(failed, files),
		});
		expectClean(lab, result);
		const [received] = lab.simulator.videos();
		expect(received?.captions?.text).toBe(fixture('talk.srt').toString());
		expect(received?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
		expect(result.items[0]?.json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
	});

	test('what is still due and was not given is said before the first call', async () => {
		const failed = await failAtPart3(
			{ captionsSource: 'text', captionsText: fixture('talk.srt').toString() },
			{},
		);
		const before = lab.simulator.journal.length;
		const result = await lab.run({ parameters: RESUME, items: carriedOn(failed) });
		expect(told(result)).toContain('still lacks its captions');
		expect(lab.simulator.journal).toHaveLength(before);
		const without = await lab.run({
			parameters: { ...RESUME, options: { onSupplementFailure: 'continue' } },
			items: carriedOn(failed),
		});
		expect(without.items[0]?.json).toMatchObject({ captions: 'failed', status: 'AVAILABLE' });
		expect(JSON.stringify(without.items[0]?.json.warnings)).toContain('without its captions');
	});

	test('what was not announced at the start does not go, and says so', async () => {
		const failed = await failAtPart3();
		const result = await lab.run({
			parameters: {
				...RESUME,
				captionsSource: 'text',
				captionsText: fixture('talk.srt').toString(),
			},
			items: carriedOn(failed),
		});
		expectClean(lab, result);
		expect(requests(lab.simulator, 'videos.captions')).toEqual([]);
		expect(JSON.stringify(result.items[0]?.json.warnings)).toContain('begun without captions');
	});
});

test('in one workflow: the error output of an upload leads to a Resume Upload node', async () => {
	const fault = lab.simulator.plan({ on: 'videos.part', part: 3, call: 1, fault: BUSY });
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const node = (name: string, parameters: object) => ({
		name,
		type: NODE_TYPE,
		typeVersion: 1,
		onError: 'continueErrorOutput' as const,
		parameters: { resource: 'video', ...parameters } as never,
		credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } },
	});
	const run = await lab.engine.run({
		workflow: {
			nodes: [
				{ name: 'Start', type: TRIGGER_TYPE },
				node('Upload', { operation: 'upload', owner: byUrn(OWNER), options: NO_RETRY }),
				node('Resume', RESUME),
			],
			connections: {
				Start: { main: [to('Upload')] },
				Upload: { main: [[], to('Resume')] },
			},
		},
		start: 'Start',
		items: [item({ data: talk(VIDEO) })],
		credentials: { c: { type: CREDENTIAL_TYPE, data: lab.credential() } },
	});
	expect(fault).toBeGreaterThan(0);
	expect(run.items('Upload', 1)).toHaveLength(1);
	expect(run.items('Resume')[0]?.json).toMatchObject({ status: 'AVAILABLE', uploadedParts: 5 });
	expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(VIDEO));
});

describe('a resume refuses', () => {
	const resume = (session: unknown, video = VIDEO) =>
		lab.run({
			parameters: { operation: 'resumeUpload', uploadSession: JSON.stringify(session) },
			items: [item({ data: talk(video) })],
		});

	test('a file of another size', async () => {
		const { uploadSession } = errorIn(await failAtPart3());
		const before = lab.simulator.journal.length;
		const result = await resume(uploadSession, VIDEO.subarray(0, -1));
		expect(told(result)).toContain(`it has ${VIDEO.length - 1} bytes`);
		expect(lab.simulator.journal).toHaveLength(before);
	});

	test('a file of the same size with another first part', async () => {
		const { uploadSession } = errorIn(await failAtPart3());
		const before = lab.simulator.journal.length;
		const other = Buffer.from(VIDEO);
		other[PART - 1] = (other[PART - 1] ?? 0) ^ 1;
		const result = await resume(uploadSession, other);
		expect(told(result)).toContain('its first part has other bytes');
		expect(lab.simulator.journal).toHaveLength(before);
	});

	test('what is no session, and says where to take one from', async () => {
		for (const [session, words] of [
			[undefined, 'is not an upload session'],
			['', 'is not an upload session'],
			['nonsense', 'is not an upload session'],
			[{ urn: 'urn:li:video:C55' }, 'fileSizeBytes is missing'],
			[{ urn: 'urn:li:image:C55', uploadUrl: 'https://x' }, 'belongs to an image'],
		] as const) {
			const result = await resume(session);
			expect(told(result)).toContain(words);
		}
		expect(lab.simulator.journal).toEqual([]);
	});

	test('a session whose addresses are not LinkedIn’s', async () => {
		const { uploadSession } = errorIn(await failAtPart3());
		const text = JSON.stringify(uploadSession).replaceAll(lab.simulator.url, 'https://example.com');
		const before = lab.simulator.journal.length;
		const result = await resume(JSON.parse(text));
		expect(told(result)).toContain('points to https://example.com, which is not LinkedIn');
		expect(lab.simulator.journal).toHaveLength(before);
	});

	test('a session that has expired, and says that a new upload is needed', async () => {
		const { uploadSession } = errorIn(await failAtPart3());
		lab.simulator.clock.advance(40 * 24 * 3_600_000);
		const session = uploadSession as IDataObject;
		const result = await resume({ ...session, expiresAt: Date.now() - 1 });
		expect(told(result)).toContain('the upload URL has expired');
		expect(told(result)).toContain('Start a new upload');
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toEqual([]);
	});
});

test('after an unclear finalize a resume looks at the video before it sends anything', async () => {
	lab.simulator.plan({
		on: 'videos.finalizeUpload',
		call: 1,
		fault: { kind: 'resetAfterCarriedOut' },
	});
	const plan = lab.simulator.plan({ on: 'videos.get', call: 'every', fault: BUSY });
	const failed = await lab.run({
		parameters: { options: { maxRetries: 0 } },
		items: [item({ data: talk(VIDEO) })],
	});
	expect(told(failed)).toContain('Whether it was carried out is unknown');
	lab.simulator.cancelPlan(plan);
	const result = await lab.run({
		parameters: { operation: 'resumeUpload', uploadSession: JSON.stringify(sessionOf(failed)) },
		items: [item({ data: talk(VIDEO) })],
	});
	expect(result.items[0]?.json).toMatchObject({ status: 'AVAILABLE' });
	expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
	expect(requests(lab.simulator, 'videos.part')).toHaveLength(5);
});

test('a wait that times out is no failure: the item has the status it has', async () => {
	lab.simulator.nextVideo({ kind: 'manual' });
	const result = await lab.run({
		parameters: { options: { waitUntilAvailable: true, waitTimeout: 1 } },
		items: [item({ data: talk() })],
	});
	expectClean(lab, result);
	expect(result.items[0]?.json.status).toBe('PROCESSING');
	expect(result.hints.map(({ message }) => message).join()).toContain('still PROCESSING');
});

describe('n8n’s Retry On Fail', () => {
	const retried = (parameters: IDataObject, items = [item({ data: talk(VIDEO) })]) =>
		lab.run({
			retryOnFail: true,
			maxTries: 3,
			parameters: { options: NO_RETRY, ...parameters },
			items,
		});

	test('goes on with the upload that the first try began', async () => {
		lab.simulator.plan({ on: 'videos.part', part: 3, call: [1, 2], fault: BUSY });
		const result = await retried({});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(partsSent()).toEqual([1, 2, 3, 3, 3, 4, 5]);
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(1);
		expect(lab.simulator.videos()[0]).toMatchObject({ sha256: sha256(VIDEO) });
	});

	test('does nothing again for items that are done, in order or several at once', async () => {
		for (const itemConcurrency of [1, 3]) {
			await lab.simulator.reset();
			const small = enlargeMp4(fixture('talk.mp4'), PART + 99);
			const items = [
				item({ data: talk(small) }),
				item({ data: talk() }),
				item({ data: talk(VIDEO) }),
			];
			lab.simulator.plan({ on: 'videos.part', part: 3, call: 1, fault: BUSY });
			const result = await retried({ options: { ...NO_RETRY, itemConcurrency } }, items);
			expectClean(lab, result);
			expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(3);
			expect(requests(lab.simulator, 'videos.part')).toHaveLength(2 + 1 + 6);
			expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(3);
			expect(result.items.map(({ json }) => json.fileSizeBytes)).toEqual([
				small.length,
				fixture('talk.mp4').length,
				VIDEO.length,
			]);
			expect(new Set(result.items.map(({ json }) => json.urn)).size).toBe(3);
		}
	});

	test('also where the failed item goes to the error branch', async () => {
		lab.simulator.plan({ on: 'videos.part', part: 3, call: 1, fault: BUSY });
		const result = await lab.run({
			retryOnFail: true,
			maxTries: 3,
			onError: 'continueErrorOutput',
			parameters: { options: NO_RETRY },
			items: [item({ data: talk(VIDEO) }), item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(result.items).toHaveLength(2);
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(2);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(2);
	});

	test('begins anew where the session is of no use any more', async () => {
		lab.simulator.plan({
			on: 'videos.part',
			part: 3,
			call: 1,
			fault: { kind: 'status', status: 403 },
		});
		const result = await retried({});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(2);
		const [first, second] = lab.simulator.videos();
		expect([first?.status, second?.status]).toEqual(['WAITING_UPLOAD', 'AVAILABLE']);
	});

	test('an image that has arrived is not sent again', async () => {
		lab.simulator.nextImage({ kind: 'immediate', failure: 'bad pixels' });
		const result = await lab.run({
			retryOnFail: true,
			maxTries: 2,
			parameters: {
				resource: 'image',
				options: { maxRetries: 0, waitUntilAvailable: true, waitTimeout: 1 },
			},
			items: [item({ data: { content: fixture('picture.png'), fileName: 'picture.png' } })],
		});
		expect(told(result)).toContain('LinkedIn could not process the image');
		expect(requests(lab.simulator, 'images.initializeUpload')).toHaveLength(1);
		expect(requests(lab.simulator, 'images.upload')).toHaveLength(1);
	});

	test('keeps no signed address where n8n stores the execution', async () => {
		lab.simulator.plan({ on: 'videos.part', part: 3, call: 1, fault: BUSY });
		const result = await retried({});
		expect(JSON.stringify(result.run.raw.data.executionData?.contextData ?? {})).not.toContain(
			'dms-uploads',
		);
	});
});

test('when several items fail at once, the session of each is kept', async () => {
	lab.simulator.plan({ on: 'videos.part', call: 'every', fault: BUSY });
	const result = await lab.run({
		parameters: { options: { ...NO_RETRY, itemConcurrency: 2 } },
		items: [item({ data: talk() }), item({ data: talk() })],
	});
	expectClean(lab, result);
	const urns = lab.simulator.videos().map(({ urn }) => urn);
	const { uploadSessions } = (
		result.error && 'context' in result.error ? result.error.context : {}
	) as { uploadSessions?: Array<{ uploadSession: { urn: string } }> };
	const kept = [sessionOf(result), ...(uploadSessions ?? []).map((each) => each.uploadSession)];
	expect(kept.map(({ urn }) => urn).sort()).toEqual(urns.sort());
	expect(urns).toHaveLength(2);
	expect(told(result)).toContain('their sessions are kept as "uploadSessions"');
});

test('a resume that fails before it sends anything still has the session', async () => {
	const { uploadSession } = errorIn(await failAtPart3());
	const result = await lab.run({
		onError: 'continueErrorOutput',
		parameters: {
			operation: 'resumeUpload',
			uploadSession: JSON.stringify(uploadSession),
			source: 'url',
			url: 'http://127.0.0.1:9/gone.mp4',
			options: { maxRetries: 0 },
		},
	});
	expect(errorIn(result.errorItems[0]).uploadSession).toMatchObject(uploadSession as object);
});

test('when one item stops the node, the error tells what the others have made', async () => {
	const result = await lab.run({
		parameters: { options: NO_RETRY, binaryPropertyName: '={{ $json.field }}' },
		items: [
			item({ data: talk() }, { field: 'data' }),
			item({ data: talk() }, { field: 'nothing' }),
		],
	});
	const [made] = lab.simulator.videos();
	expect(told(result)).toContain('[item 1]');
	expect(told(result)).toContain(`Items that were done before: 0 (${made?.urn ?? '?'}).`);
	expect(result.error && 'context' in result.error ? result.error.context : {}).toMatchObject({
		finishedItems: [{ itemIndex: 0, urn: made?.urn }],
	});
});
