import type { IExecuteFunctions } from 'n8n-workflow';

import { Problem } from '../../../linkedin/problem';
import { text } from '../../../nodes/form/fields';
import { Form } from '../../../nodes/form/form';
import { toBoolean, toChoice, toText, toWhole } from '../../../nodes/form/values';
import { failureOf } from '../api/support';

const SECRET = 'AQX-secret';
const holder = { oauthTokenData: { access_token: SECRET }, toString: () => SECRET };
const CHOICES = ['fail', 'continue'] as const;

/** Each reader with what it expects, and a default that no test value is. */
const READERS: ReadonlyArray<
	[name: string, read: (value: unknown) => unknown, fallback: unknown, expected: string]
> = [
	['toText', (value) => toText(value, 'default', 'Field'), 'default', 'text'],
	['toBoolean', (value) => toBoolean(value, true, 'Field'), true, 'true or false'],
	[
		'toWhole',
		(value) => toWhole(value, 7, { least: 0, most: 20 }, 'Field'),
		7,
		'a whole number from 0 to 20',
	],
	[
		'toChoice',
		(value) => toChoice(value, 'fail', CHOICES, 'Field'),
		'fail',
		'"fail" or "continue"',
	],
];

describe.each(READERS)('%s', (_, read, fallback, expected) => {
	test.each([[undefined], [null]])('takes its default for %s', (value) => {
		expect(read(value)).toBe(fallback);
	});

	test.each<[string, unknown]>([
		['an object', holder],
		['an object', {}],
		['an object', { value: 'fail' }],
		['an object', Object.assign(() => SECRET, { secret: SECRET })],
		['an object', Symbol(SECRET)],
		['a list', [SECRET]],
		['a list', ['fail']],
		['a list', [1]],
		['a list', []],
	])('calls %s by its kind and shows none of its content: %#', async (kind, value) => {
		const problem = await failureOf(Problem, () => read(value));
		expect(problem.message).toBe(`Field is ${kind}, not ${expected}`);
		expect(problem.description).toBe(`The expression must return ${expected}.`);
		expect(`${problem.message} ${problem.description ?? ''}`).not.toContain(SECRET);
	});
});

describe('a text that is empty', () => {
	test.each(READERS.slice(1))('is the default of %s', (_, read, fallback) => {
		for (const value of ['', '  ', '\n']) expect(read(value)).toBe(fallback);
	});

	test('is the default of toText', () => {
		expect(toText('', 'default', 'Field')).toBe('default');
	});

	test('stays empty where the default is empty too', () => {
		expect(toText('', '', 'Field')).toBe('');
	});
});

describe('text', () => {
	test.each<[unknown, string]>([
		['talk', 'talk'],
		[' talk ', ' talk '],
		['false', 'false'],
		[0, '0'],
		[2414183, '2414183'],
	])('is made of %p', (value, text) => {
		expect(toText(value, 'default', 'Field')).toBe(text);
	});

	test.each([true, false])('is not made of %s, which is shown', async (value) => {
		const problem = await failureOf(Problem, () => toText(value, '', 'Asset Name'));
		expect(problem.message).toBe(`Asset Name is ${value}, not text`);
	});
});

describe('true or false', () => {
	test.each<[unknown, boolean]>([
		[true, true],
		['true', true],
		[' TRUE ', true],
		[false, false],
		['false', false],
		['False', false],
	])('is made of %p', (value, expected) => {
		for (const fallback of [true, false]) {
			expect(toBoolean(value, fallback, 'Check File')).toBe(expected);
		}
	});

	test.each<[unknown, string]>([
		[0, '0'],
		[1, '1'],
		['yes', '"yes"'],
		['0', '"0"'],
	])('is not made of %p', async (value, shown) => {
		const problem = await failureOf(Problem, () => toBoolean(value, true, 'Check File'));
		expect(problem.message).toBe(`Check File is ${shown}, not true or false`);
	});
});

describe('a whole number', () => {
	test.each<[unknown, number]>([
		[0, 0],
		[20, 20],
		['0', 0],
		['20', 20],
		[' 3 ', 3],
	])('is made of %p', (value, expected) => {
		expect(toWhole(value, 7, { least: 0, most: 20 }, 'Max Retries')).toBe(expected);
	});

	test.each<[unknown, string]>([
		[-1, '-1'],
		[21, '21'],
		['21', '"21"'],
		[1.5, '1.5'],
		['1,5', '"1,5"'],
		['many', '"many"'],
		['5s', '"5s"'],
		[Number.NaN, 'NaN'],
		[Number.POSITIVE_INFINITY, 'Infinity'],
		['Infinity', '"Infinity"'],
		[true, 'true'],
		[false, 'false'],
	])('is not made of %p', async (value, shown) => {
		const problem = await failureOf(Problem, () =>
			toWhole(value, 7, { least: 0, most: 20 }, 'Max Retries'),
		);
		expect(problem.message).toBe(`Max Retries is ${shown}, not a whole number from 0 to 20`);
	});

	test('has a default that need not be in the range', () => {
		expect(toWhole(undefined, 0, { least: 1, most: 5 }, 'Field')).toBe(0);
	});
});

describe('a choice', () => {
	test.each(CHOICES)('is %s', (choice) => {
		expect(toChoice(choice, 'fail', CHOICES, 'Field')).toBe(choice);
	});

	test.each<[unknown, string]>([
		['Fail', '"Fail"'],
		['constructor', '"constructor"'],
		['0', '"0"'],
		[0, '0'],
		[true, 'true'],
	])('is not %p', async (value, shown) => {
		const problem = await failureOf(Problem, () => toChoice(value, 'fail', CHOICES, 'Field'));
		expect(problem.message).toBe(`Field is ${shown}, not "fail" or "continue"`);
	});
});

test('a wrong text is shown up to its 80th character', async () => {
	const shown = async (text: string) =>
		(await failureOf(Problem, () => toChoice(text, 'fail', CHOICES, 'Field'))).message;
	expect(await shown('x'.repeat(80))).toContain(`Field is "${'x'.repeat(80)}", not`);
	expect(await shown('x'.repeat(81))).toContain(`Field is "${'x'.repeat(80)}…", not`);
});

describe('a field of the form', () => {
	const asked: unknown[][] = [];
	const formWith = (value: unknown): Form =>
		Form.ofItem(
			{
				getNodeParameter: (...question: unknown[]) => {
					asked.push(question);
					return value;
				},
			} as unknown as IExecuteFunctions,
			3,
		);
	const field = text({ displayName: 'Resource', name: 'resource', default: 'none' });
	beforeEach(() => {
		asked.length = 0;
	});

	test('is read for its item, with its default', () => {
		expect(formWith('video').read(field)).toBe('video');
		// n8n throws where a parameter is undefined, unless it is told what to give instead.
		expect(asked).toEqual([['resource', 3, '']]);
		expect(formWith('').read(field)).toBe('none');
		expect(formWith('').read(text({ displayName: 'Resource', name: 'resource' }))).toBe('');
	});

	test('that is none is named as the form names it', async () => {
		const problem = await failureOf(Problem, () => formWith(holder).read(field));
		expect(problem.message).toBe('Resource is an object, not text');
	});

	test('has no expression for a default: what n8n made of it is its value', () => {
		const url = text({ displayName: 'URL', name: 'url', default: '={{ $json.url }}' });
		expect(formWith('').read(url)).toBe('');
	});
});
