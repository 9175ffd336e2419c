import { GifWriter } from 'omggif';
import { checkImage } from '../../../linkedin/files/image';
import { fixture, gifWithFrames } from '../../fixtures/make';
import { problemOf } from './support';

async function gifFrames(bytes: Buffer): Promise<number | undefined> {
	const { facts } = await checkImage(bytes, { name: 'a.gif' });
	return facts.frames;
}

const refusalOf = async (bytes: Buffer) => (await problemOf(() => gifFrames(bytes))).message;

/** Written by a library, with colours of each picture's own and more than one sub-block of data. */
function writtenGif(frames: number): Buffer {
	const bytes = Buffer.alloc(20_000 + frames * 5000);
	const writer = new GifWriter(bytes, 64, 64, { palette: [0x000000, 0xffffff], loop: 0 });
	for (let frame = 0; frame < frames; frame++) {
		const pixels = Array.from({ length: 64 * 64 }, (_, index) => (index * 7919 + frame) % 4);
		writer.addFrame(0, 0, 64, 64, pixels, { palette: [1, 2, 3, frame], delay: 4 });
	}
	return bytes.subarray(0, writer.end());
}

/** Puts blocks before the first picture, i.e. behind header, screen and two colours. */
function withBlocks(hex: string): Buffer {
	const gif = gifWithFrames(3);
	return Buffer.concat([gif.subarray(0, 19), Buffer.from(hex, 'hex'), gif.subarray(19)]);
}

test('250 frames are taken', async () => {
	expect(await gifFrames(gifWithFrames(250))).toBe(250);
	expect(await gifFrames(writtenGif(250))).toBe(250);
});

test('251 frames are not', async () => {
	const problem = await problemOf(() => gifFrames(gifWithFrames(251)));
	expect(problem.message).toBe('The image "a.gif" has 251 frames; LinkedIn allows up to 250');
	expect(problem.description).toContain('Shorten the animation');
});

test.each([
	['a comment', '21fe03616263' + '00'],
	['a repeat count', '21ff0b4e45545343415045322e300301000000'],
	['an application that is not known', '21ff0b585858585858585858585802abcd00'],
	['plain text', '21010c000000000000000000000000' + '0241420000'],
	['an unknown label', '21aa03010203' + '00'],
	['a terminator too many', '0000'],
])('%s does not count', async (_, hex) => {
	expect(await gifFrames(withBlocks(hex))).toBe(3);
});

test('a missing trailer is no fault, a picture cut off is', async () => {
	const gif = gifWithFrames(3);
	expect(await gifFrames(gif.subarray(0, -1))).toBe(3);
	expect(await refusalOf(gif.subarray(0, -2))).toContain('damaged or cut off');
	expect(await refusalOf(gif.subarray(0, -8))).toContain('damaged or cut off');
});

test('what stands behind the trailer does not count', async () => {
	expect(await gifFrames(Buffer.concat([gifWithFrames(2), gifWithFrames(3)]))).toBe(2);
});

test('a real one', async () => {
	expect(await gifFrames(fixture('animation.gif'))).toBe(10);
});
