import { MOST_ANSWER_BYTES } from '../../../linkedin/api/answerBounds';
import { turnAfter } from '../../../linkedin/api/turns';
import { boundedText } from '../../../nodes/transport/boundedText';

const chunksOf = (bytes: Buffer, size: number): AsyncIterable<Buffer> =>
	(async function* () {
		for (let at = 0; at < bytes.length; at += size) {
			yield await Promise.resolve(bytes.subarray(at, at + size));
		}
	})();

test.each([1, 4000, 65_537])(
	'characters of several bytes are whole, wherever %d bytes and pieces end',
	async (size) => {
		const text = `a${'é一😀'.repeat(size === 1 ? 1000 : 100_000)}`;
		expect(await boundedText(chunksOf(Buffer.from(text), size), undefined)).toBe(text);
	},
);

test('one that breaks off within a character ends with the sign for it', async () => {
	const bytes = Buffer.from('aé').subarray(0, 2);
	expect(await boundedText(chunksOf(bytes, 10), undefined)).toBe('a\ufffd');
});

test('a byte order mark is none of the text', async () => {
	expect(await boundedText(chunksOf(Buffer.from('\ufeff{}'), 10), undefined)).toBe('{}');
});

test('as much as any answer may have, and no more', async () => {
	const text = 'x'.repeat(MOST_ANSWER_BYTES);
	expect(await boundedText(chunksOf(Buffer.from(text), 1_000_000), undefined)).toBe(text);
	expect(
		await boundedText(chunksOf(Buffer.from(`${text}x`), 1_000_000), undefined),
	).toBeUndefined();
});

test.each([100_000, 1_000_000])('of many with %d bytes few wait to be read', async (size) => {
	let held = 0;
	let most = 0;
	const read = async (): Promise<void> => {
		const text = await boundedText(chunksOf(Buffer.alloc(size, 'x'), 50_000), undefined);
		held += 1;
		most = Math.max(most, held);
		// It is scanned, parsed, and its fields are read.
		for (let step = 0; step < 3; step += 1) await turnAfter(text ?? '');
		held -= 1;
	};
	await Promise.all(Array.from({ length: 20 }, read));
	expect(most).toBeLessThanOrEqual(2);
});
