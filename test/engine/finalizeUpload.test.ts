import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import type { RunNodeResult } from './harness';
import {
	calls,
	errorIn,
	expectClean,
	item,
	openLab,
	requests,
	sessionOf,
	sha256,
	talk,
	told,
	type Lab,
} from './lab';

const VIDEO = fixture('talk.mp4');
const PART = 700_000;

const finalize: INodeParameters = { resource: 'video', operation: 'finalizeUpload' };

interface Begun {
	readonly urn: string;
	readonly uploadSession: IDataObject;
	/** Of the parts, in their order. */
	readonly ids: string[];
}

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(async () => {
	await lab.simulator.reset();
	lab.simulator.configure({ partBytes: PART });
});
afterAll(() => lab.close());

/** An upload whose three parts have arrived: by an upload that fails at its last step. */
async function begun(): Promise<Begun> {
	lab.simulator.plan({
		on: 'videos.finalizeUpload',
		fault: { kind: 'status', status: 400 },
	});
	const failed = await lab.run({ items: [item({ data: talk() })] });
	const session = sessionOf(failed);
	const parts = Array.isArray(session.parts) ? session.parts : [];
	const known = parts.map((part: unknown) => part as { etag: string });
	expect(known).toHaveLength(3);
	return {
		urn: String(session.urn),
		uploadSession: {
			...session,
			parts: known.map((part) => ({ ...part, etag: undefined })),
		},
		ids: known.map(({ etag }) => etag),
	};
}

function end(
	{ uploadSession }: Pick<Begun, 'uploadSession'>,
	uploadedParts: unknown,
	more: INodeParameters = {},
	onError: OnError = 'stopWorkflow',
): Promise<RunNodeResult> {
	// By expressions: what stands in a parameter itself, n8n shows in its log.
	return lab.run({
		parameters: { ...finalize, ...more },
		items: [{ json: { uploadSession, uploadedParts: uploadedParts as IDataObject[] } }],
		onError,
	});
}

const answer = (id: string | undefined, more: object = {}): object => ({
	headers: { etag: `"${id ?? ''}"` },
	httpStatusCode: 200,
	...more,
});

describe('video: finalizeUpload', () => {
	test('by ids', async () => {
		const upload = await begun();
		const result = await end(upload, upload.ids);
		expectClean(lab, result);
		expect(result.items[0]?.json).toEqual({ urn: upload.urn, status: 'AVAILABLE' });
		expect(lab.simulator.video(upload.urn)).toMatchObject({
			sha256: sha256(VIDEO),
			partIds: upload.ids,
		});
	});

	test('by expressions, from an item that has both', async () => {
		const { uploadSession, ids, urn } = await begun();
		const result = await lab.run({
			parameters: finalize,
			items: [{ json: { uploadSession, uploadedParts: ids } }],
		});
		expectClean(lab, result);
		expect(result.items[0]?.json).toEqual({ urn, status: 'AVAILABLE' });
	});

	test('by the session alone where it knows all ids', async () => {
		const { uploadSession, ids, urn } = await begun();
		const parts = (uploadSession.parts as IDataObject[]).map((part, index) => ({
			...part,
			etag: ids[index],
		}));
		const result = await lab.run({
			parameters: finalize,
			items: [{ json: { uploadSession: { ...uploadSession, parts } } }],
		});
		expectClean(lab, result);
		expect(lab.simulator.video(urn).sha256).toBe(sha256(VIDEO));
	});

	test('waits until it is available', async () => {
		lab.simulator.nextVideo({ kind: 'afterReads', reads: 1 });
		const upload = await begun();
		const result = await end(upload, upload.ids, { options: { waitUntilAvailable: true } });
		expect(result.items[0]?.json).toEqual({ urn: upload.urn, status: 'AVAILABLE' });
	});

	test('an answer that was lost: the video’s state tells it was carried out', async () => {
		const upload = await begun();
		lab.simulator.plan({
			on: 'videos.finalizeUpload',
			fault: { kind: 'resetAfterCarriedOut' },
		});
		const result = await end(upload, upload.ids);
		expectClean(lab, result);
		expect(result.items[0]?.json).toEqual({ urn: upload.urn, status: 'AVAILABLE' });
		expect(result.hints[0]?.message).toContain('it was carried out');
	});

	test('LinkedIn’s refusal of ids that are not its own comes with the session', async () => {
		const upload = await begun();
		const result = await end(upload, ['/x', '/y', '/z'], {}, 'continueErrorOutput');
		expectClean(lab, result);
		expect(errorIn(result.errorItems[0])).toMatchObject({
			status: 400,
			uploadSession: { urn: upload.urn },
		});
	});
});

describe('what cannot be the whole upload is told before any call', () => {
	const cases: Array<[string, (ids: readonly (string | undefined)[]) => unknown, RegExp]> = [
		['too few parts', ([a, b]) => [a, b], /has 2 entries, but the upload has 3 parts/],
		['too many parts', ([a, b, c]) => [a, b, c, 'd'], /has 4 entries, but the upload has 3/],
		['a part twice', ([a, b]) => [a, b, a], /entries 1 and 3 have the same id/],
		[
			'a part number twice',
			([a, b, c]) => [
				answer(a, { partNumber: 1 }),
				answer(b, { partNumber: 2 }),
				answer(c, { partNumber: 2 }),
			],
			/part 2 is there twice/,
		],
		[
			'a gap in the part numbers',
			([a, b, c]) => [
				answer(a, { partNumber: 1 }),
				answer(b, { partNumber: 2 }),
				answer(c, { partNumber: 4 }),
			],
			/part 3 is missing/,
		],
		[
			'a part that was refused',
			([a, b, c]) => [answer(a), answer(b, { httpStatusCode: 403 }), answer(c)],
			/entry 2 was answered with status 403/,
		],
		[
			'a part without ETag',
			([a, b]) => [answer(a), answer(b), { httpStatusCode: 200, headers: {} }],
			/entry 3 has no ETag/,
		],
		['nothing', () => [], /Uploaded Parts is empty/],
		['no list', () => 'all of them', /Uploaded Parts is not a list/],
	];

	test.each(cases)('%s', async (_, spoil, says) => {
		const upload = await begun();
		const before = calls(lab.simulator).length;
		const result = await end(upload, spoil(upload.ids));
		expectClean(lab, result);
		expect(told(result)).toMatch(says);
		expect(calls(lab.simulator)).toHaveLength(before);
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
	});

	test.each<[string, unknown, RegExp]>([
		['no session', '', /Upload Session is not an upload session/],
		['the session of an image', { urn: 'urn:li:image:C1' }, /belongs to an image/],
		[
			'a session without parts',
			{ urn: 'urn:li:video:C1', owner: 'urn:li:person:a', fileSizeBytes: 1 },
			/parts is missing/,
		],
	])('%s', async (_, uploadSession, says) => {
		const result = await lab.run({
			parameters: {
				...finalize,
				uploadSession: uploadSession === '' ? '' : JSON.stringify(uploadSession),
				uploadedParts: '["a"]',
			},
			items: [{}],
		});
		expect(told(result)).toMatch(says);
		expect(lab.simulator.journal).toEqual([]);
	});
});
