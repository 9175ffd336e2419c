import { ByteReader } from '../../../linkedin/files/byteReader';
import { problemOf, sourceOf } from './support';

const BYTES = Buffer.from('0123456789');

async function textOf(reading: Promise<DataView>): Promise<string> {
	const { buffer, byteOffset, byteLength } = await reading;
	return Buffer.from(buffer, byteOffset, byteLength).toString();
}

test.each([[[1]], [[3]], [[4, 0, 1]], [[10]]])('chunks of %j', async (chunkSizes) => {
	const reader = await ByteReader.open(sourceOf(BYTES, { chunkSizes }));
	expect(Buffer.from(await reader.peek(4)).toString()).toBe('0123');
	expect(await textOf(reader.read(2))).toBe('01');
	await reader.skipTo(5);
	expect(reader.position).toBe(5);
	expect(await textOf(reader.read(3))).toBe('567');
	await reader.skipTo(8);
	expect(Buffer.from(await reader.peek(100)).toString()).toBe('89');
	expect(reader.position).toBe(8);
});

test.each(['read', 'skip'])(
	'a %s beyond the end is an error that says how far it came',
	async (how) => {
		const reader = await ByteReader.open(sourceOf(BYTES, { size: 1000, chunkSizes: [3] }));
		await reader.read(4);
		const problem = await problemOf(() => (how === 'read' ? reader.read(7) : reader.skipTo(11)));
		expect(problem.message).toBe(
			'The video "talk.mp4" ends early: 10 of 1,000 bytes could be read',
		);
	},
);

test('nothing is read that was not asked for', async () => {
	const source = sourceOf(BYTES, { chunkSizes: [2] });
	const reader = await ByteReader.open(source);
	expect(source.pulled).toBe(0);
	await reader.read(3);
	expect(source.pulled).toBe(4);
	await reader.close();
	expect(source.released).toBe(true);
});
