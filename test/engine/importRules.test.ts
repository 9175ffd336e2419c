import type { INodeParameters } from 'n8n-workflow';

import type { ServedFile } from '../fileServer';
import { fixture } from '../fixtures/make';
import {
	imports,
	importParameters,
	inLibrary,
	mediaIdOf,
	startReceiver,
	statesOf,
	video,
	videosOf,
	type Entry,
} from './importSupport';
import { ACCOUNT, byExpression, byUrn, OWNER, PAGE, scene, sha256 } from './scene';

const { entries, entry: existing, files, linkedIn, plan, requests, resource } = scene();
const { importItems, importList } = imports(resource);

const uploads = () => requests('videos.initializeUpload').length;

const entry = (id: string, more: Entry = {}): Entry => ({
	url: files.add('/one.mp4', video(1)),
	id,
	fileName: 'one.mp4',
	...more,
});

/** An entry whose file is another one. */
const entryOf = (path: string, served: ServedFile): Entry =>
	entry('1', { url: files.add(path, served) });

describe('what is wrong with the request as a whole is refused before the first call', () => {
	test.each<[string, INodeParameters, string]>([
		['no list', { entries: '={{ $json.none }}' }, 'Entries is empty'],
		['a list that is none', { entries: '{"url": "x"}' }, 'Entries is not a list'],
		['JSON that misses a comma', { entries: '[{"a": 1 "b": 2}]' }, 'Entries is not valid JSON'],
		['no system name', { systemName: ' ' }, 'System Name is empty'],
		[
			'a context over its limit',
			{ notification: { context: { text: 'ü'.repeat(4091) } } },
			'Context has 8,193 bytes; the limit is 8,192',
		],
		['a context that is a list', { notification: { context: '[1]' } }, 'Context is not an object'],
		[
			'a webhook that is none',
			{ notification: { webhookUrl: 'ftp://example.com' } },
			'Webhook URL must start with https:// or http://',
		],
		[
			'a webhook with a password',
			{ notification: { webhookUrl: 'https://me:pass@example.com' } },
			'Webhook URL contains a user name or password',
		],
		[
			'update without a library',
			{ ifExists: 'update' },
			'If Exists is "Update", but no media library entry is set',
		],
		['an owner that may own no video', { owner: byExpression('urn:li:video:1') }, 'Owner'],
		['a word that is no choice', { ifExists: 'maybe' }, 'If Exists is "maybe"'],
	])('%s', async (_, form, words) => {
		const { told } = await importList([entry('1')], form).failsAtOnce(words);
		expect(told).not.toContain('pass@');
		expect(files.requests).toEqual([]);
	});

	test('a context of exactly 8192 bytes passes', async () => {
		const summary = await importList([], {
			notification: { context: { text: 'ü'.repeat(4090) + 'x' } },
		});
		expect(videosOf(summary)).toEqual([]);
	});

	test('something that is said once and is not the same for all items', async () => {
		const items = ['a', 'b'].map((system) => ({ ...entry(system), system }));
		await importItems(items, { systemName: '={{ $json.system }}' }).failsAtOnce(
			'System Name is different for item 1 and item 2',
		);
	});
});

describe('what is wrong with one entry is its result', () => {
	test.each<[string, () => Entry, string]>([
		['no address', () => ({ id: '1' }), 'Entries: entry 1 has no url'],
		['nothing at all', () => ({}), 'Entries: entry 1 has no url'],
		['no object', () => 3 as never, 'Entries: entry 1 is neither a URL nor an object'],
		[
			'an id that is none',
			() => entry('1', { id: {} as never }),
			'entry 1: id is an object, not text',
		],
		[
			'metadata that are none',
			() => entry('1', { metadata: 3 as never }),
			'entry 1: metadata is not an object',
		],
		[
			'an address that is none',
			() => entry('1', { url: 'ftp://example.com/a.mp4' }),
			'The url must start with https:// or http://',
		],
		[
			'another type, by its server and its content',
			() =>
				entryOf('/a.json', {
					content: Buffer.from('{"error": "no such file"}'),
					contentType: 'application/json',
				}),
			'"one.mp4" is not a video: it looks like a JSON text',
		],
		[
			'another type, by its content',
			() =>
				entryOf('/b', {
					content: fixture('picture.png'),
					contentType: 'application/octet-stream',
				}),
			'"one.mp4" is not a video: it looks like a PNG image',
		],
		[
			'a video by its server, and a web page in truth',
			() =>
				entryOf('/c', {
					content: Buffer.from('<!doctype html><title>Log in</title>'.repeat(4000)),
				}),
			'is not an MP4; it looks like a web page (HTML)',
		],
		[
			'too large',
			() =>
				entryOf('/huge.mp4', {
					content: { size: 5_368_709_121, read: (_, length) => Buffer.alloc(length) },
				}),
			'has 5,368,709,121 bytes; LinkedIn allows up to 5,368,709,120 bytes (5 GB)',
		],
		[
			'a known URN that is none',
			() => entry('1', { knownUrn: 'urn:li:image:1' }),
			'is a URN of type "image"',
		],
	])('%s', async (_, wrong, words) => {
		const result = await importList([wrong(), entry('2')]);
		expect(statesOf(result)).toEqual(['failed', 'success']);
		expect(videosOf(result)[0]?.reason).toContain(words);
		expect(videosOf(result)[0]).not.toHaveProperty('video');
		expect(uploads()).toBe(1);
	});

	test('a refusal of LinkedIn, with its words; the others go on', async () => {
		plan('videos.initializeUpload', 429);
		const result = await importList([entry('1'), entry('2')]);
		expect(statesOf(result)).toEqual(['failed', 'success']);
		expect(videosOf(result)[0]).toMatchObject({
			reason: 'Could not start the upload of "one.mp4": LinkedIn’s rate limit was reached',
			description: expect.stringContaining('status 429') as unknown,
		});
	});

	test('a video that LinkedIn cannot process, where the import waits for it', async () => {
		linkedIn.configure({ processing: { kind: 'immediate', failure: 'bad codec' } });
		const options = { maxRetries: 0, waitSeconds: 5 };
		const result = await importList([entry('1')]).options(options);
		expect(statesOf(result)).toEqual(['failed']);
		expect(videosOf(result)[0]?.reason).toContain('bad codec');
	});
});

describe('memory', () => {
	test('a type that says nothing, or something wrong, is known by the content', async () => {
		const types = ['binary/octet-stream', 'application/x-mp4', 'text/plain', 'image/png'];
		const urls = types.map((contentType, index) =>
			files.add(`/d${index}`, { content: video(4), contentType }),
		);
		const result = await importList(urls.map((url, index) => entry(String(index), { url })));
		expect(videosOf(result)).toMatchObject(
			urls.map((originalUrl) => ({
				state: 'success',
				video: { mimeType: 'video/mp4', originalUrl },
			})),
		);
	});

	test('content of no kind goes without the check, as an upload does', async () => {
		const url = files.add('/x', {
			content: Buffer.alloc(100_000, 1),
			contentType: 'application/x',
		});
		const result = await importList([entry('1', { url })]).options({ checkFile: false });
		expect(videosOf(result)[0]).toMatchObject({ video: { mimeType: 'application/x' } });
	});

	test.each([
		['AVAILABLE' as const, true, {}],
		['PROCESSING' as const, true, {}],
		['WAITING_UPLOAD' as const, false, {}],
		['PROCESSING_FAILED' as const, false, { failure: 'no' }],
	])('an entry that is %s counts as existing: %s', async (status, counts, more) => {
		entries('video', { names: ['One [import archive/1]'], status, ...more });
		const result = await importList([entry('1')], inLibrary);
		expect(statesOf(result)).toEqual([counts ? 'skipped' : 'success']);
		expect(uploads()).toBe(counts ? 0 : 1);
	});

	test('an upload that never ended does not hide the one that did', async () => {
		const names = ['[import archive/1]'];
		const whole = existing('video', { names });
		entries('video', { names, status: 'WAITING_UPLOAD' });
		const result = await importList([entry('1')], inLibrary);
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
		const first = await importList(list, inLibrary);
		expect(statesOf(first)).toEqual(ids.map(() => 'success'));
		const other = await importList(list, { ...inLibrary, systemName: 'ärchive/1' });
		expect(statesOf(other)).toEqual(ids.map(() => 'success'));
		const again = await importList(list, inLibrary);
		expect(statesOf(again)).toEqual(ids.map(() => 'skipped'));
		expect(videosOf(again).map(mediaIdOf)).toEqual(videosOf(first).map(mediaIdOf));
		for (const { libraryMetadata } of linkedIn.videos()) {
			expect(Buffer.byteLength(libraryMetadata?.assetName ?? '')).toBeLessThanOrEqual(200);
		}
	});

	test('1,500 entries in the library are asked for by two requests', async () => {
		entries('video', {
			names: Array.from({ length: 1500 }, (_, n) => `Clip [import archive/${n}]`),
		});
		const list = Array.from({ length: 50 }, (_, n) => entry(String(n)));
		const result = await importList(list, inLibrary);
		expect(new Set(statesOf(result))).toEqual(new Set(['skipped']));
		expect(requests('videos.find')).toHaveLength(2);
		// The newest come first: where all are found, the rest is not asked for.
		await importList([entry('1499'), entry('600')], inLibrary);
		expect(requests('videos.find')).toHaveLength(3);
	});

	test('known URNs do the same without an ad account, by one request', async () => {
		const states = ['AVAILABLE', 'PROCESSING', 'WAITING_UPLOAD', 'PROCESSING_FAILED'] as const;
		const known = [
			...states.map((status) => existing('video', { account: '', status })),
			'urn:li:video:C5500AQgone',
		];
		const list = known.map((knownUrn, n) => entry(String(n), { knownUrn }));
		const result = await importList([...list, entry('new')]);
		const [processed, processing, ...others] = statesOf(result);
		expect([processed, processing]).toEqual(['skipped', 'skipped']);
		expect(others).toEqual(Array(4).fill('success'));
		expect(mediaIdOf(videosOf(result)[0])).toBe(known[0]);
		expect(requests('videos.batchGet')).toHaveLength(1);
		expect(requests('videos.find')).toEqual([]);
	});

	test('where LinkedIn does not let known images be read, they are believed', async () => {
		const knownUrn = existing('image', { account: '' });
		const result = await importList([entry('1', { knownUrn })], { mediaType: 'image' })
			.as(OWNER)
			.scopes('w_member_social');
		expect(statesOf(result)).toEqual(['skipped']);
		expect(result.hints.join()).toContain('could not be checked');
		expect(requests('images.initializeUpload')).toEqual([]);
	});

	test('a library that cannot be read fails the import as a whole, and nothing is uploaded', async () => {
		plan('videos.find', 503);
		await importList([entry('1')], inLibrary).fails(`Could not find the videos of ${ACCOUNT}`);
		expect(uploads()).toBe(0);
	});

	test('n8n’s Retry On Fail repeats nothing, also where no library remembers', async () => {
		plan('videos.find', 503);
		const receiver = await startReceiver(() => 200);
		const { pairs } = await resource('import')('fromUrls', importParameters)
			.with({ libraryEntry: { associatedAccount: byUrn('={{ $json.account }}') } })
			.with({ notification: { webhookUrl: receiver.url } })
			.of(
				{ json: { videos: [entry('1'), entry('2')], account: '' } },
				{ json: { videos: [entry('3')], account: ACCOUNT } },
			)
			.tries(2);
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }]);
		expect(uploads()).toBe(3);
		await receiver.close();
		const told = receiver.calls.map(({ body }): unknown => JSON.parse(String(body)));
		expect(told).toMatchObject([
			{ state: 'success', attempt: 1 },
			{ state: 'success', attempt: 2 },
		]);
	});
});

test('two runs at once: at most one copy by each, and none by a later one', async () => {
	const ids = ['1', '2', '3', '4'];
	const list = ids.map((id, n) => entry(id, { url: files.add(`/${id}.mp4`, video(n)) }));
	const both = await Promise.all([importList(list, inLibrary), importList(list, inLibrary)]);
	for (const result of both) expect(new Set(statesOf(result)).has('failed')).toBe(false);
	for (const id of ids) {
		const copies = linkedIn
			.videos()
			.filter(({ libraryMetadata }) => libraryMetadata?.assetName.endsWith(`/${id}]`));
		expect(copies.length).toBeLessThanOrEqual(2);
		expect(new Set(copies.map((view) => view.sha256)).size).toBe(1);
	}
	const count = linkedIn.videos().length;
	const later = await importList(list, inLibrary);
	expect(statesOf(later)).toEqual(ids.map(() => 'skipped'));
	expect(linkedIn.videos()).toHaveLength(count);
});

describe('ifExists', () => {
	const add = (ageMs = 0) =>
		entries('video', { names: ['Old name [import archive/1]', 'Same [import archive/2]'], ageMs });
	const list = () => [
		entry('1', { fileName: 'New name', metadata: { assetName: 'Old', title: 'x' } }),
		entry('2', { fileName: 'Same', metadata: { title: 'Other' } }),
		entry('3', { metadata: { altText: 'A' } }),
	];

	test('skip leaves what is there', async () => {
		const urns = add();
		const result = await importList(list(), inLibrary);
		expect(statesOf(result)).toEqual(['skipped', 'skipped', 'success']);
		expect(videosOf(result).slice(0, 2).map(mediaIdOf)).toEqual(urns);
		expect(requests('videos.partialUpdate')).toEqual([]);
		expect(uploads()).toBe(1);
	});

	test('update gives the entry its new name, and asks for nothing where it has it', async () => {
		const urns = add();
		const result = await importList(list(), { ...inLibrary, ifExists: 'update' });
		expect(videosOf(result).map(({ state, reason }) => [state, reason])).toEqual([
			['success', 'updated'],
			['skipped', 'already exists'],
			['success', undefined],
		]);
		expect(videosOf(result).slice(0, 2).map(mediaIdOf)).toEqual(urns);
		expect(linkedIn.video(urns[0] ?? '').libraryMetadata?.assetName).toBe(
			'New name [import archive/1]',
		);
		expect(requests('videos.partialUpdate')).toHaveLength(1);
		expect(uploads()).toBe(1);
		const skipped = await importList(list(), inLibrary);
		expect(videosOf(skipped).map(mediaIdOf)).toEqual(videosOf(result).map(mediaIdOf));
	});

	test('uploadAnew uploads once more; later imports know the newest', async () => {
		const urns = add(60_000);
		const result = await importList(list(), { ...inLibrary, ifExists: 'uploadAnew' });
		expect(statesOf(result)).toEqual(['success', 'success', 'success']);
		expect(uploads()).toBe(3);
		expect(requests('videos.find')).toEqual([]);
		for (const urn of urns) expect(linkedIn.video(urn)).toBeDefined();
		const again = await importList(list(), inLibrary);
		expect(videosOf(again).map(mediaIdOf)).toEqual(videosOf(result).map(mediaIdOf));
	});
});

describe('addresses without anything else', () => {
	const links = () => ['/a.mp4', '/b.mp4'].map((path, number) => files.add(path, video(number)));

	test.each<[string, (list: string[]) => unknown]>([
		['a list', (list) => list],
		['the JSON of one', (list) => JSON.stringify(list)],
		['lines', (list) => list.join('\n')],
		['commas', (list) => list.join(', ')],
		['commas and lines', (list) => list.join(',\r\n')],
	])('as %s are entries', async (_, write) => {
		const list = links();
		const result = await resource('import')('fromUrls', {
			...importParameters,
			entries: '={{ $json.links }}',
		}).of({ json: { links: write(list) as string } });
		expect(videosOf(result).map(({ state, externalId }) => [state, externalId])).toEqual(
			list.map((link) => ['success', link]),
		);
	});

	test('name the file: signed anew, it is the same one; another query is another file', async () => {
		const [link = ''] = links();
		const signed = (signature: string) =>
			`${link}?id=7&X-Amz-Signature=${signature}&X-Amz-Expires=60&token=${signature}`;
		const first = await importItems([{ url: signed('s1') }], { ...inLibrary, externalId: '' });
		expect(videosOf(first)).toMatchObject([{ state: 'success', externalId: `${link}?id=7` }]);
		const again = await importItems([{ url: signed('s2') }, { url: `${link}?id=8` }], {
			...inLibrary,
			externalId: '',
		});
		expect(statesOf(again)).toEqual(['skipped', 'success']);
	});
});

describe('items and output', () => {
	test('each item is an entry; the output’s items are paired with theirs', async () => {
		const items = [entry('1'), entry('1'), entry('2', { metadata: { credit: 'LC', n: [1] } })];
		const { jsons, pairs } = await importItems(items, { output: 'entries' }).options({
			maxRetries: 0,
			itemConcurrency: 3,
		});
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(jsons.map(({ state, externalId }) => [state, externalId])).toEqual([
			['success', '1'],
			['failed', '1'],
			['success', '2'],
		]);
		expect(jsons[2]?.metadata).toEqual({ credit: 'LC', n: [1] });
	});

	test('the fields of an item stay beside its entry where that is wanted', async () => {
		const items = [entry('1'), entry('2')].map((json, row) => ({ ...json, row }));
		const { jsons } = await importItems(items, { output: 'entries' }).options({
			includeInputFields: true,
		});
		expect(jsons).toMatchObject([
			{ row: 0, state: 'success', externalId: '1' },
			{ row: 1, state: 'success', externalId: '2' },
		]);
	});

	test('a summary of items is paired with all of them', async () => {
		const result = await importItems([entry('1'), entry('2')]);
		expect(result.items).toHaveLength(1);
		expect(result.pairs[0]).toEqual([{ item: 0 }, { item: 1 }]);
		expect(statesOf(result)).toEqual(['success', 'success']);
	});

	test('an item without an address is named, in the words of the form; the others go on', async () => {
		const result = await importItems([entry('1'), { id: '2' }, entry('3')]);
		expect(statesOf(result)).toEqual(['success', 'failed', 'success']);
		expect(videosOf(result)[1]).toMatchObject({ externalId: '2', reason: 'Item 2 has no URL' });
		expect(result.json.state).toBe('success');
	});

	test('one item for each entry is what the form returns, each with the URN to go on with', async () => {
		const list = [entry('1'), entry('2', { url: `${files.url}/gone.mp4` })];
		const { jsons, pairs } = await resource('import')('fromUrls', {
			entriesFrom: 'json',
			systemName: 'archive',
			owner: byUrn(PAGE),
		}).of({ json: { videos: list } });
		const [uploaded] = linkedIn.videos();
		expect(jsons).toMatchObject([
			{ urn: uploaded?.urn, state: 'success', video: { mediaId: uploaded?.urn } },
			{ urn: null, state: 'failed' },
		]);
		expect(pairs).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test('with continue on fail a request that is refused becomes one failed import', async () => {
		const { items, pairs } = await importItems([entry('1'), entry('2')], {
			systemName: ' ',
		}).onError('continueRegularOutput');
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({ state: 'failed', reason: 'System Name is empty' });
		expect(pairs[0]).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('and one of several lists its own', async () => {
		const { items, pairs } = await resource('import')('fromUrls', importParameters)
			.of({ json: { videos: 3 } }, { json: { videos: [entry('1')] } })
			.onError('continueRegularOutput');
		expect(items[0]?.json).toMatchObject({ state: 'failed', reason: 'Entries is not a list' });
		expect(items[1]?.json.state).toBe('success');
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('images, by a list', async () => {
		const picture = fixture('picture.png');
		const jpeg = fixture('thumbnail.jpg');
		const list: Entry[] = [
			{ url: files.add('/p.png', { content: picture, contentType: 'image/png' }), id: 1 },
			{ url: files.add('/q.mp4', video(1)), id: 2 },
			{
				url: files.add('/r', { content: jpeg, contentType: 'application/octet-stream' }),
				id: 3,
			},
		];
		const form = { ...inLibrary, mediaType: 'image' };
		const result = await importList(list, form);
		expect(videosOf(result).map(({ state, externalId }) => [state, externalId])).toEqual([
			['success', '1'],
			['failed', '2'],
			['success', '3'],
		]);
		expect(
			linkedIn.images().map((image) => [image.sha256, image.libraryMetadata?.assetName]),
		).toEqual([
			[sha256(picture), 'p.png [import archive/1]'],
			[sha256(jpeg), 'r [import archive/3]'],
		]);
		const again = await importList(list, form);
		expect(statesOf(again)).toEqual(['skipped', 'failed', 'skipped']);
		expect(videosOf(again)[0]?.video).toMatchObject({ mimeType: 'image/png' });
	});

	test('nothing is sent twice where a cancel comes in the middle, and nothing further is begun', async () => {
		const url = files.add('/stop.mp4', {
			content: video(3),
			instead: () => ({ stallAfter: 1000 }),
		});
		await importList([entry('1'), entry('2', { url }), entry('3')], inLibrary).stoppedWhen(() =>
			files.requests.some(({ path }) => path === '/stop.mp4'),
		);
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		const again = await importList([entry('1'), entry('2'), entry('3')], inLibrary);
		expect(statesOf(again)).toEqual(['skipped', 'success', 'success']);
	});
});

test('what there is to say about a file stands in its entry', async () => {
	const unstated = fixture('odd/mp4-mvhd-duration-0.mp4');
	const result = await importList([
		entry('1'),
		entry('2', { url: files.add('/two.mp4', { content: unstated }) }),
	]);
	const [plain, warned] = videosOf(result);
	expect(plain).not.toHaveProperty('warnings');
	expect(warned?.warnings).toEqual([expect.stringContaining('length')]);
});

test('an option that is wrong for one item stops the import before it begins', async () => {
	const maxRetries = '={{ $json.id === "2" ? 99 : 1 }}';
	await importItems([entry('1'), entry('2')])
		.options({ maxRetries })
		.failsAtOnce('Max Retries is 99');
});

test('where its entries come from is a choice like any other', async () => {
	await importItems([{ ...entry('1') }], { entriesFrom: 'table' }).failsAtOnce(
		'Entries From is "table", not "items" or "json"',
	);
});

test('an image may belong to an ad account, and the form is not red', async () => {
	const image = files.add('/one.png', {
		content: fixture('picture.png'),
		contentType: 'image/png',
	});
	const result = await importList([entry('1', { url: image, fileName: 'one.png' })], {
		mediaType: 'image',
		owner: byUrn(ACCOUNT),
	});
	expect(videosOf(result)).toMatchObject([{ state: 'success' }]);
});
