import type { INodeParameters } from 'n8n-workflow';

import { startFileServer, type FileServer } from '../fileServer';
import { importList, mediaIdOf, video, videosOf } from './importSupport';
import { expectClean, openLab, requests, told, type Lab } from './lab';
import type { RunNodeResult } from './harness';

let lab: Lab;
let files: FileServer;

beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
});
beforeEach(() => lab.simulator.reset());
afterAll(async () => {
	await files.close();
	await lab.close();
});

function status(
	json: object,
	importResult: INodeParameters[string] = '={{ $json }}',
): Promise<RunNodeResult> {
	return lab.run({
		parameters: { resource: 'import', operation: 'getStatus', importResult },
		items: [{ json: { ...json } }],
	});
}

test('a result is followed until every entry is done; what failed before stays as it was', async () => {
	lab.simulator.configure({ processing: { kind: 'manual' } });
	const list = ['a', 'b', 'c'].map((id, n) => ({
		url: n === 2 ? `${files.url}/gone` : files.add(`/${id}.mp4`, video(n)),
		id,
		metadata: { n },
	}));
	const imported = await importList(lab, list);
	const result = imported.items[0]?.json ?? {};
	const [a, b, c] = videosOf(imported);

	const started = await status(result);
	expectClean(lab, started);
	expect(started.items[0]?.json).toStrictEqual({
		id: result.id,
		finished: false,
		state: 'started',
		startedAt: result.startedAt,
		videos: [
			{ ...a, state: 'started', status: 'PROCESSING' },
			{ ...b, state: 'started', status: 'PROCESSING' },
			c,
		],
	});
	expect(requests(lab.simulator, 'videos.batchGet')).toHaveLength(1);

	lab.simulator.finishProcessing(mediaIdOf(a), 'AVAILABLE');
	lab.simulator.finishProcessing(mediaIdOf(b), { failure: 'the codec' });
	const done = await status(started.items[0]?.json ?? {});
	expect(done.items[0]?.json).toStrictEqual({
		id: result.id,
		finished: true,
		state: 'success',
		startedAt: result.startedAt,
		videos: [
			{ ...a, state: 'success', status: 'AVAILABLE' },
			{
				...b,
				state: 'failed',
				reason: 'LinkedIn could not process it: the codec',
				status: 'PROCESSING_FAILED',
			},
			c,
		],
	});
});

test('an entry that was skipped stays so while it is there', async () => {
	const [urn] = lab.simulator.addLibraryEntries({ kind: 'video' });
	const entry = {
		state: 'skipped',
		reason: 'already exists',
		systemName: 's',
		externalId: '1',
		video: { mediaId: urn },
	};
	const result = await status(entry);
	expect(result.items[0]?.json.videos).toEqual([{ ...entry, status: 'AVAILABLE' }]);
});

test('what was said of an entry before holds no more; what failed is not asked again', async () => {
	const [urn] = lab.simulator.addLibraryEntries({ kind: 'video' });
	const entry = { state: 'unknown', reason: 'r', status: 'UNKNOWN', video: { mediaId: urn } };
	const known = await status({ videos: [entry] });
	expect(known.items[0]?.json.videos).toStrictEqual([
		{ state: 'success', status: 'AVAILABLE', video: { mediaId: urn } },
	]);
	await lab.simulator.reset();
	const failed = { ...entry, state: 'failed' };
	expect((await status({ videos: [failed] })).items[0]?.json.videos).toStrictEqual([failed]);
	expect(lab.simulator.journal).toEqual([]);
});

test.each<[string, (urns: string[]) => string]>([
	['a list', (urns) => `={{ ${JSON.stringify(urns)} }}`],
	['JSON', (urns) => JSON.stringify(urns)],
	['text with commas and lines', ([one, two]) => `${one ?? ''},\n ${two ?? ''}`],
])('URNs of videos and images as %s', async (_, write) => {
	const [one = ''] = lab.simulator.addLibraryEntries({ kind: 'video' });
	const [two = ''] = lab.simulator.addLibraryEntries({ kind: 'image', status: 'PROCESSING' });
	const result = await status({}, write([one, two]));
	expectClean(lab, result);
	expect(result.items[0]?.json).toEqual({
		finished: false,
		state: 'started',
		videos: [
			{ video: { mediaId: one }, state: 'success', status: 'AVAILABLE' },
			{ video: { mediaId: two }, state: 'started', status: 'PROCESSING' },
		],
	});
});

test('what LinkedIn does not find, and what it does not let be read', async () => {
	const [one = ''] = lab.simulator.addLibraryEntries({ kind: 'video' });
	const gone = await status({}, JSON.stringify([one, 'urn:li:video:C5500AQgone']));
	expect(videosOf(gone)[1]).toMatchObject({
		state: 'failed',
		reason: expect.stringContaining('LinkedIn does not find it') as unknown,
	});
	expect(gone.items[0]?.json).toMatchObject({ finished: true, state: 'success' });
});

test('an import that has not ended, as a table keeps it, is given back; nothing is asked', async () => {
	const known = { id: '243kdc', state: 'started', startedAt: '2020-01-01 13:45:12' };
	const result = await status(known);
	expect(result.items[0]?.json).toEqual({ ...known, finished: false });
	const failed = await status({ id: 'x', state: 'failed' });
	expect(failed.items[0]?.json).toEqual({ id: 'x', state: 'failed', finished: true });
	expect(lab.simulator.journal).toEqual([]);
});

test.each<[string, string]>([
	['{"videos": 3}', 'Import Result is an object without "videos"'],
	['{"a": ', 'Import Result is not valid JSON'],
	['urn:li:person:1', 'entry 1'],
	['[3]', 'entry 1 is neither an entry nor a URN'],
	['7', 'entry 1'],
])('%s is refused', async (importResult, words) => {
	const result = await status({}, importResult);
	expect(told(result)).toContain(words);
	expect(lab.simulator.journal).toEqual([]);
});
