import fc from 'fast-check';
import { checkVideo } from '../../../linkedin/files/video';
import { box, MP4_HEAD_BYTES, mp4WithDuration, noise, uint32 } from '../../fixtures/make';
import { often } from '../../long/sampled';
import { outcomeOf, sourceOf } from './support';

/** Below this size nothing but the kind is looked at, so what is tried lies in front of it. */
const FILL = noise(75_000);
const START = mp4WithDuration(5).subarray(0, 32);

/** A result or a Problem: outcomeOf lets every other exception through. */
const outcome = (bytes: Uint8Array) => outcomeOf(() => checkVideo(sourceOf(bytes)));

test('a file cut off at every offset', async () => {
	const moov = mp4WithDuration(5).subarray(32, MP4_HEAD_BYTES);
	const whole = Buffer.concat([START, box('free', FILL), moov, box('mdat', noise(100))]);
	const from = START.length + 8 + FILL.length;
	for (let end = from; end < whole.length; end++) {
		expect(await outcome(whole.subarray(0, end))).toMatch(/is incomplete/);
	}
	expect(await outcome(whole)).toBe('fine');
});

test('a small file cut off at every offset', async () => {
	const whole = mp4WithDuration(5, 200);
	for (let end = 0; end <= whole.length; end++) {
		expect(await outcome(whole.subarray(0, end))).toMatch(/is not an MP4|75,000 bytes/);
	}
});

test('random bytes', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
			expect(await outcome(bytes)).toMatch(/is not an MP4|75,000 bytes/);
		}),
		{ numRuns: often(100, 3000) },
	);
});

test('random bytes behind the start of an MP4', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
			expect(await outcome(Buffer.concat([START, bytes, FILL]))).not.toBe('');
		}),
		{ numRuns: often(100, 3000) },
	);
});

test('boxes of all sizes inside of each other', async () => {
	const type = fc.constantFrom('moov', 'mvhd', 'mvex', 'mehd', 'mdat', 'free', 'trak');
	const size = fc.oneof(fc.nat(40), fc.nat(), fc.constantFrom(0, 1, 7, 8, 16, 0xffffffff));
	const header = fc
		.tuple(size, type)
		.map(([length, name]) => Buffer.concat([uint32(length), Buffer.from(name)]));
	const body = fc.uint8Array({ maxLength: 24 }).map((bytes) => Buffer.from(bytes));
	await fc.assert(
		fc.asyncProperty(fc.array(fc.oneof(header, body), { maxLength: 12 }), async (parts) => {
			const inside = await outcome(
				Buffer.concat([START, box('moov', ...parts), box('mdat', FILL)]),
			);
			const beside = await outcome(Buffer.concat([START, ...parts, box('mdat', FILL)]));
			expect([inside, beside]).not.toContain('');
		}),
		{ numRuns: often(100, 5000) },
	);
});
