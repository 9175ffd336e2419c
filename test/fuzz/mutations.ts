import fc from 'fast-check';

/** One change of a file. */
type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, where: number) => Math.floor(where * bytes.length);

/** Numbers that readers trip over, as they stand in files. */
const NUMBERS = [
	'00',
	'ff',
	'7f',
	'80',
	'0000',
	'ffff',
	'00000000',
	'ffffffff',
	'7fffffff',
	'80000000',
	'00000001',
	'00000007',
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
	place.map((end) => (bytes: Buffer) => bytes.subarray(0, at(bytes, end))),
	fc
		.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 16 }))
		.map(([where, put]) => (bytes: Buffer) => {
			const start = at(bytes, where);
			return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + put.length)]);
		}),
	fc.tuple(place, fc.constantFrom(...NUMBERS)).map(([where, number]) => (bytes: Buffer) => {
		const start = at(bytes, where);
		const put = Buffer.from(number, 'hex');
		return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + put.length)]);
	}),
	fc.tuple(place, place, fc.nat(200)).map(([from, to, length]) => (bytes: Buffer) => {
		const piece = bytes.subarray(at(bytes, from), at(bytes, from) + length);
		const start = at(bytes, to);
		return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start)]);
	}),
	fc.tuple(place, fc.nat(100)).map(([where, length]) => (bytes: Buffer) => {
		const start = at(bytes, where);
		return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]);
	}),
);

/** Real files, with some changes. */
export function mutated(files: readonly Buffer[]): fc.Arbitrary<Buffer> {
	return fc
		.tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 8 }))
		.map(([file, changes]) => changes.reduce((bytes, change) => change(bytes), file));
}

/** Pieces of a format's syntax in any order. */
export function pieces(start: string, words: readonly string[], end = ''): fc.Arbitrary<Buffer> {
	const piece = fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...words) },
		{ weight: 1, arbitrary: fc.nat(300).map((number) => ` ${number} `) },
	);
	return fc
		.array(piece, { maxLength: 60 })
		.map((parts) => Buffer.from(start + parts.join('') + end, 'latin1'));
}
