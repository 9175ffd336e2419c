import { fixture, mp4WithDuration } from '../fixtures/make';
import { imports, videosOf } from './importSupport';
import { posting } from './postSupport';
import { errorIn, item, scene, status, type Step } from './scene';

const stage = scene();
const { asset, document, files, image, linkedIn, plan, upload, video } = stage;
const { createFromFiles } = posting(stage);
const { importList } = imports(stage.resource);

const odd = (name: string) => ({ content: fixture(`odd/${name}`), fileName: name });
const LENGTH: unknown = expect.stringContaining(
	'could not be read. LinkedIn allows 3 seconds to 30 minutes',
);

/** What comes out of it. */
async function told(step: Step): Promise<{ file: unknown; warnings: unknown }> {
	const { json } = await step;
	return { file: json.file, warnings: json.warnings };
}

describe('files that people have go, and the output says what they are', () => {
	test.each([
		['pdf-newline-before-header.pdf', { type: 'pdf', pages: 2 }, []],
		['pdf-count-is-a-reference-500-0-R.pdf', { type: 'pdf', pages: 2 }, []],
		[
			'pdf-owner-password-only-aes128.pdf',
			{ type: 'pdf', pages: 2 },
			[expect.stringContaining('opens without a password')],
		],
		['docx-zip64-end-record.docx', { type: 'docx' }, []],
	])('%s', async (name, file, warnings) => {
		expect(await told(document('upload').of(odd(name)))).toEqual({ file, warnings });
	});

	test('an image', async () => {
		const name = 'jpeg-ff-fill-byte-before-marker.jpg';
		const { file, warnings } = await told(image('upload').of(odd(name)));
		expect(file).toMatchObject({ type: 'jpeg', width: expect.any(Number) as number });
		expect(warnings).toEqual([]);
	});

	test.each([
		['mp4-mvhd-duration-0.mp4', 'MP4', LENGTH],
		['mov-h264-aac.mov', 'MOV', expect.stringContaining('LinkedIn’s documentation lists only MP4')],
	])('%s', async (name, container, warning) => {
		const { file, warnings } = await told(upload(item({ data: odd(name) })));
		expect(file).toMatchObject({ container, codecs: ['H.264', 'AAC'], audioCodec: 'AAC' });
		expect(warnings).toEqual([warning]);
	});

	test('a connected TV video of two hours', async () => {
		const content = mp4WithDuration(7200, 100_000);
		const { file, warnings } = await told(
			upload(item({ data: { content, fileName: 'ad.mp4' } })).options({ connectedTv: true }),
		);
		expect(file).toEqual({ container: 'MP4', durationSeconds: 7200, codecs: [] });
		expect(warnings).toEqual([expect.stringContaining('connected TV ads have their own limits')]);
	});
});

test('sound alone is refused before the first call, and not offered to be sent as it is', async () => {
	const step = video('upload').of(odd('mp4-audio-only.mp4'));
	const { error } = await step.failsAtOnce('has no video track: it contains only audio (AAC)');
	expect(error?.description ?? '').not.toContain('Check File');
	expect(linkedIn.journal).toEqual([]);
});

const MP4_ONLY: unknown = expect.stringContaining('LinkedIn’s documentation lists only MP4');
const TV_ONLY: unknown = expect.stringContaining('connected TV ads have their own limits');
const MOV = { container: 'MOV', codecs: ['H.264', 'AAC'] };
const TV = { container: 'MP4', durationSeconds: 7200, codecs: [] };
const ad = () => ({ content: mp4WithDuration(7200, 100_000), fileName: 'ad.mp4' });

describe('wherever a file is checked', () => {
	test.each([
		['video', 'mov-h264-aac.mov', MOV, MP4_ONLY],
		['video', 'mp4-mvhd-duration-0.mp4', { container: 'MP4', codecs: ['H.264', 'AAC'] }, LENGTH],
		[
			'document',
			'pdf-owner-password-only-aes128.pdf',
			{ type: 'pdf', pages: 2 },
			expect.stringContaining('opens without a password'),
		],
		['document', 'docx-zip64-end-record.docx', { type: 'docx' }, undefined],
		['image', 'jpeg-ff-fill-byte-before-marker.jpg', { type: 'jpeg' }, undefined],
	])('Post: Create, a %s: %s', async (contentType, name, file, ...[warning]) => {
		const { json } = await createFromFiles({ contentType }).of(odd(name));
		expect(json.file).toMatchObject(file);
		expect(json.warnings).toEqual(warning === undefined ? [] : [warning]);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('Post: Create with several images says what each of them is', async () => {
		const { json } = await createFromFiles({
			contentType: 'multiImage',
			binaryPropertyNames: 'data, other',
		}).of(
			item({
				data: odd('jpeg-ff-fill-byte-before-marker.jpg'),
				other: { content: fixture('picture.png'), fileName: 'b.png' },
			}),
		);
		expect(json.files).toMatchObject([{ type: 'jpeg' }, { type: 'png', width: 640, height: 360 }]);
		expect(json.file).toBeUndefined();
	});

	test('Import', async () => {
		const names = ['mov-h264-aac.mov', 'mp4-mvhd-duration-0.mp4', 'mp4-audio-only.mp4'];
		const list = names.map((name, id) => ({
			url: files.add(`/${name}`, fixture(`odd/${name}`)),
			id,
		}));
		const [mov, zero, sound] = videosOf(await importList(list));
		expect(mov).toMatchObject({ state: 'success', file: MOV, warnings: [MP4_ONLY] });
		expect(zero).toMatchObject({
			state: 'success',
			file: { container: 'MP4' },
			warnings: [LENGTH],
		});
		expect(sound).toMatchObject({
			state: 'failed',
			reason: expect.stringContaining('no video track') as unknown,
		});
	});

	test('Resume Upload, which warns of what the check would refuse', async () => {
		const busy = plan('videos.part', status(503), { call: 'every' });
		const { errorItems } = await upload(item({ data: ad() }))
			.options({ checkFile: false, maxRetries: 0 })
			.onError('continueErrorOutput');
		linkedIn.cancelPlan(busy);
		const { uploadSession } = errorIn({ json: errorItems[0]?.json ?? {} });
		const { json } = await video('resumeUpload', {
			uploadSession: JSON.stringify(uploadSession),
		}).of(ad());
		expect(json.warnings).toEqual([expect.stringContaining('is 2:00:00 hours long')]);
		expect(json.status).toBe('AVAILABLE');
	});

	test('Connected TV: Post: Create, Import and Asset: Upload', async () => {
		const options = { connectedTv: true };
		const post = await createFromFiles({ contentType: 'video' }).of(ad()).options(options);
		expect(post.json).toMatchObject({ file: TV, warnings: [TV_ONLY] });
		const legacy = await asset('upload', { mediaType: 'video' }).of(ad()).options(options);
		expect(legacy.json).toMatchObject({ file: TV, warnings: [TV_ONLY] });
		const url = files.add('/ad.mp4', ad().content);
		const [entry] = videosOf(await importList([{ url, id: 'ad' }], { options }));
		expect(entry).toMatchObject({ state: 'success', file: TV, warnings: [TV_ONLY] });
		await createFromFiles({ contentType: 'video' }).of(ad()).fails('is 2:00:00 hours long');
	});
});
