import type { INodeParameters } from 'n8n-workflow';

import { largeVideo } from '../fileServer';
import { mp4WithDuration, pngHeader } from '../fixtures/make';
import { file, item, scene, withSupplements, type Input } from './scene';

const { files, linkedIn, plan, post, requests, upload } = scene();

const video = { content: mp4WithDuration(10, 80_000), fileName: 'talk.mp4' };

/** A file that people have, the cues that LinkedIn gets, and what the one warning counts. */
const CASES: ReadonlyArray<readonly [string, RegExp, RegExp?]> = [
	[
		'srt-zero-length-cue.srt',
		/3,000\nHello\n.*30,000 --> 00:00:32,000\nx\n\n$/s,
		/left out 1 cue with zero/,
	],
	[
		'srt-negative-cue.srt',
		/^1\n00:00:04,000 --> 00:00:05,000\nx\n\n$/,
		/left out 1 cue with zero or neg/,
	],
	['srt-out-of-order.srt', /^1\n00:00:01,000 .*\nA\n\n2\n00:00:05,000 .*\nB\n\n$/, /sorted 1 cue/],
	['vtt-out-of-order.vtt', /^1\n00:00:01,000 .*\nA\n\n2\n00:00:05,000 .*\nB\n\n$/, /sorted 1 cue/],
	[
		'srt-whisper-cpp-466.srt',
		/\n3\n00:46:59,520 --> 00:47:06,080\nThank you\.\n\n$/,
		/left out 1 cue/,
	],
	['srt-blank-line-inside-cue.srt', /3,000\nHello\nWorld\n\n2\n/, /joined the text of 1 cue/],
	['srt-two-digit-ms.srt', /^1\n00:00:01,000 --> 00:00:02,500\nA\n\n$/],
	['srt-no-blank-line-between-cues.srt', /2,500\nA\n\n2\n.*\nb\n\n$/, /separated 1 cue/],
	['srt-in-markdown-fence.srt', /^1\n.*\nA\n\n$/, /Markdown fence/],
	['teams-single-digit-times.vtt', /\n2\n00:00:02,400 --> 00:00:13,540\nHello all\.\n\n$/],
	['vtt-line-of-spaces-between-blocks.vtt', /^1\n00:00:07,960 .*\nHello\n\n$/],
	['vtt-cue-without-blank-line-before.vtt', /yeah\n\n2\n.*\nwhat\n\n$/, /separated 1 cue/],
	['vtt-cue-right-below-header.vtt', /^1\n00:00:01,000 --> 00:00:03,000\nHello\n\n$/],
	[
		'vtt-blank-line-inside-cue.vtt',
		/Hello\n\n2\n00:00:04,000 .*\nx\n\n$/,
		/left out 1 text without times/,
	],
];

test.each([true, false])(
	'captions that people have are repaired; Check File: %s',
	async (checkFile) => {
		const inputs = CASES.map(([name]) => item({ data: video, captions: file(`captions/${name}`) }));
		const { jsons } = await upload(...inputs)
			.with({ captionsSource: 'binaryData' })
			.options({ checkFile });
		for (const [index, [name, expected, says]] of CASES.entries()) {
			const [warning, ...more] = [jsons[index]?.warnings].flat();
			expect([name, linkedIn.videos()[index]?.captions?.text]).toEqual([
				name,
				expect.stringMatching(expected),
			]);
			expect(more).toEqual([]);
			if (says) expect(warning).toMatch(says);
			else expect([name, warning]).toEqual([name, undefined]);
			expect(jsons[index]?.captions).toBe('uploaded');
		}
	},
);

describe('Continue Without Them', () => {
	const WITHOUT = { onSupplementFailure: 'continue' };
	const SRT = file('talk.srt');
	/** Captions and a thumbnail by URL in the one item, from fields or as text in the other. */
	const BY_ITEM = {
		captionsSource: '={{ $json.captions }}',
		thumbnailSource: '={{ $json.thumbnail }}',
		captionsText: '={{ $json.text }}',
		captionsUrl: '={{ $json.url }}',
		thumbnailUrl: '={{ $json.url }}',
	};
	const captions = (content: string | Buffer): Input => ({
		json: { captions: 'binaryData', thumbnail: 'none' },
		binary: { data: video, captions: { content: Buffer.from(content), fileName: 'x.srt' } },
	});
	const thumbnail = (content: Buffer): Input => ({
		json: { captions: 'none', thumbnail: 'binaryData' },
		binary: { data: video, thumbnail: { content, fileName: 'x.jpg' } },
	});
	const given = (json: INodeParameters): Input => ({
		json: { captions: 'none', thumbnail: 'none', ...json },
		binary: { data: video },
	});

	test('covers whatever is wrong with captions or a thumbnail before the upload', async () => {
		const none = `${files.url}/none.srt`;
		const large = files.add('/large', { content: Buffer.alloc(10_000_001, ' ') });
		const huge = files.add('/huge.jpg', { content: largeVideo(290_000_000) });
		const rows: ReadonlyArray<readonly ['captions' | 'thumbnail', Input, RegExp]> = [
			['captions', captions('Hello'), /"x\.srt", line 1: expected a cue number/],
			[
				'captions',
				captions(Buffer.from('1\n\xe9t\xe9 caf\xe9 and more', 'latin1')),
				/looks like Windows-1252/,
			],
			[
				'captions',
				captions(Buffer.alloc(10_000_001, ' ')),
				/has 10,000,001 bytes; the limit is 10,000,000/,
			],
			['captions', captions(''), /are empty/],
			['captions', given({ captions: 'binaryData' }), /no binary field "captions"/],
			['captions', given({ captions: 'text', text: '' }), /Captions Text is empty/],
			['captions', given({ captions: 'text', text: 'Hello' }), /Captions Text, line 1: expected/],
			['captions', given({ captions: 'url', url: none }), /404/],
			['captions', given({ captions: 'url', url: large }), /has 10,000,001 bytes/],
			['captions', given({ captions: 'url', url: 'talk.srt' }), /Captions URL must start/],
			['thumbnail', thumbnail(Buffer.from('no image')), /thumbnail "x\.jpg"/],
			['thumbnail', thumbnail(Buffer.alloc(0)), /empty/],
			['thumbnail', thumbnail(pngHeader(8000, 5000)), /has 40,000,000 pixels/],
			['thumbnail', given({ thumbnail: 'url', url: huge }), /bytes/],
			['thumbnail', given({ thumbnail: 'binaryData' }), /no binary field "thumbnail"/],
			['thumbnail', given({ thumbnail: 'url', url: none }), /404/],
		];
		const { jsons } = await upload(...rows.map(([, input]) => input))
			.with(BY_ITEM)
			.options(WITHOUT);
		for (const [index, [what, , says]] of rows.entries()) {
			const { warnings, ...json } = jsons[index] ?? {};
			expect(warnings).toEqual([expect.stringMatching(says)]);
			expect(warnings).toEqual([
				expect.stringMatching(new RegExp(`^Continuing without ${what}\\. `)),
			]);
			expect(json).toMatchObject({ captions: 'none', thumbnail: 'none', [what]: 'failed' });
		}
		// Nothing was announced, so that LinkedIn does not wait for it.
		for (const { requestBody } of requests('videos.initializeUpload')) {
			expect(requestBody).toMatchObject({
				initializeUploadRequest: { uploadCaptions: false, uploadThumbnail: false },
			});
		}
		expect(linkedIn.videos().map(({ status }) => status)).toEqual(rows.map(() => 'AVAILABLE'));
	});

	test('leaves the other one in place', async () => {
		const { json } = await upload(item({ data: video, captions: SRT }))
			.with(withSupplements)
			.options(WITHOUT);
		expect(json).toMatchObject({ captions: 'uploaded', thumbnail: 'failed' });
	});

	test('holds for a try that finds the upload begun, and announced, by the one before', async () => {
		plan('videos.part', 400);
		const captionsUrl = files.add('/gone.srt', {
			content: SRT.content,
			instead: (request) => (request > 1 ? { status: 404 } : undefined),
		});
		const { json } = await upload(item({ data: video }))
			.with({ captionsSource: 'url', captionsUrl })
			.options(WITHOUT)
			.tries(2);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(json).toMatchObject({ captions: 'failed', thumbnail: 'none' });
		expect(json.warnings).toEqual([
			expect.stringContaining('without captions'),
			expect.stringContaining('This is OK for an organic video. An ad needs the captions declared'),
		]);
	});

	test('holds for the video of a post', async () => {
		const { json } = await post('create', {
			...{ contentType: 'video', commentary: 'x', title: 'x', mediaSource: 'binaryData' },
			...withSupplements,
		})
			.of(item({ data: video }))
			.options(WITHOUT);
		expect(json.warnings).toEqual([
			expect.stringContaining('without captions'),
			expect.stringContaining('without thumbnail'),
		]);
	});

	test('is not the default', async () => {
		await upload(item({ data: video }))
			.with(withSupplements)
			.failsAtOnce('no binary field "captions"');
	});
});
