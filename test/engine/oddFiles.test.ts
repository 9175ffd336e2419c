import { fixture, mp4WithDuration } from '../fixtures/make';
import { item, scene, type Step } from './scene';

const { document, image, linkedIn, upload, video } = scene();

const odd = (name: string) => ({ content: fixture(`odd/${name}`), fileName: name });
const LENGTH: unknown = expect.stringContaining(
	'could not be read: LinkedIn takes 3 seconds to 30 minutes',
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
		['mov-h264-aac.mov', 'MOV', expect.stringContaining('LinkedIn’s documents name MP4 only')],
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
	const { error } = await step.failsAtOnce('has no video track: it holds only sound (AAC)');
	expect(error?.description ?? '').not.toContain('Check File');
	expect(linkedIn.journal).toEqual([]);
});
