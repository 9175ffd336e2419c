import { Problem } from '../../../linkedin/problem';
import { parseUploadedParts } from '../../../linkedin/upload/uploadedParts';

const part = (id: string, more: Record<string, unknown> = {}) => ({
	headers: { ETag: `"${id}"` },
	httpStatusCode: 200,
	...more,
});
const ids = (value: unknown, count?: number) =>
	parseUploadedParts(value, count).map(({ id }) => id);

describe('ids', () => {
	test.each<[string, unknown]>([
		['a list', ['/a.bin', '/b.bin']],
		['its JSON text', '["/a.bin", "/b.bin"]'],
		['quoted as ETags are', ['"/a.bin"', 'W/"/b.bin"']],
		['the answers of the PUTs', [part('/a.bin'), part('/b.bin')]],
		['ids and answers', ['/a.bin', part('/b.bin')]],
		[
			'answers without a status',
			[{ headers: { ETag: '/a.bin' } }, { headers: { ETag: '/b.bin' } }],
		],
		...['ETag', 'etag', 'Etag', 'ETAG', 'eTag'].map((name): [string, unknown] => [
			`the header ${name}`,
			[{ headers: { [name]: '"/a.bin"' } }, { headers: { [name]: ['/b.bin'] } }],
		]),
	])('from %s', (_, value) => {
		expect(ids(value, 2)).toStrictEqual(['/a.bin', '/b.bin']);
	});

	test('that are hashes may be the same: so may be the bytes of two parts', () => {
		const hash = 'd8a5ce5adcdac4063feabcda7183396e';
		expect(ids([hash, hash], 2)).toStrictEqual([hash, hash]);
	});
});

describe('order', () => {
	test('is the list’s where there are no part numbers', () => {
		expect(ids([part('c'), part('a'), part('b')])).toStrictEqual(['c', 'a', 'b']);
	});

	test('is that of the part numbers where every entry has one, also as text', () => {
		const value = [
			part('c', { partNumber: 3 }),
			part('a', { partNumber: '1' }),
			part('b', { partNumber: 2 }),
		];
		expect(ids(value, 3)).toStrictEqual(['a', 'b', 'c']);
	});

	test('is the list’s where only some have one and none contradicts it', () => {
		expect(ids([part('a'), part('b', { partNumber: 2 })], 2)).toStrictEqual(['a', 'b']);
	});
});

describe('status', () => {
	test.each(['httpStatusCode', 'statusCode', 'status'])('as %s', (name) => {
		const entry = { headers: { ETag: 'a' }, [name]: 201 };
		expect(parseUploadedParts([entry], 1)).toStrictEqual([{ id: 'a', status: 201 }]);
	});

	test('is 200 where only the id is told', () => {
		expect(parseUploadedParts(['a'], 1)).toStrictEqual([{ id: 'a', status: 200 }]);
	});
});

describe('refused', () => {
	test.each<[string, unknown, number | undefined, RegExp]>([
		['no list', { a: 1 }, 1, /Uploaded Parts is not a list/],
		['broken JSON', '["a"', 1, /is not a list/],
		['an empty list', [], undefined, /is empty/],
		['fewer than the plan', ['a', 'b'], 3, /has 2 entries, but the upload has 3 parts/],
		['more than the plan', ['a', 'b'], 1, /has 2 entries, but the upload has 1 part$/],
		['an empty id', ['a', '""'], 2, /entry 2 is empty/],
		['a number as id', ['a', 7], 2, /entry 2 is neither an ID nor a response/],
		['no ETag', [part('a'), { headers: { Date: 'x' } }], 2, /entry 2 has no ETag/],
		['no headers', [part('a'), { httpStatusCode: 200 }], 2, /entry 2 has no ETag/],
		...[199, 301, 400, 403, 503].map((status): [string, unknown, number, RegExp] => [
			`an answer with ${status}`,
			[part('a'), part('b', { httpStatusCode: status })],
			2,
			new RegExp(`entry 2 has status ${status}`),
		]),
		[
			'a status that is none',
			[part('a', { httpStatusCode: 'ok' })],
			1,
			/the status of entry 1 is not a whole number/,
		],
		[
			'a part number that is none',
			[part('a', { partNumber: 0 })],
			1,
			/"partNumber" of entry 1 is not a whole number from 1/,
		],
		[
			'a part twice',
			[part('a', { partNumber: 2 }), part('b', { partNumber: 2 })],
			2,
			/part 2 appears twice, as entries 1 and 2/,
		],
		[
			'a gap',
			[part('a', { partNumber: 1 }), part('c', { partNumber: 3 })],
			undefined,
			/part 2 is missing/,
		],
		[
			'a part number beyond the plan',
			[part('a', { partNumber: 2 }), part('c', { partNumber: 3 })],
			2,
			/part 1 is missing/,
		],
		[
			'a part number that contradicts its place',
			[part('a', { partNumber: 2 }), part('b')],
			2,
			/entry 1 says it is part 2/,
		],
		['an id twice', ['/a.bin', '/b.bin', '/a.bin'], 3, /entries 1 and 3 have the same ID/],
	])('%s', (_, value, count, says) => {
		expect(() => parseUploadedParts(value, count)).toThrow(Problem);
		expect(() => parseUploadedParts(value, count)).toThrow(says);
	});
});
