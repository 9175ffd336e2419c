import { mp4WithDuration } from '../fixtures/make';
import {
	imports,
	inLibrary,
	mediaIdOf,
	startReceiver,
	statesOf,
	video,
	videosOf,
	type Entry,
} from './importSupport';
import { ACCOUNT, PAGE, scene, sha256 } from './scene';

const { entries, files, linkedIn, requests, resource } = scene();
const { importList } = imports(resource);

const COUNT = 20;
const GOOD = [0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17, 18];

/**
 * 20 entries: two that are in the library (6, 7), a 404 (8), a web page (9), one that dies half-way
 * (10), one of 31 minutes (11), an id for the second time (19).
 */
function twentyEntries(): Entry[] {
	return Array.from({ length: COUNT }, (_, number) => {
		const path = `/clip-${number}.mp4`;
		const content =
			number === 9
				? { content: Buffer.from('<!doctype html>'), contentType: 'text/html' }
				: number === 10
					? { content: video(10), ranges: false, instead: () => ({ cutAfter: 60_000 }) }
					: number === 11
						? mp4WithDuration(31 * 60, 100_000)
						: video(number);
		const url = number === 8 ? `${files.url}/gone.mp4` : files.add(path, content);
		return {
			url,
			id: number === 19 ? 'id-3' : `id-${number}`,
			fileName: `clip ${number}.mp4`,
			metadata: { title: `Clip ${number}`, credit: 'LC' },
		};
	});
}

describe('an import of 20 entries', () => {
	test('gives each its result, tells the overview, and brings each good one in once', async () => {
		const list = twentyEntries();
		const [six = '', seven = ''] = entries('video', {
			names: ['An old name [import archive/id-6]', 'Clip 7 [import archive/id-7]'],
		});
		entries('video', {
			names: ['Clip 1 [import archive/id-1]', 'Clip 2 [import archive/id-2]'],
			status: 'WAITING_UPLOAD',
		});
		const receiver = await startReceiver(() => 200);
		const result = await importList(list, {
			...inLibrary,
			notification: { webhookUrl: receiver.url, context: '{"job": "ünï"}' },
			options: { maxRetries: 0, itemConcurrency: 4, importId: '25bzj8j' },
		});
		await receiver.close();

		expect(result.items).toHaveLength(1);
		expect(result.pairs).toEqual([{ item: 0 }]);
		const { videos, ...summary } = result.json;
		expect(summary).toEqual({
			id: '25bzj8j',
			finished: true,
			state: 'success',
			startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
			startedAtText: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as unknown,
		});
		const idOf = (number: number) => mediaIdOf(videosOf(result)[number]);
		const reasons: Record<number, string> = {
			8: `The file at ${files.url}/gone.mp4 could not be read: the file doesn’t exist (status 404)`,
			9: `${files.url}/clip-9.mp4 returns a web page instead of a file`,
			10: `The file at ${files.url}/clip-10.mp4 could not be read: the connection to its server failed`,
			11: 'The video "clip 11.mp4" is 31:00 minutes long; LinkedIn allows 3 seconds to 30 minutes',
			19: 'Duplicate External ID "id-3"',
		};
		const CLIP = { container: 'MP4', durationSeconds: 10, codecs: [] };
		const expected = list.map(({ url, id: externalId, metadata }, number) => {
			const same = { systemName: 'archive', externalId, metadata };
			const media = { originalUrl: url, mimeType: 'video/mp4' };
			const known = number === 6 ? six : number === 7 ? seven : undefined;
			if (known !== undefined) {
				const shown = { mediaId: known, ...media };
				return { ...same, state: 'skipped', reason: 'already exists', video: shown };
			}
			if (GOOD.includes(number)) {
				const shown = { mediaId: idOf(number), ...media };
				const size = video(number).length;
				return { ...same, state: 'success', video: shown, file: CLIP, known: { size } };
			}
			const description: unknown = expect.stringMatching(/./);
			return { ...same, state: 'failed', reason: reasons[number], description };
		});
		expect(videos).toStrictEqual(expected);

		for (const number of GOOD) {
			expect(linkedIn.video(idOf(number))).toMatchObject({
				sha256: sha256(video(number)),
				owner: PAGE,
				status: 'AVAILABLE',
				libraryMetadata: {
					associatedAccount: ACCOUNT,
					assetName: `clip ${number}.mp4 [import archive/id-${number}]`,
				},
			});
		}
		// Those with bytes on LinkedIn: the good ones. The one that died is small, and was not begun.
		expect(requests('videos.finalizeUpload')).toHaveLength(GOOD.length);
		expect(requests('videos.initializeUpload')).toHaveLength(GOOD.length);
		// What is there already was found by one request, and not fetched.
		expect(requests('videos.find')).toHaveLength(1);
		expect(files.requests.map(({ path }) => path)).not.toContain('/clip-6.mp4');

		expect(receiver.calls).toHaveLength(1);
		expect(JSON.parse(String(receiver.calls[0]?.body))).toStrictEqual({
			id: '25bzj8j',
			state: 'success',
			attempt: 1,
			overview: { success: 13, skipped: 2, failed: 5 },
			context: { job: 'ünï' },
			audience: receiver.url.replace(/\?.*$/, ''),
		});
		expect(result.hints).toContainEqual(
			expect.stringContaining('5 of 20 entries were not imported'),
		);
	});

	test('run again: what is there is skipped, what was missing is completed, nothing comes twice', async () => {
		const list = twentyEntries();
		const first = await importList(list, inLibrary);
		files.add('/gone.mp4', video(8));
		files.add('/clip-9.mp4', video(9));
		files.add('/clip-10.mp4', video(10));
		const again = await importList(list, inLibrary);
		const states: Record<number, string> = {
			8: 'success',
			9: 'success',
			10: 'success',
			11: 'failed',
			19: 'failed',
		};
		expect(statesOf(again)).toEqual(list.map((_, number) => states[number] ?? 'skipped'));
		for (const [number, entry] of videosOf(again).entries()) {
			const before = videosOf(first)[number];
			if (before?.state !== 'failed') expect(mediaIdOf(entry)).toBe(mediaIdOf(before));
		}
		const whole = linkedIn.videos().filter(({ status }) => status === 'AVAILABLE');
		expect(whole).toHaveLength(COUNT - 2);
		expect(new Set(whole.map((view) => view.sha256)).size).toBe(COUNT - 2);
	});
});
