import type { INodeParameters } from 'n8n-workflow';

import { imports, mediaIdOf, video, videosOf } from './importSupport';
import { scene } from './scene';

const { entries, entry, files, linkedIn, plan, requests, resource } = scene();
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
	const { id, startedAt, startedAtText } = imported.json;
	const [a, b, c] = videosOf(imported);

	const started = await status(imported.json);
	expect(started.json).toStrictEqual({
		id,
		finished: false,
		state: 'started',
		startedAt,
		startedAtText,
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
		startedAtText,
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
	const { json } = await status({ videos: [skipped] });
	expect(json.videos).toEqual([{ ...skipped, status: 'AVAILABLE' }]);
});

describe('entries', () => {
	const entriesOf = (count: number) =>
		entries('video', { count }).map((mediaId, row) => ({
			urn: mediaId,
			state: 'success',
			externalId: String(row),
			video: { mediaId },
		}));
	const statuses = (items: object[]) =>
		resource('import')('getStatus').of(...items.map((json) => ({ json: { ...json } })));

	test('in give entries out, paired; 60 of them are one call', async () => {
		const known = entriesOf(60);
		const { jsons, pairs } = await statuses(known);
		expect(jsons).toStrictEqual(
			known.map((each) => ({ ...each, finished: true, state: 'success', status: 'AVAILABLE' })),
		);
		expect(pairs).toEqual(known.map((_, index) => ({ item: index })));
		expect(requests('videos.batchGet')).toHaveLength(1);
		expect(requests('videos.get')).toEqual([]);
	});

	test('are followed until they are done, beside imports and what failed before', async () => {
		const [processing, there] = [entry('video', { status: 'PROCESSING' }), entry('image')];
		const failed = { urn: null, state: 'failed', reason: 'r', externalId: 'x' };
		const { jsons } = await statuses([
			{ urn: processing, state: 'success', video: { mediaId: processing } },
			{ id: 'i', videos: [{ state: 'success', video: { mediaId: there } }, failed] },
			failed,
		]);
		expect(jsons).toMatchObject([
			{ urn: processing, finished: false, state: 'started', status: 'PROCESSING' },
			{ id: 'i', finished: true, state: 'success', videos: [{ status: 'AVAILABLE' }, failed] },
			{ ...failed, finished: true },
		]);
		expect([requests('videos.batchGet').length, requests('images.batchGet').length]).toEqual([
			1, 1,
		]);
		linkedIn.finishProcessing(processing, 'AVAILABLE');
		const again = await statuses(jsons.slice(0, 1));
		expect(again.json).toMatchObject({ finished: true, state: 'success', status: 'AVAILABLE' });
	});

	test('one that cannot be read fails alone', async () => {
		const [known] = entriesOf(1);
		const { jsons, errorItems } = await statuses([{ a: 1 }, { ...known }]).onError(
			'continueErrorOutput',
		);
		expect(jsons).toMatchObject([{ externalId: '0', finished: true }]);
		expect(errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	});

	test('with the fields of their items', async () => {
		const [urn] = [entry('video')];
		const { jsons } = await resource('import')('getStatus', { importResult: '={{ $json.urn }}' })
			.of({ json: { urn, row: 7 } })
			.options({ includeInputFields: true });
		expect(jsons).toMatchObject([{ row: 7, finished: true }]);
	});
});

describe('what LinkedIn fails to read', () => {
	const inBatch = (urn: string, status: number | undefined) =>
		plan('videos.batchGet', {
			kind: 'replaceFields',
			fields: {
				[`results.${urn}`]: undefined,
				[`errors.${urn}`]: status && { status, code: 'PLANNED', message: 'Planned' },
				[`statuses.${urn}`]: status,
			},
		});

	test.each([429, 500, 503, undefined])('(%s) is read once more, alone', async (failure) => {
		const urns = [entry('video'), entry('video')];
		inBatch(urns[0] ?? '', failure);
		const { json } = await status({}, JSON.stringify(urns));
		expect(json).toMatchObject({
			finished: true,
			videos: [
				{ state: 'success', status: 'AVAILABLE' },
				{ state: 'success', status: 'AVAILABLE' },
			],
		});
		expect([requests('videos.batchGet').length, requests('videos.get').length]).toEqual([1, 1]);
	});

	test.each([
		[429, 503],
		[503, 429],
		[undefined, 500],
	])('(%s, then %s) is not known, and the import not finished', async (first, second) => {
		const urns = [entry('video'), entry('video')];
		inBatch(urns[0] ?? '', first);
		plan('videos.get', second);
		const { json } = await status({}, JSON.stringify(urns)).options({ maxRetries: 0 });
		expect(json).toMatchObject({
			finished: false,
			state: 'started',
			videos: [
				{
					state: 'unknown',
					status: 'UNKNOWN',
					reason: expect.stringMatching(/^Its status is not known yet/) as unknown,
				},
				{ state: 'success' },
			],
		});
		const { json: later } = await status(json);
		expect(later).toMatchObject({ finished: true, state: 'success' });
	});

	test('of an entry is told in the entry', async () => {
		const urn = entry('video');
		inBatch(urn, 503);
		plan('videos.get', 503);
		const { json } = await status({ state: 'success', urn, video: { mediaId: urn } }).options({
			maxRetries: 0,
		});
		expect(json).toMatchObject({ urn, finished: false, state: 'unknown' });
	});

	test('altogether is an error', async () => {
		plan('videos.batchGet', 503);
		await status({}, JSON.stringify([entry('video')]))
			.options({ maxRetries: 0 })
			.fails('Could not read 1 video');
	});
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
