import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { enlargeMp4, fixture } from '../fixtures/make';
import { TRIGGER_TYPE } from './harness';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import {
	byUrn,
	errorIn,
	file,
	item,
	LOST_ANSWER,
	OWNER,
	PART,
	scene,
	sha256,
	status,
	talk,
	withSupplements,
	type Input,
	type Outcome,
} from './scene';

const { credential, engine, image, linkedIn, plan, requests, upload, video } = scene();

const VIDEO = enlargeMp4(fixture('talk.mp4'), 4 * PART + 1234);
const SRT = fixture('talk.srt').toString();
const NO_RETRY = { maxRetries: 0, partConcurrency: 1 };
const BUSY = status(503);
const WAIT_A_SECOND = { waitSeconds: 1 };

/** An upload that fails at part 3, and the item that n8n's error branch carries on. */
async function failAtPart3(form: INodeParameters = {}, files = {}): Promise<IDataObject> {
	const busy = plan('videos.part', BUSY, { part: 3, call: 'every' });
	const { errorItems } = await upload(item({ data: talk(VIDEO), ...files }))
		.with({ options: NO_RETRY, ...form })
		.onError('continueErrorOutput');
	linkedIn.cancelPlan(busy);
	const [failed] = errorItems;
	if (!failed) throw new Error('the upload did not fail');
	expect(Object.keys(failed.binary ?? {})).toContain('data');
	return failed.json;
}

function sessionIn(failed: IDataObject): Record<string, unknown> {
	const { uploadSession } = errorIn({ json: failed });
	if (!isRecord(uploadSession)) throw new Error('the error has no uploadSession');
	return uploadSession;
}

const RESUME = { uploadSession: '={{ $json.error.uploadSession }}' };

/** Of the failed item as it comes to the next node: its error, and the files it always had. */
const carryOn = (failed: IDataObject, files = {}) =>
	video('resumeUpload', RESUME).of(item({ data: talk(VIDEO), ...files }, failed));

/** By a session that a person has copied. */
const resume = (session: unknown, input: Input = talk(VIDEO)) =>
	video('resumeUpload', { uploadSession: JSON.stringify(session) as string | undefined }).of(input);

const partsSent = () => requests('videos.part').map(({ part }) => part);

describe('the item of the error branch', () => {
	test('goes straight on to Resume Upload, which sends what is missing and nothing else', async () => {
		const failed = await failAtPart3();
		expect(partsSent()).toEqual([1, 2, 3]);
		const { json } = await carryOn(failed);
		expect(partsSent()).toEqual([1, 2, 3, 3, 4, 5]);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		const [received] = linkedIn.videos();
		expect(received).toMatchObject({ status: 'AVAILABLE', sha256: sha256(VIDEO) });
		expect(json).toMatchObject({
			urn: received?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			uploadedParts: 5,
			fileSizeBytes: VIDEO.length,
		});
	});

	test('its captions and thumbnail follow as they were still due', async () => {
		const files = { captions: file('talk.srt'), thumbnail: file('thumbnail.jpg') };
		const failed = await failAtPart3(withSupplements, files);
		const { json } = await carryOn(failed, files).with(withSupplements);
		const [received] = linkedIn.videos();
		expect(received?.captions?.text).toBe(SRT);
		expect(received?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
		expect(json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
	});

	test('what is still due and was not given is said before the first call', async () => {
		const failed = await failAtPart3({ captionsSource: 'text', captionsText: SRT });
		await carryOn(failed).failsAtOnce('was started with captions');
		const { json } = await carryOn(failed).options({ onSupplementFailure: 'continue' });
		expect(json).toMatchObject({ captions: 'failed', status: 'AVAILABLE' });
		expect(JSON.stringify(json.warnings)).toContain('without captions');
	});

	test('what was not announced at the start does not go, and says so', async () => {
		const failed = await failAtPart3();
		const { json } = await carryOn(failed).with({ captionsSource: 'text', captionsText: SRT });
		expect(requests('videos.captions')).toEqual([]);
		expect(JSON.stringify(json.warnings)).toContain('Continuing without captions');
	});
});

test('in one workflow: the error output of an upload leads to a Resume Upload node', async () => {
	plan('videos.part', BUSY, { part: 3 });
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	const node = (name: string, parameters: INodeParameters) => ({
		name,
		type: NODE_TYPE,
		onError: 'continueErrorOutput' as const,
		parameters: { resource: 'video', ...parameters },
		credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } },
	});
	const run = await engine.run({
		workflow: {
			nodes: [
				{ name: 'Start', type: TRIGGER_TYPE },
				node('Upload', { operation: 'upload', owner: byUrn(OWNER), options: NO_RETRY }),
				node('Resume', { operation: 'resumeUpload', ...RESUME }),
			],
			connections: { Start: { main: [to('Upload')] }, Upload: { main: [[], to('Resume')] } },
		},
		start: 'Start',
		items: [item({ data: talk(VIDEO) })],
		credentials: { c: { type: CREDENTIAL_TYPE, data: credential() } },
	});
	expect(linkedIn.unmetFaults()).toEqual([]);
	expect(run.items('Upload', 1)).toHaveLength(1);
	expect(run.items('Resume')[0]?.json).toMatchObject({ status: 'AVAILABLE', uploadedParts: 5 });
	expect(linkedIn.videos()[0]?.sha256).toBe(sha256(VIDEO));
});

describe('a resume refuses', () => {
	test('a file of another size', async () => {
		const session = sessionIn(await failAtPart3());
		await resume(session, talk(VIDEO.subarray(0, -1))).failsAtOnce(
			`it has ${VIDEO.length - 1} bytes`,
		);
	});

	test('a file of the same size with another first part', async () => {
		const session = sessionIn(await failAtPart3());
		const other = Buffer.from(VIDEO);
		other[PART - 1] = (other[PART - 1] ?? 0) ^ 1;
		await resume(session, talk(other)).failsAtOnce('its first part is different');
	});

	test.each([
		[undefined, 'doesn’t contain an upload session'],
		['', 'doesn’t contain an upload session'],
		['nonsense', 'doesn’t contain an upload session'],
		[{ urn: 'urn:li:video:C55' }, 'fileSizeBytes is missing'],
		[{ urn: 'urn:li:image:C55', uploadUrl: 'https://x' }, 'belongs to an image'],
	])('%j, which is no session, and says where to take one from', async (session, words) => {
		await resume(session).failsAtOnce(words);
	});

	test('a session whose addresses are not LinkedIn’s', async () => {
		const session = JSON.stringify(sessionIn(await failAtPart3()));
		const moved = session.replaceAll(linkedIn.url, 'https://example.com');
		await carryOn({ error: { uploadSession: moved } }).failsAtOnce(
			'points to https://example.com, which is not LinkedIn',
		);
	});

	test('a session that has expired, and says that a new upload is needed', async () => {
		const session = sessionIn(await failAtPart3());
		linkedIn.clock.advance(40 * 24 * 3_600_000);
		await resume({ ...session, expiresAt: Date.now() - 1 }).fails(
			'the upload URL has expired',
			'Start a new upload',
		);
		expect(requests('videos.finalizeUpload')).toEqual([]);
	});
});

test('after an unclear finalize a resume looks at the video before it sends anything', async () => {
	plan('videos.finalizeUpload', LOST_ANSWER);
	const busy = plan('videos.get', BUSY, { call: 'every' });
	const { session } = await upload(talk(VIDEO))
		.options({ maxRetries: 0 })
		.fails('It’s unclear whether the upload was completed');
	linkedIn.cancelPlan(busy);
	const { json } = await resume(session);
	expect(json).toMatchObject({ status: 'AVAILABLE' });
	expect(requests('videos.finalizeUpload')).toHaveLength(1);
	expect(requests('videos.part')).toHaveLength(5);
});

test('a wait that times out is no failure: the item has the status it has', async () => {
	linkedIn.nextVideo({ kind: 'manual' });
	const { json, hints } = await upload(talk()).options(WAIT_A_SECOND);
	expect(json.status).toBe('PROCESSING');
	expect(hints.join()).toContain('still PROCESSING');
});

describe('n8n’s Retry On Fail', () => {
	test('goes on with the upload that the first try began', async () => {
		plan('videos.part', BUSY, { part: 3, call: [1, 2] });
		await upload(talk(VIDEO)).options(NO_RETRY).tries(3);
		expect(partsSent()).toEqual([1, 2, 3, 3, 3, 4, 5]);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(linkedIn.videos()[0]).toMatchObject({ sha256: sha256(VIDEO) });
	});

	test.each([1, 3])('does nothing again for items that are done, %d at once', async (lanes) => {
		const small = enlargeMp4(fixture('talk.mp4'), PART + 99);
		plan('videos.part', BUSY, { part: 3 });
		const { jsons, urns } = await upload(talk(small), talk(), talk(VIDEO))
			.options({ ...NO_RETRY, itemConcurrency: lanes })
			.tries(3);
		expect(requests('videos.initializeUpload')).toHaveLength(3);
		expect(requests('videos.part')).toHaveLength(2 + 1 + 6);
		expect(requests('videos.finalizeUpload')).toHaveLength(3);
		expect(jsons.map((json) => json.fileSizeBytes)).toEqual([
			small.length,
			fixture('talk.mp4').length,
			VIDEO.length,
		]);
		expect(new Set(urns).size).toBe(3);
	});

	test('also where the failed item goes to the error branch', async () => {
		plan('videos.part', BUSY, { part: 3 });
		const { items } = await upload(talk(VIDEO), talk())
			.options(NO_RETRY)
			.tries(3)
			.onError('continueErrorOutput');
		expect(items).toHaveLength(2);
		expect(requests('videos.initializeUpload')).toHaveLength(2);
		expect(requests('videos.finalizeUpload')).toHaveLength(2);
	});

	test('goes on with the session where a proxy refused a part', async () => {
		plan('videos.part', 403, { part: 3 });
		await upload(talk(VIDEO)).options(NO_RETRY).tries(3);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(linkedIn.videos()[0]?.status).toBe('AVAILABLE');
	});

	test('begins anew where the session is of no use any more', async () => {
		const body = { status: 400, code: 'EXPIRED_UPLOAD_URL' };
		plan('videos.part', status(400, { body }), { part: 3 });
		await upload(talk(VIDEO)).options(NO_RETRY).tries(3);
		expect(requests('videos.initializeUpload')).toHaveLength(2);
		const states = linkedIn.videos().map((one) => one.status);
		expect(states).toEqual(['WAITING_UPLOAD', 'AVAILABLE']);
	});

	test('an image that has arrived is not sent again', async () => {
		linkedIn.nextImage({ kind: 'immediate', failure: 'bad pixels' });
		await image('upload')
			.of(file('picture.png'))
			.options({ maxRetries: 0, ...WAIT_A_SECOND })
			.tries(2)
			.fails('LinkedIn could not process the image');
		expect(requests('images.initializeUpload')).toHaveLength(1);
		expect(requests('images.upload')).toHaveLength(1);
	});

	test('keeps no signed address where n8n stores the execution', async () => {
		plan('videos.part', BUSY, { part: 3 });
		const { run } = await upload(talk(VIDEO)).options(NO_RETRY).tries(3);
		expect(JSON.stringify(run.raw.data.executionData?.contextData ?? {})).not.toContain(
			'dms-uploads',
		);
	});
});

const contextOf = ({ error }: Outcome): object =>
	error && 'context' in error && isRecord(error.context) ? error.context : {};

test('when several items fail at once, the session of each is kept', async () => {
	plan('videos.part', BUSY, { call: 'every' });
	const result = await upload(talk(), talk())
		.options({ ...NO_RETRY, itemConcurrency: 2 })
		.fails('Their upload sessions are kept as "uploadSessions"');
	const urns = linkedIn.videos().map(({ urn }) => urn);
	const { uploadSessions } = contextOf(result) as {
		uploadSessions?: Array<{ uploadSession: { urn: string } }>;
	};
	const others = (uploadSessions ?? []).map(({ uploadSession }) => uploadSession);
	expect([result.session, ...others].map(({ urn }) => urn).sort()).toEqual(urns.sort());
	expect(urns).toHaveLength(2);
});

test('a resume that fails before it sends anything still has the session', async () => {
	const session = sessionIn(await failAtPart3());
	const { failed } = await video('resumeUpload', { uploadSession: JSON.stringify(session) })
		.from('http://127.0.0.1:9/gone.mp4')
		.options({ maxRetries: 0 })
		.onError('continueErrorOutput');
	expect(failed.uploadSession).toMatchObject(session);
});

test('when one item stops the node, the error tells what the others have made', async () => {
	const result = await upload(
		item({ data: talk() }, { field: 'data' }),
		item({ data: talk() }, { field: 'nothing' }),
	)
		.with({ options: NO_RETRY, binaryPropertyName: '={{ $json.field }}' })
		.fails('[item 2]');
	const [made] = linkedIn.videos();
	expect(result.told).toContain(`Items that were already finished: 1 (${made?.urn ?? '?'}).`);
	expect(contextOf(result)).toMatchObject({ finishedItems: [{ itemIndex: 0, urn: made?.urn }] });
});
