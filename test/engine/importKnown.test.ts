import type { INodeParameters } from 'n8n-workflow';

import { sampled } from '../long/sampled';
import type { Fault } from '../simulator';
import { imports, inLibrary, mediaIdOf, statesOf, video, videosOf } from './importSupport';
import { scene } from './scene';

const { entry: existing, files, linkedIn, plan, requests, resource } = scene();
const { importList } = imports(resource);

const STATES = ['AVAILABLE', 'PROCESSING', 'WAITING_UPLOAD', 'PROCESSING_FAILED'] as const;
const IF_EXISTS = ['skip', 'update', 'uploadAnew'] as const;

/** LinkedIn's answer for one entry of a batch get in place of its own. */
function inBatch(urn: string, status: number | undefined, code?: string): Fault {
	const error = status === undefined ? undefined : { status, code, message: 'Planned' };
	return {
		kind: 'replaceFields',
		fields: {
			[`results.${urn}`]: undefined,
			[`errors.${urn}`]: error,
			[`statuses.${urn}`]: status,
		},
	};
}

/** What is known of the entry in the end. */
type Verdict = 'as it is' | 'gone' | 'trusted' | 'not known';

/** What the batch get says of the entry, what it says when it is read alone, and what follows. */
const ANSWERS: ReadonlyArray<{
	readonly name: string;
	readonly batch?: (urn: string) => Fault;
	readonly alone?: Fault;
	readonly singleReads: number;
	readonly verdict: Verdict;
}> = [
	{ name: 'the entry', singleReads: 0, verdict: 'as it is' },
	{ name: '404', batch: (urn) => inBatch(urn, 404), singleReads: 0, verdict: 'gone' },
	{
		name: '400 NOT_FOUND',
		batch: (urn) => inBatch(urn, 400, 'NOT_FOUND'),
		singleReads: 0,
		verdict: 'gone',
	},
	{
		name: '400 INVALID_VIDEO_ID',
		batch: (urn) => inBatch(urn, 400, 'INVALID_VIDEO_ID'),
		singleReads: 0,
		verdict: 'gone',
	},
	{ name: '403', batch: (urn) => inBatch(urn, 403), singleReads: 0, verdict: 'trusted' },
	...[500, 503, 429, undefined].flatMap((status) => {
		const batch = (urn: string) => inBatch(urn, status);
		const name = status === undefined ? 'nothing' : String(status);
		return [
			{ name: `${name}, then the entry`, batch, singleReads: 1, verdict: 'as it is' as const },
			{
				name: `${name}, then 404`,
				batch,
				alone: { kind: 'status', status: 404 } as const,
				singleReads: 1,
				verdict: 'gone' as const,
			},
			{
				name: `${name}, then 503`,
				batch,
				alone: { kind: 'status', status: 503 } as const,
				singleReads: 1,
				verdict: 'not known' as const,
			},
			{
				name: `${name}, then 429`,
				batch,
				alone: { kind: 'status', status: 429 } as const,
				singleReads: 1,
				verdict: 'not known' as const,
			},
		];
	}),
	{
		name: 'another entry, then another one again',
		batch: (urn) => ({
			kind: 'replaceFields',
			fields: { [`results.${urn}.id`]: 'urn:li:video:C5500AQother' },
		}),
		alone: { kind: 'replaceFields', fields: { id: 'urn:li:video:C5500AQother' } },
		singleReads: 1,
		verdict: 'not known',
	},
];

const CELLS = sampled(
	STATES.flatMap((state) =>
		ANSWERS.flatMap((answer) => IF_EXISTS.map((ifExists) => ({ state, ifExists, ...answer }))),
	),
	({ name }) => name,
	({ state, ifExists, verdict }) => [state, ifExists, ifExists === 'uploadAnew' || verdict],
);

/** Reads of an update: it is looked at afterwards. */
const READS_OF_UPDATE = 1;

test.each(CELLS)(
	'a known entry that is $state; LinkedIn answers with $name; $ifExists',
	async ({ state, ifExists, batch, alone, singleReads, verdict }) => {
		const failure = state === 'PROCESSING_FAILED' ? { failure: 'no' } : {};
		const known = existing('video', { names: ['Old name'], status: state, ...failure });
		const looks = ifExists !== 'uploadAnew';
		if (looks && batch) plan('videos.batchGet', batch(known));
		if (looks && alone) plan('videos.get', alone);
		const list = [
			{ url: files.add('/a.mp4', video(1)), id: 'a', fileName: 'New name', knownUrn: known },
		];

		const result = await importList(list, { ...inLibrary, ifExists });

		const isLost = state === 'WAITING_UPLOAD' || state === 'PROCESSING_FAILED';
		const isThere = verdict === 'trusted' || (verdict === 'as it is' && !isLost);
		const expected = !looks
			? 'success'
			: verdict === 'not known'
				? 'failed'
				: !isThere || ifExists === 'update'
					? 'success'
					: 'skipped';
		const isRenamed = looks && isThere && ifExists === 'update';
		const isUploaded = expected === 'success' && !isRenamed;
		expect(statesOf(result)).toEqual([expected]);
		expect({
			find: requests('videos.find').length,
			batchGet: requests('videos.batchGet').length,
			get: requests('videos.get').length,
			partialUpdate: requests('videos.partialUpdate').length,
			initializeUpload: requests('videos.initializeUpload').length,
			finalizeUpload: requests('videos.finalizeUpload').length,
		}).toEqual({
			find: looks ? 1 : 0,
			batchGet: looks ? 1 : 0,
			get: (looks ? singleReads : 0) + (isRenamed ? READS_OF_UPDATE : 0),
			partialUpdate: isRenamed ? 1 : 0,
			initializeUpload: isUploaded ? 1 : 0,
			finalizeUpload: isUploaded ? 1 : 0,
		});
		expect(files.requests.length > 0).toBe(isUploaded);
		const [entry] = videosOf(result);
		if (isThere && looks) expect(mediaIdOf(entry)).toBe(known);
		if (expected === 'failed') {
			expect(entry?.reason).toBe(`Could not check whether ${known} is still on LinkedIn`);
			expect(entry?.description).toContain('Nothing was uploaded');
		}
	},
);

describe('where one of several is not known', () => {
	const entriesOf = (urns: readonly string[]) =>
		urns.map((knownUrn, index) => ({
			url: files.add(`/${index}.mp4`, video(index)),
			id: String(index),
			knownUrn,
		}));
	const withoutLibrary: INodeParameters = {};

	test('the others go on', async () => {
		const [one, two] = [existing('video'), existing('video')];
		plan('videos.batchGet', inBatch(one, 503));
		plan('videos.get', 503);
		const list = [...entriesOf([one, two]), { url: files.add('/new.mp4', video(9)), id: 'new' }];
		const result = await importList(list, withoutLibrary);
		expect(statesOf(result)).toEqual(['failed', 'skipped', 'success']);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
	});

	test('one by one too, where LinkedIn refuses batch gets', async () => {
		linkedIn.configure({ readings: { batchGet: 'refused' } });
		const [one, two] = [existing('video'), existing('video')];
		plan('videos.get', 503, { call: [1, 3] });
		const result = await importList(entriesOf([one, two]), withoutLibrary);
		expect(statesOf(result).sort()).toEqual(['failed', 'skipped']);
		expect(requests('videos.initializeUpload')).toEqual([]);
	});

	test('many of them cost a handful of calls where LinkedIn fails altogether', async () => {
		const urns = Array.from({ length: 12 }, () => existing('video'));
		const gone = Object.assign({}, ...urns.map((urn) => fieldsOf(inBatch(urn, 500)))) as object;
		plan('videos.batchGet', { kind: 'replaceFields', fields: { ...gone } });
		plan('videos.get', 500, { call: [1, 2, 3, 4, 5] });
		const result = await importList(entriesOf(urns), withoutLibrary);
		expect(new Set(statesOf(result))).toEqual(new Set(['failed']));
		expect(requests('videos.get')).toHaveLength(5);
		expect(requests('videos.initializeUpload')).toEqual([]);
	});
});

function fieldsOf(fault: Fault): object {
	return fault.kind === 'replaceFields' ? fault.fields : {};
}
