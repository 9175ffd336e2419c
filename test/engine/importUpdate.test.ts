import type { IDataObject } from 'n8n-workflow';

import {
	imports,
	inLibrary,
	mediaIdOf,
	statesOf,
	video,
	videosOf,
	type Entry,
} from './importSupport';
import { scene, sha256 } from './scene';

const { entry: existing, files, linkedIn, plan, requests, resource } = scene();
const { importItems, importList } = imports(resource);

const FILE = video(1);
const ETAG = '"v2"';
const SIZE = FILE.length;

const serve = () => files.add('/a.mp4', { content: FILE, etag: () => ETAG });
const entryOf = (known: IDataObject | string | undefined, fileName: string): Entry => ({
	url: serve(),
	id: 'a',
	fileName,
	...(known !== undefined && { known }),
});

/** What the importing side knows of the file, and whether that is another one. */
const KNOWN: ReadonlyArray<
	[string, IDataObject | string | undefined, 'same' | 'other' | 'unknown']
> = [
	['nothing', undefined, 'unknown'],
	['an empty text', '', 'unknown'],
	['empty cells of a table', { size: null, etag: '' }, 'unknown'],
	['the same size and ETag', { size: SIZE, etag: ETAG }, 'same'],
	['their JSON', JSON.stringify({ size: SIZE, etag: ETAG }), 'same'],
	['the same ETag, weak', { size: SIZE, etag: `W/${ETAG}` }, 'same'],
	['the same size alone, as text', { size: String(SIZE) }, 'same'],
	['the same ETag alone', { etag: ETAG }, 'same'],
	['another size', { size: SIZE - 1, etag: ETAG }, 'other'],
	['another ETag', { size: SIZE, etag: '"v1"' }, 'other'],
	['another ETag alone', { etag: '"v1"' }, 'other'],
];

const CELLS = KNOWN.flatMap(([name, known, file]) =>
	(['skip', 'update', 'uploadAnew'] as const).flatMap((ifExists) =>
		(['its name', 'a new name'] as const).map((title) => ({ name, known, file, ifExists, title })),
	),
);

test.each(CELLS)(
	'an entry that is there; known is $name; the request has $title; $ifExists',
	async ({ known, file, ifExists, title }) => {
		const old = existing('video', { names: ['Old [import archive/a]'], ageMs: 60_000 });
		const fileName = title === 'its name' ? 'Old' : 'New';
		const result = await importList([entryOf(known, fileName)], { ...inLibrary, ifExists });

		const isReplaced = ifExists === 'update' && file === 'other';
		const isUploaded = isReplaced || ifExists === 'uploadAnew';
		const isRenamed = ifExists === 'update' && !isReplaced && title === 'a new name';
		expect(videosOf(result).map(({ state, reason }) => [state, reason])).toEqual([
			isReplaced
				? ['success', 'replaced']
				: isUploaded
					? ['success', undefined]
					: isRenamed
						? ['success', 'updated']
						: ['skipped', 'already exists'],
		]);
		expect({
			initializeUpload: requests('videos.initializeUpload').length,
			partialUpdate: requests('videos.partialUpdate').length,
			// Looked at, or uploaded.
			isFetched: files.requests.length > 0,
		}).toEqual({
			initializeUpload: isUploaded ? 1 : 0,
			partialUpdate: isReplaced || isRenamed ? 1 : 0,
			isFetched: isUploaded || (ifExists === 'update' && file !== 'unknown'),
		});
		const urn = mediaIdOf(videosOf(result)[0]);
		expect(urn === old).toBe(!isUploaded);
		expect(linkedIn.video(urn).libraryMetadata).toMatchObject({
			assetName: `${isUploaded || isRenamed ? fileName : 'Old'} [import archive/a]`,
			mediaLibraryStatus: 'ACTIVE',
		});
		expect(linkedIn.video(old).libraryMetadata?.mediaLibraryStatus).toBe(
			isReplaced ? 'ARCHIVED' : 'ACTIVE',
		);
		if (isUploaded) {
			expect(linkedIn.video(urn).sha256).toBe(sha256(FILE));
			expect(videosOf(result)[0]?.known).toEqual({ size: SIZE, etag: ETAG });
			const again = await importList([entryOf(undefined, 'Old')], inLibrary);
			expect(mediaIdOf(videosOf(again)[0])).toBe(urn);
		}
	},
);

test('what an import knows of a file is what the next one takes', async () => {
	const first = await importList([entryOf(undefined, 'Clip')], inLibrary);
	const { known } = videosOf(first)[0] ?? {};
	const update = { ...inLibrary, ifExists: 'update' };
	const same = await importItems([entryOf(known as IDataObject, 'Clip')], update);
	expect(statesOf(same)).toEqual(['skipped']);
	expect(videosOf(same)[0]?.known).toEqual(known);
	const url = files.add('/a.mp4', { content: video(2), etag: () => '"v3"' });
	const other = await importItems([{ url, id: 'a', known: known as IDataObject }], update);
	expect(videosOf(other)[0]).toMatchObject({
		state: 'success',
		reason: 'replaced',
		known: { size: video(2).length, etag: '"v3"' },
	});
});

test('with Accept Changing ETag the size alone counts', async () => {
	existing('video', { names: ['Old [import archive/a]'] });
	const result = await importList([entryOf({ size: SIZE, etag: '"v1"' }, 'Old')], {
		...inLibrary,
		ifExists: 'update',
	}).options({ acceptChangingEtag: true });
	expect(statesOf(result)).toEqual(['skipped']);
});

test('an old entry that cannot be archived is a warning: the new file is there', async () => {
	existing('video', { names: ['Old [import archive/a]'] });
	plan('videos.partialUpdate', 403);
	const result = await importList([entryOf({ size: 1 }, 'Old')], {
		...inLibrary,
		ifExists: 'update',
	});
	expect(videosOf(result)[0]).toMatchObject({
		state: 'success',
		reason: 'replaced',
		warnings: [expect.stringContaining('could not be archived')],
	});
});

test.each<[IDataObject | string, string]>([
	['[]', 'known is not an object'],
	[{ size: -1 }, 'known has a size that is no whole number'],
	[{ size: 'x' }, 'known has a size that is no whole number'],
	[{ etag: 3 }, 'known has an etag that is not text'],
])('known %j fails its entry', async (known, words) => {
	const result = await importList([entryOf(known, 'Clip')], inLibrary);
	expect(videosOf(result)[0]).toMatchObject({
		state: 'failed',
		reason: expect.stringContaining(words) as unknown,
	});
});

describe('the title', () => {
	test.each<[string, Entry, string]>([
		[
			'is the file name',
			{ fileName: 'The talk', metadata: { title: 'M', assetName: 'A' } },
			'The talk',
		],
		['else the metadata’s asset name', { metadata: { title: 'M', assetName: 'A' } }, 'A'],
		['else its title', { metadata: { title: 'M' } }, 'M'],
		['else the name of what its server gives', {}, 'a.mp4'],
	])('%s', async (_, more, title) => {
		const result = await importList([{ url: serve(), id: 'a', ...more }], inLibrary);
		expect(linkedIn.video(mediaIdOf(videosOf(result)[0])).libraryMetadata?.assetName).toBe(
			`${title} [import archive/a]`,
		);
	});
});

test('the start of an import is UTC, as ISO 8601 and as the document writes it', async () => {
	const before = Date.now();
	const { json } = await importList([]);
	const { startedAt, startedAtText } = json as { startedAt: string; startedAtText: string };
	expect(startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	expect(startedAtText).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
	expect(startedAt.startsWith(startedAtText.replace(' ', 'T'))).toBe(true);
	expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(before);
});
