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
