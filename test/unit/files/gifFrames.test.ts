import { GifWriter } from 'omggif';
import { gifFrames } from '../../../linkedin/files/gifFrames';
import { checkImage } from '../../../linkedin/files/image';
import { fixture, gifWithFrames } from '../../fixtures/make';
import { problemOf } from './support';

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

test('250 frames are taken', () => {
	expect(checkImage(gifWithFrames(250), 'a.gif').frames).toBe(250);
	expect(checkImage(writtenGif(250), 'a.gif').frames).toBe(250);
});

test('251 frames are not', async () => {
	const problem = await problemOf(() => checkImage(gifWithFrames(251), 'a.gif'));
	expect(problem.message).toBe(
		'The image "a.gif" has 251 frames; LinkedIn takes GIFs of up to 250 frames',
	);
	expect(problem.description).toContain('Shorten the animation');
});

test.each([
	['a comment', '21fe03616263' + '00'],
	['a repeat count', '21ff0b4e45545343415045322e300301000000'],
	['an application that is not known', '21ff0b585858585858585858585802abcd00'],
	['plain text', '21010c000000000000000000000000' + '0241420000'],
	['an unknown label', '21aa03010203' + '00'],
	['a terminator too many', '0000'],
])('%s does not count', (_, hex) => {
	expect(gifFrames(withBlocks(hex))).toBe(3);
});

test('a missing trailer is no fault, a picture cut off is', () => {
	const gif = gifWithFrames(3);
	expect(gifFrames(gif.subarray(0, -1))).toBe(3);
	expect(gifFrames(gif.subarray(0, -2))).toBeUndefined();
	expect(gifFrames(gif.subarray(0, -8))).toBeUndefined();
});

test('what stands behind the trailer does not count', () => {
	expect(gifFrames(Buffer.concat([gifWithFrames(2), gifWithFrames(3)]))).toBe(2);
});

test('a real one', () => {
	expect(gifFrames(fixture('animation.gif'))).toBe(10);
});
