import { startFileServer, type FileServer } from '../fileServer';
import { fixture } from '../fixtures/make';
import {
	importItems,
	importList,
	importParameters,
	inLibrary,
	mediaIdOf,
	startReceiver,
	statesOf,
	video,
	videosOf,
	type Entry,
} from './importSupport';
import {
	ACCOUNT,
	byUrn,
	errorIn,
	expectClean,
	openLab,
	requests,
	sha256,
	told,
	type Lab,
} from './lab';

let lab: Lab;
let files: FileServer;

beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
});
beforeEach(async () => {
	await lab.simulator.reset();
	files.requests.length = 0;
});
afterAll(async () => {
	await files.close();
	await lab.close();
});

const uploads = () => requests(lab.simulator, 'videos.initializeUpload').length;

function entry(id: string, more: Entry = {}): Entry {
	return { url: files.add('/one.mp4', video(1)), id, fileName: 'one.mp4', ...more };
}

describe('what is wrong with the request as a whole is refused before the first call', () => {
	const good = () => [entry('1')];
	test.each<[string, () => Entry[] | undefined, object, string]>([
		['no list', () => undefined, {}, 'Entries is empty'],
		['a list that is none', good, { entries: '{"url": "x"}' }, 'Entries is not a list'],
		[
			'JSON that misses a comma',
			good,
			{ entries: '[{"a": 1 "b": 2}]' },
			'Entries is not valid JSON',
		],
		['no system name', good, { systemName: ' ' }, 'System Name is empty'],
		['no url', () => [entry('1'), { id: '2' }], {}, 'Entries: entry 2 has no url'],
		['no id', () => [{ ...entry(''), id: '' }], {}, 'Entries: entry 1 has no id'],
		[
			'metadata that are none',
			() => [entry('1', { metadata: 3 as never })],
			{},
			'metadata is not an object',
		],
		[
			'a context over its limit',
			good,
			{ context: { text: 'ü'.repeat(4091) } },
			'Context has 8193 bytes; at most 8192',
		],
		['a context that is a list', good, { context: '[1]' }, 'Context is not an object'],
		[
			'a webhook that is none',
			good,
			{ webhookUrl: 'ftp://example.com' },
			'Webhook URL is not an address of the web',
		],
		[
			'a webhook with a password',
			good,
			{ webhookUrl: 'https://me:pass@example.com' },
			'Webhook URL has a user name or password',
		],
		[
			'update without a library',
			good,
			{ ifExists: 'update' },
			'If Exists is "Update", but there is no library entry',
		],
		['an owner that may own no video', good, { owner: byUrn('urn:li:video:1') }, 'Owner'],
		['a word that is no choice', good, { ifExists: 'maybe' }, 'If Exists is "maybe"'],
	])('%s', async (_, list, parameters, words) => {
		const given = list();
		const result = await importList(lab, given ?? [], {
			...(given ? {} : { entries: '={{ $json.none }}' }),
			...parameters,
		});
		expect(told(result)).toContain(words);
		expect(told(result)).not.toContain('pass@');
		expect(lab.simulator.journal).toEqual([]);
		expect(files.requests).toEqual([]);
	});

	test('a context of exactly 8192 bytes passes', async () => {
		const result = await importList(lab, [], { context: { text: 'ü'.repeat(4090) + 'x' } });
		expect(result.error).toBeUndefined();
		expect(videosOf(result)).toEqual([]);
	});

	test('something that is said once and is not the same for all items', async () => {
		const items = ['a', 'b'].map((system) => ({ json: { ...entry(system), system } }));
		const result = await importItems(lab, items, { systemName: '={{ $json.system }}' });
		expect(told(result)).toContain('System Name is not the same for item 0 and item 1');
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('what is wrong with one entry is its result', () => {
	test.each<[string, () => Entry, string]>([
		[
			'an address that is none',
			() => entry('1', { url: 'ftp://example.com/a.mp4' }),
			'The url is not an address of the web',
		],
		[
			'another type, by its server',
			() =>
				entry('1', {
					url: files.add('/a.json', { content: video(1), contentType: 'application/json' }),
				}),
			'"one.mp4" is not a video: its server says that it is application/json',
		],
		[
			'another type, by its content',
			() =>
				entry('1', {
					url: files.add('/b', {
						content: fixture('picture.png'),
						contentType: 'application/octet-stream',
					}),
				}),
			'"one.mp4" is not a video: by its content it looks like a PNG image',
		],
		[
			'a video by its server, and a web page in truth',
			() =>
				entry('1', {
					url: files.add('/c', {
						content: Buffer.from('<!doctype html><title>Log in</title>'.repeat(4000)),
					}),
				}),
			'is not an MP4: by its content it looks like a web page (HTML)',
		],
		[
			'too large',
			() =>
				entry('1', {
					url: files.add('/huge.mp4', {
						content: { size: 5_368_709_121, read: (_, length) => Buffer.alloc(length) },
					}),
				}),
			'has 5,368,709,121 bytes; LinkedIn takes at most 5,368,709,120 bytes (5 GB)',
		],
		[
			'a known URN that is none',
			() => entry('1', { knownUrn: 'urn:li:image:1' }),
			'is a URN of the kind "image"',
		],
	])('%s', async (_, wrong, words) => {
		const result = await importList(lab, [wrong(), entry('2')]);
		expectClean(lab, result);
		expect(statesOf(result)).toEqual(['failed', 'success']);
		expect(videosOf(result)[0]?.reason).toContain(words);
		expect(videosOf(result)[0]).not.toHaveProperty('video');
		expect(uploads()).toBe(1);
	});

	test('a refusal of LinkedIn, with its words; the others go on', async () => {
		lab.simulator.plan({
			on: 'videos.initializeUpload',
			call: 1,
			fault: { kind: 'status', status: 429 },
		});
		const result = await importList(lab, [entry('1'), entry('2')]);
		expectClean(lab, result);
		expect(statesOf(result)).toEqual(['failed', 'success']);
		expect(videosOf(result)[0]).toMatchObject({
			reason: 'Could not start the upload of "one.mp4": LinkedIn’s rate limit is reached',
			description: expect.stringContaining('status 429') as unknown,
		});
	});

	test('a video that LinkedIn cannot process, where the import waits for it', async () => {
		lab.simulator.configure({ processing: { kind: 'immediate', failure: 'bad codec' } });
		const options = { maxRetries: 0, waitUntilAvailable: true, waitTimeout: 5 };
		const result = await importList(lab, [entry('1')], { options });
		expect(statesOf(result)).toEqual(['failed']);
		expect(videosOf(result)[0]?.reason).toContain('bad codec');
	});
});

describe('memory', () => {
	test('a type that says nothing is known by the content', async () => {
		const url = files.add('/d', { content: video(4), contentType: 'binary/octet-stream' });
		const result = await importList(lab, [entry('1', { url })]);
		expect(videosOf(result)[0]).toMatchObject({
			state: 'success',
			video: { mimeType: 'video/mp4', originalUrl: url },
		});
	});

	test.each<[string, boolean]>([
		['AVAILABLE', true],
		['PROCESSING', true],
		['WAITING_UPLOAD', false],
		['PROCESSING_FAILED', false],
	])('an entry that is %s counts as existing: %s', async (status, counts) => {
		lab.simulator.addLibraryEntries({
			kind: 'video',
			names: ['One [import archive/1]'],
			status: status as 'AVAILABLE',
			...(status === 'PROCESSING_FAILED' ? { failure: 'no' } : {}),
		});
		const result = await importList(lab, [entry('1')], inLibrary);
		expectClean(lab, result);
		expect(statesOf(result)).toEqual([counts ? 'skipped' : 'success']);
		expect(uploads()).toBe(counts ? 0 : 1);
	});

	test('an upload that never ended does not hide the one that did', async () => {
		const [whole] = lab.simulator.addLibraryEntries({
			kind: 'video',
			names: ['[import archive/1]'],
		});
		lab.simulator.addLibraryEntries({
			kind: 'video',
			names: ['[import archive/1]'],
			status: 'WAITING_UPLOAD',
		});
		const result = await importList(lab, [entry('1')], inLibrary);
		expect(mediaIdOf(videosOf(result)[0])).toBe(whole);
		expect(uploads()).toBe(0);
	});

	test('two systems with the same ids, and ids of any characters, are kept apart', async () => {
		const ids = [
			'1',
			'a/b',
			'a%2Fb',
			'Ünï cødé',
			'U\u0308nï cødé',
			'🎬',
			'東京 [2]',
			'x'.repeat(300),
			`${'x'.repeat(299)}y`,
			'a  b',
			'a b',
			'~',
		];
		const list = ids.map((id) => entry(id, { fileName: 'T'.repeat(400) }));
		const first = await importList(lab, list, inLibrary);
		expectClean(lab, first);
		expect(statesOf(first)).toEqual(ids.map(() => 'success'));
		const other = await importList(lab, list, { ...inLibrary, systemName: 'ärchive/1' });
		expect(statesOf(other)).toEqual(ids.map(() => 'success'));
		const again = await importList(lab, list, inLibrary);
		expect(statesOf(again)).toEqual(ids.map(() => 'skipped'));
		expect(videosOf(again).map(mediaIdOf)).toEqual(videosOf(first).map(mediaIdOf));
		for (const { libraryMetadata } of lab.simulator.videos()) {
			expect(Buffer.byteLength(libraryMetadata?.assetName ?? '')).toBeLessThanOrEqual(200);
		}
	});

	test('1,500 entries in the library are asked for by two requests', async () => {
		const names = Array.from({ length: 1500 }, (_, n) => `Clip [import archive/${n}]`);
		lab.simulator.addLibraryEntries({ kind: 'video', names });
		const list = Array.from({ length: 50 }, (_, n) => entry(String(n)));
		const result = await importList(lab, list, inLibrary);
		expect(new Set(statesOf(result))).toEqual(new Set(['skipped']));
		expect(requests(lab.simulator, 'videos.find')).toHaveLength(2);
		// The newest come first: where all are found, the rest is not asked for.
		await importList(lab, [entry('1499'), entry('600')], inLibrary);
		expect(requests(lab.simulator, 'videos.find')).toHaveLength(3);
	});

	test('known URNs do the same without an ad account, by one request', async () => {
		const add = (status: 'AVAILABLE' | 'PROCESSING' | 'WAITING_UPLOAD' | 'PROCESSING_FAILED') =>
			lab.simulator.addLibraryEntries({ kind: 'video', account: '', status })[0] ?? '';
		const known = [
			add('AVAILABLE'),
			add('PROCESSING'),
			add('WAITING_UPLOAD'),
			add('PROCESSING_FAILED'),
			'urn:li:video:C5500AQgone',
		];
		const list = known.map((knownUrn, n) => entry(String(n), { knownUrn }));
		const result = await importList(lab, [...list, entry('new')]);
		expectClean(lab, result);
		expect(statesOf(result)).toEqual([
			'skipped',
			'skipped',
			'success',
			'success',
			'success',
			'success',
		]);
		expect(mediaIdOf(videosOf(result)[0])).toBe(known[0]);
		expect(requests(lab.simulator, 'videos.batchGet')).toHaveLength(1);
		expect(requests(lab.simulator, 'videos.find')).toEqual([]);
	});

	test('where LinkedIn does not let known images be read, they are believed', async () => {
		const [knownUrn = ''] = lab.simulator.addLibraryEntries({ kind: 'image', account: '' });
		const parameters = { mediaType: 'image', owner: byUrn('urn:li:person:m3mbEr_1') };
		const credential = lab.credential({ scopes: ['w_member_social'] });
		const result = await importList(lab, [entry('1', { knownUrn })], parameters, { credential });
		expect(statesOf(result)).toEqual(['skipped']);
		expect(result.hints.map(({ message }) => message).join()).toContain('could not be checked');
		expect(requests(lab.simulator, 'images.initializeUpload')).toEqual([]);
	});

	test('a library that cannot be read fails the import as a whole, and nothing is uploaded', async () => {
		lab.simulator.plan({ on: 'videos.find', fault: { kind: 'status', status: 503 } });
		const result = await importList(lab, [entry('1')], inLibrary);
		expect(told(result)).toContain(`Could not find the videos of ${ACCOUNT}`);
		expect(uploads()).toBe(0);
	});

	test('n8n’s Retry On Fail repeats nothing, also where no library remembers', async () => {
		lab.simulator.plan({ on: 'videos.find', fault: { kind: 'status', status: 503 } });
		const receiver = await startReceiver(() => 200);
		const account = { associatedAccount: byUrn('={{ $json.account }}') };
		const result = await lab.run({
			parameters: { ...importParameters, libraryEntry: account, webhookUrl: receiver.url },
			items: [
				{ json: { videos: [entry('1'), entry('2')], account: '' } },
				{ json: { videos: [entry('3')], account: ACCOUNT } },
			],
			retryOnFail: true,
			maxTries: 2,
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(uploads()).toBe(3);
		await receiver.close();
		const states = receiver.calls.map(({ body }) => String(body).match(/"state":"(\w+)"/)?.[1]);
		expect(states).toEqual(['success', 'failed', 'success']);
	});
});

test('two runs at once: at most one copy by each, and none by a later one', async () => {
	const ids = ['1', '2', '3', '4'];
	const list = ids.map((id, n) => entry(id, { url: files.add(`/${id}.mp4`, video(n)) }));
	const both = await Promise.all([0, 1].map(() => importList(lab, list, inLibrary)));
	for (const result of both) expect(new Set(statesOf(result)).has('failed')).toBe(false);
	for (const id of ids) {
		const copies = lab.simulator
			.videos()
			.filter(({ libraryMetadata }) => libraryMetadata?.assetName.endsWith(`/${id}]`));
		expect(copies.length).toBeLessThanOrEqual(2);
		expect(new Set(copies.map((view) => view.sha256)).size).toBe(1);
	}
	const count = lab.simulator.videos().length;
	const later = await importList(lab, list, inLibrary);
	expect(statesOf(later)).toEqual(ids.map(() => 'skipped'));
	expect(lab.simulator.videos()).toHaveLength(count);
});

describe('ifExists', () => {
	const library = ['Old name [import archive/1]', 'Same [import archive/2]'];
	const list = () => [
		entry('1', { metadata: { assetName: 'New name', title: 'x' } }),
		entry('2', { metadata: { title: 'Same' } }),
		entry('3', { metadata: { altText: 'A' } }),
	];

	test('skip leaves what is there', async () => {
		const urns = lab.simulator.addLibraryEntries({ kind: 'video', names: library });
		const result = await importList(lab, list(), inLibrary);
		expectClean(lab, result);
		expect(statesOf(result)).toEqual(['skipped', 'skipped', 'success']);
		expect(videosOf(result).slice(0, 2).map(mediaIdOf)).toEqual(urns);
		expect(requests(lab.simulator, 'videos.partialUpdate')).toEqual([]);
		expect(uploads()).toBe(1);
	});

	test('update gives the entry its new name, and asks for nothing where it has it', async () => {
		const urns = lab.simulator.addLibraryEntries({ kind: 'video', names: library });
		const result = await importList(lab, list(), { ...inLibrary, ifExists: 'update' });
		expectClean(lab, result);
		expect(videosOf(result).map(({ state, reason }) => [state, reason])).toEqual([
			['success', 'updated'],
			['skipped', 'already exists'],
			['success', undefined],
		]);
		expect(videosOf(result).slice(0, 2).map(mediaIdOf)).toEqual(urns);
		expect(lab.simulator.video(urns[0] ?? '').libraryMetadata?.assetName).toBe(
			'New name [import archive/1]',
		);
		expect(requests(lab.simulator, 'videos.partialUpdate')).toHaveLength(1);
		expect(uploads()).toBe(1);
		const skipped = await importList(lab, list(), inLibrary);
		expect(videosOf(skipped).map(mediaIdOf)).toEqual(videosOf(result).map(mediaIdOf));
	});

	test('uploadAnew uploads once more; later imports know the newest', async () => {
		const urns = lab.simulator.addLibraryEntries({ kind: 'video', names: library, ageMs: 60_000 });
		const result = await importList(lab, list(), { ...inLibrary, ifExists: 'uploadAnew' });
		expectClean(lab, result);
		expect(statesOf(result)).toEqual(['success', 'success', 'success']);
		expect(uploads()).toBe(3);
		expect(requests(lab.simulator, 'videos.find')).toEqual([]);
		for (const urn of urns) expect(lab.simulator.video(urn)).toBeDefined();
		const again = await importList(lab, list(), inLibrary);
		expect(videosOf(again).map(mediaIdOf)).toEqual(videosOf(result).map(mediaIdOf));
	});
});

describe('items and output', () => {
	test('each item is an entry; the output’s items are paired with theirs', async () => {
		const items = [entry('1'), entry('1'), entry('2', { metadata: { credit: 'LC', n: [1] } })];
		const result = await importItems(
			lab,
			items.map((json) => ({ json })),
			{ output: 'entries', options: { maxRetries: 0, itemConcurrency: 3 } },
		);
		expectClean(lab, result);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(result.items.map(({ json }) => [json.state, json.externalId])).toEqual([
			['success', '1'],
			['failed', '1'],
			['success', '2'],
		]);
		expect(result.items[2]?.json.metadata).toEqual({ credit: 'LC', n: [1] });
	});

	test('a summary of items is paired with all of them', async () => {
		const result = await importItems(lab, [{ json: entry('1') }, { json: entry('2') }]);
		expect(result.items).toHaveLength(1);
		expect(result.items[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(statesOf(result)).toEqual(['success', 'success']);
	});

	test('an item without an id is named', async () => {
		const result = await importItems(lab, [{ json: entry('1') }, { json: { url: 'https://x' } }]);
		expect(told(result)).toContain('Item 1 has no id');
		expect(lab.simulator.journal).toEqual([]);
	});

	test('with continue on fail a request that is refused becomes one error item', async () => {
		const items = [{ json: entry('1') }, { json: entry('2') }];
		const whole = await importItems(
			lab,
			items,
			{ systemName: ' ' },
			{ onError: 'continueRegularOutput' },
		);
		expect(whole.items).toHaveLength(1);
		expect(errorIn(whole.items[0])).toMatchObject({ message: 'System Name is empty' });
		expect(whole.items[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);

		const lists = [{ json: { videos: 3 } }, { json: { videos: [entry('1')] } }];
		const parameters = { ...importParameters };
		const single = await lab.run({ parameters, items: lists, onError: 'continueRegularOutput' });
		expect(errorIn(single.items[0]).message).toContain('Entries is not a list');
		expect(single.items[1]?.json.state).toBe('success');
		expect(single.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('images, by a list', async () => {
		const picture = fixture('picture.png');
		const list: Entry[] = [
			{ url: files.add('/p.png', { content: picture, contentType: 'image/png' }), id: 1 },
			{ url: files.add('/q.mp4', video(1)), id: 2 },
			{
				url: files.add('/r', {
					content: fixture('thumbnail.jpg'),
					contentType: 'application/octet-stream',
				}),
				id: 3,
			},
		];
		const parameters = { ...inLibrary, mediaType: 'image' };
		const result = await importList(lab, list, parameters);
		expectClean(lab, result);
		expect(videosOf(result).map(({ state, externalId }) => [state, externalId])).toEqual([
			['success', '1'],
			['failed', '2'],
			['success', '3'],
		]);
		expect(
			lab.simulator.images().map((image) => [image.sha256, image.libraryMetadata?.assetName]),
		).toEqual([
			[sha256(picture), 'p.png [import archive/1]'],
			[sha256(fixture('thumbnail.jpg')), 'r [import archive/3]'],
		]);
		const again = await importList(lab, list, parameters);
		expect(statesOf(again)).toEqual(['skipped', 'failed', 'skipped']);
		expect(videosOf(again)[0]?.video).toMatchObject({ mimeType: 'image/png' });
	});

	test('nothing is sent twice where a cancel comes in the middle, and nothing further is begun', async () => {
		const stop = new AbortController();
		const url = files.add('/stop.mp4', {
			content: video(3),
			instead: () => {
				stop.abort();
				return undefined;
			},
		});
		const list = [entry('1'), entry('2', { url }), entry('3')];
		const result = await importList(lab, list, inLibrary, { signal: stop.signal });
		expect(result.run.status).toBe('canceled');
		expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
		const again = await importList(lab, [list[0] ?? {}, entry('2'), entry('3')], inLibrary);
		expect(statesOf(again)).toEqual(['skipped', 'success', 'success']);
	});
});
