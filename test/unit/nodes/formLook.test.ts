import { Problem } from '../../../linkedin/problem';
import { collection, optionsWith, rows } from '../../../nodes/form/collection';
import {
	choice,
	flag,
	json,
	line,
	statedChoice,
	statedWhole,
	text,
	whole,
} from '../../../nodes/form/fields';
import { fromLibrary, fromList, locatorValue, typed } from '../../../nodes/form/locator';
import { failureOf } from '../api/support';

/** What n8n needs to show a field, and what its value is where the form has none. */

const look = { displayName: 'Field', name: 'field' };
const OPTIONS = [{ name: 'B', value: 'b', description: 'The second' } as const];
const valuesWith = (value: unknown) => ({ get: () => value });

test.each([
	['text', text(look), { type: 'string', default: '' }],
	['line', line({ ...look, default: 'a' }), { type: 'string', default: 'a' }],
	['flag', flag({ ...look, default: true }), { type: 'boolean', default: true }],
	['json', json(look), { type: 'json', default: '' }],
	[
		'choice',
		choice({ ...look, options: OPTIONS, default: 'b' }),
		{ type: 'options', options: OPTIONS, default: 'b' },
	],
	[
		'whole',
		whole({ ...look, least: 1, most: 16, default: 4 }),
		{ type: 'number', default: 4, typeOptions: { minValue: 1, maxValue: 16, numberPrecision: 0 } },
	],
	[
		'statedWhole',
		statedWhole({ ...look, least: 1, most: 1_000_000 }),
		{
			...{ type: 'number', default: '' },
			typeOptions: { minValue: 1, maxValue: 1_000_000, numberPrecision: 0 },
		},
	],
])('%s', (_, field, shown) => {
	expect(field.property).toEqual({ ...look, ...shown });
});

test('a limit that is technical is not shown, but it holds', async () => {
	const size = statedWhole({ ...look, least: 0, most: Number.MAX_SAFE_INTEGER });
	expect(size.property.typeOptions).toEqual({ minValue: 0, numberPrecision: 0 });
	const problem = await failureOf(Problem, () => size.read(valuesWith(-1)));
	expect(problem.message).toBe('Field is -1, not a whole number of 0 or more');
	expect(problem.description).toBe('Enter a whole number of 0 or more.');
	expect(size.read(valuesWith(''))).toBeUndefined();
	expect(size.read(valuesWith('7'))).toBe(7);
});

test('JSON that is empty is undefined', () => {
	const field = json(look);
	for (const value of [null, '']) expect(field.read(valuesWith(value))).toBeUndefined();
	for (const value of ['{}', 0, false]) expect(field.read(valuesWith(value))).toBe(value);
});

test('a stated choice has no default', async () => {
	const field = statedChoice({ ...look, options: OPTIONS, default: 'b' });
	expect(field.property.default).toBe('b');
	const problem = await failureOf(Problem, () => field.read(valuesWith(' ')));
	expect(problem.message).toBe('Field is empty');
	expect(problem.description).toBe(
		'Its expression returned nothing for this item. It must return "b".',
	);
});

describe('a collection', () => {
	const options = optionsWith(
		text({ displayName: 'Title', name: 'title' }),
		text({ displayName: 'alt Text', name: 'altText' }).optional(),
		text({ displayName: 'Alt', name: 'alt', default: 'none' }),
	);

	test('is sorted as n8n demands, whatever the case of a name', () => {
		expect(options.property).toMatchObject({
			...{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
			...{ type: 'collection', default: {} },
			options: [{ name: 'alt' }, { name: 'altText' }, { name: 'title' }],
		});
	});

	test('has the default of what was not added', () => {
		expect(options.read(valuesWith({ title: 'Talk' }))).toEqual({ title: 'Talk', alt: 'none' });
		expect(options.read(valuesWith(''))).toEqual({ title: '', alt: 'none' });
		expect(collection(look).property).toEqual({
			...look,
			...{ type: 'collection', default: {}, options: [] },
		});
	});
});

describe('rows', () => {
	const images = rows(
		{ ...look, default: {} },
		{ key: 'images', displayName: 'Images' },
		text({ displayName: 'Title', name: 'title' }),
	);

	test('can be added, as many as wanted', () => {
		expect(images.property).toMatchObject({
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			options: [{ displayName: 'Images', name: 'images', values: [{ name: 'title' }] }],
		});
	});

	test('are read from the form, and from a plain list', () => {
		const list = [{ title: 'a' }, {}];
		for (const value of [{ images: list }, list]) {
			expect(images.read(valuesWith(value))).toEqual([{ title: 'a' }, { title: '' }]);
		}
		for (const value of [{}, '', undefined]) expect(images.read(valuesWith(value))).toEqual([]);
	});

	test('are counted from 1 in errors', async () => {
		const problem = await failureOf(Problem, () =>
			images.read(valuesWith([{ title: 'a' }, { title: true }])),
		);
		expect(problem.message).toBe('Field, entry 2: Title is true, not text');
	});
});

test('when() adds to what a field depends on', () => {
	const field = text(look)
		.with({ displayOptions: { show: { resource: ['post'] }, hide: { source: ['none'] } } })
		.when({ checkFile: [true] });
	expect(field.property.displayOptions).toEqual({
		show: { resource: ['post'], checkFile: [true] },
		hide: { source: ['none'] },
	});
	expect(text(look).when({ source: ['url'] }).property.displayOptions).toEqual({
		show: { source: ['url'] },
	});
});

describe('a resource locator', () => {
	test('has a list that can be searched', () => {
		const list = {
			...{ displayName: 'From List', name: 'list', type: 'list', placeholder: 'Choose' },
			typeOptions: { searchListMethod: 'owners', searchable: true },
		};
		expect(fromList('owners', 'Choose')).toEqual(list);
		expect(fromLibrary('owners', 'Choose')).toEqual({ ...list, displayName: 'From Library' });
	});

	test('has a mode for typing that says what is wrong', () => {
		const mode = { name: 'urn', displayName: 'By URN', placeholder: 'urn:li:…' } as const;
		const errorMessage = 'Not a URN';
		expect(typed({ ...mode, regex: '^urn', errorMessage })).toEqual({
			...mode,
			type: 'string',
			validation: [{ type: 'regex', properties: { regex: '^urn', errorMessage } }],
		});
	});

	test.each<[unknown, unknown]>([
		[{ mode: 'urn', value: 'a' }, 'a'],
		['a', 'a'],
		[7, 7],
		[{ mode: 'list', value: null }, ''],
		[{ mode: 'list' }, ''],
		[null, ''],
		[undefined, ''],
	])('%j is %j', (locator, value) => {
		expect(locatorValue(locator)).toBe(value);
	});
});
