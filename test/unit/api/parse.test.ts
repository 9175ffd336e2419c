import {
	JsonFields,
	isRecord,
	MOST_SMALL_ANSWER,
	parseAnswer,
	parseJson,
	UnexpectedAnswer,
} from '../../../linkedin/api/parse';

const of = (value: unknown): JsonFields => JsonFields.of(value, 'value');

describe('a required field', () => {
	test.each<[string, unknown, (fields: JsonFields) => unknown]>([
		['text', 'a', (fields) => fields.string('field')],
		['empty text', '', (fields) => fields.string('field')],
		['number', 4_194_303, (fields) => fields.integer('field')],
		['zero', 0, (fields) => fields.integer('field')],
		['largest number', Number.MAX_SAFE_INTEGER, (fields) => fields.integer('field')],
	])('%s is read', (_, value, read) => {
		expect(read(of({ field: value }))).toBe(value);
	});

	const readers: Array<[string, (fields: JsonFields) => unknown]> = [
		['text', (fields) => fields.string('field')],
		['whole number', (fields) => fields.integer('field')],
		['list', (fields) => fields.list('field')],
		['object', (fields) => fields.object('field')],
	];

	test.each(readers)('%s that is missing or null is named', (_, read) => {
		const missing = new UnexpectedAnswer('value.field is missing');
		expect(() => read(of({}))).toThrow(missing);
		expect(() => read(of({ field: undefined }))).toThrow(missing);
		expect(() => read(of({ field: null }))).toThrow(missing);
	});

	test.each<[string, (fields: JsonFields) => unknown, unknown[]]>([
		['not text', (fields) => fields.string('field'), [1, true, {}, []]],
		[
			'not a whole number',
			(fields) => fields.integer('field'),
			['1', true, {}, [], 1.5, -1, Number.NaN, Infinity, -Infinity, 2 ** 53],
		],
		['not a list', (fields) => fields.list('field'), ['a', 1, {}, { length: 1 }]],
		['not an object', (fields) => fields.object('field'), ['a', 1, true, []]],
	])('%s is named', (what, read, values) => {
		for (const value of values) {
			expect(() => read(of({ field: value }))).toThrow(
				new UnexpectedAnswer(`value.field is ${what}`),
			);
		}
	});
});

describe('an optional field', () => {
	const readers: Array<[string, (fields: JsonFields) => unknown, unknown]> = [
		['text', (fields) => fields.optionalString('field'), ['no text']],
		['whole number', (fields) => fields.optionalInteger('field'), '1'],
		['object', (fields) => fields.optionalObject('field'), 'no object'],
	];

	test.each(readers)('%s may be missing or null, not wrong', (_, read, wrong) => {
		expect(read(of({}))).toBeUndefined();
		expect(read(of({ field: null }))).toBeUndefined();
		expect(() => read(of({ field: wrong }))).toThrow(UnexpectedAnswer);
	});

	test('is read where it stands', () => {
		const fields = of({ text: '', size: 0, inner: { size: 1 } });
		expect(fields.optionalString('text')).toBe('');
		expect(fields.optionalInteger('size')).toBe(0);
		expect(fields.optionalObject('inner')?.integer('size')).toBe(1);
	});
});

describe('the path in an error', () => {
	const answer = JsonFields.of({ value: { list: [{ size: 1 }, { size: '2' }, 3] } }, '');

	test.each<[string, () => unknown]>([
		['nothing is missing', () => answer.string('nothing')],
		['value.nothing is missing', () => answer.object('value').string('nothing')],
		['value.list[2] is not an object', () => answer.object('value').list('list')],
		['the response is not an object', () => JsonFields.of([], '')],
	])('%s', (message, read) => {
		expect(read).toThrow(new UnexpectedAnswer(message));
	});

	test('goes through lists', () => {
		const [, second] = JsonFields.of({ list: [{ size: 1 }, { size: '2' }] }, 'value').list('list');
		expect(() => second?.integer('size')).toThrow('value.list[1].size is not a whole number');
	});
});

test('no field is found that the answer does not have itself', () => {
	for (const name of ['constructor', 'toString', '__proto__']) {
		expect(() => of({}).object(name)).toThrow(`value.${name} is missing`);
	}
	const evil: unknown = parseJson('{"__proto__":{"admin":"yes"}}');
	expect(of(evil).object('__proto__').string('admin')).toBe('yes');
	expect(() => of(evil).string('admin')).toThrow('value.admin is missing');
});

test('an answer that is handed on whole keeps every field', () => {
	const value = { id: 'a', extra: [1, { b: null }] };
	expect(of(value).all()).toEqual(value);
});

test.each([
	[{}, true],
	[{ a: 1 }, true],
	[[], false],
	[null, false],
	[undefined, false],
	['text', false],
])('%j is a record: %s', (value, expected) => {
	expect(isRecord(value)).toBe(expected);
});

test.each([
	['{"a":1}', { a: 1 }],
	['null', null],
	['', undefined],
	['{"a":', undefined],
	['<html>', undefined],
])('the JSON %j gives %j', (text, expected) => {
	expect(parseJson(text)).toEqual(expected);
});

test('a list that is too long is not read', () => {
	const fields = of({ field: [{}, {}, 'not looked at'] });
	expect(() => fields.list('field', 2)).toThrow(
		'value.field has 3 entries, and at most 2 are allowed',
	);
	expect(of({ field: [{}, {}] }).list('field', 2)).toHaveLength(2);
});

test('a small answer has up to 256 KiB', () => {
	const text = (length: number) => `"${'x'.repeat(length - 2)}"`;
	expect(parseAnswer(text(MOST_SMALL_ANSWER))).toHaveLength(MOST_SMALL_ANSWER - 2);
	expect(parseAnswer(text(MOST_SMALL_ANSWER + 1))).toBeUndefined();
	expect(parseAnswer('[')).toBeUndefined();
});
