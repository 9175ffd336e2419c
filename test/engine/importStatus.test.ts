import type { INodeParameters } from 'n8n-workflow';

import { imports, mediaIdOf, video, videosOf } from './importSupport';
import { scene } from './scene';

const { entry, files, linkedIn, requests, resource } = scene();
const { importList } = imports(resource);

/** Of an item, or of what is written into the parameter. */
const status = (json: object, importResult: INodeParameters[string] = '={{ $json }}') =>
	resource('import')('getStatus', { importResult }).of({ json: { ...json } });

test('a result is followed until every entry is done; what failed before stays as it was', async () => {
	linkedIn.configure({ processing: { kind: 'manual' } });
	const list = ['a', 'b', 'c'].map((id, n) => ({
		url: n === 2 ? `${files.url}/gone` : files.add(`/${id}.mp4`, video(n)),
		id,
		metadata: { n },
	}));
	const imported = await importList(list);
	const { id, startedAt } = imported.json;
	const [a, b, c] = videosOf(imported);

	const started = await status(imported.json);
	expect(started.json).toStrictEqual({
		id,
		finished: false,
		state: 'started',
		startedAt,
		videos: [
			{ ...a, state: 'started', status: 'PROCESSING' },
			{ ...b, state: 'started', status: 'PROCESSING' },
			c,
		],
	});
	expect(requests('videos.batchGet')).toHaveLength(1);

	linkedIn.finishProcessing(mediaIdOf(a), 'AVAILABLE');
	linkedIn.finishProcessing(mediaIdOf(b), { failure: 'the codec' });
	const done = await status(started.json);
	const reason = 'LinkedIn could not process it: the codec';
	expect(done.json).toStrictEqual({
		id,
		finished: true,
		state: 'success',
		startedAt,
		videos: [
			{ ...a, state: 'success', status: 'AVAILABLE' },
			{ ...b, state: 'failed', reason, status: 'PROCESSING_FAILED' },
			c,
		],
	});
});

test('an entry that was skipped stays so while it is there', async () => {
	const skipped = {
		state: 'skipped',
		reason: 'already exists',
		systemName: 's',
		externalId: '1',
		video: { mediaId: entry('video') },
	};
	const { json } = await status(skipped);
	expect(json.videos).toEqual([{ ...skipped, status: 'AVAILABLE' }]);
});

test('what was said of an entry before holds no more', async () => {
	const media = { video: { mediaId: entry('video') } };
	const unknown = { state: 'unknown', reason: 'r', status: 'UNKNOWN', ...media };
	const { json } = await status({ videos: [unknown] });
	expect(json.videos).toStrictEqual([{ state: 'success', status: 'AVAILABLE', ...media }]);
});

test('what failed is not asked again', async () => {
	const media = { video: { mediaId: entry('video') } };
	const failed = { state: 'failed', reason: 'r', status: 'UNKNOWN', ...media };
	const { json } = await status({ videos: [failed] });
	expect(json.videos).toStrictEqual([failed]);
	expect(linkedIn.journal).toEqual([]);
});

test.each<[string, (urns: string[]) => string]>([
	['a list', (urns) => `={{ ${JSON.stringify(urns)} }}`],
	['JSON', (urns) => JSON.stringify(urns)],
	['text with commas and lines', ([one, two]) => `${one ?? ''},\n ${two ?? ''}`],
])('URNs of videos and images as %s', async (_, write) => {
	const [one, two] = [entry('video'), entry('image', { status: 'PROCESSING' })];
	const { json } = await status({}, write([one, two]));
	expect(json).toEqual({
		finished: false,
		state: 'started',
		videos: [
			{ video: { mediaId: one }, state: 'success', status: 'AVAILABLE' },
			{ video: { mediaId: two }, state: 'started', status: 'PROCESSING' },
		],
	});
});

test('what LinkedIn can’t find, and what it does not let be read', async () => {
	const urns = [entry('video'), 'urn:li:video:C5500AQgone'];
	const result = await status({}, JSON.stringify(urns));
	expect(videosOf(result)[1]).toMatchObject({
		state: 'failed',
		reason: expect.stringContaining('LinkedIn can’t find it') as unknown,
	});
	expect(result.json).toMatchObject({ finished: true, state: 'success' });
});

test.each([
	[{ id: '243kdc', state: 'started', startedAt: '2020-01-01 13:45:12' }, false],
	[{ id: 'x', state: 'failed' }, true],
])('%j, as a table keeps it, is given back; nothing is asked', async (known, finished) => {
	const { json } = await status(known);
	expect(json).toEqual({ ...known, finished });
	expect(linkedIn.journal).toEqual([]);
});

test.each([
	['{"videos": 3}', 'Import Result is an object without "videos"'],
	['{"a": ', 'Import Result is not valid JSON'],
	['urn:li:person:1', 'entry 1'],
	['[3]', 'entry 1 is neither an entry nor a URN'],
	['7', 'entry 1'],
])('%s is refused', async (importResult, words) => {
	await status({}, importResult).failsAtOnce(words);
});
