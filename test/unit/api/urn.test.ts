import fc from 'fast-check';

import { parseUrn, type UrnType } from '../../../linkedin/api/urn';
import { Problem } from '../../../linkedin/problem';
import { often } from '../../long/sampled';
import { anyCharacter } from '../anyCharacter';
import { failureOf } from './support';

const OWNERS: readonly UrnType[] = ['person', 'organization'];
const EXPECTED = 'Expected urn:li:person:… or urn:li:organization:….';
const asOwner = (value: unknown) => parseUrn(value, OWNERS, 'Owner');
const refusalOf = (value: unknown) => failureOf(Problem, () => asOwner(value));

describe('accepted', () => {
	test.each<[UrnType, string]>([
		['person', 'aB3_-'],
		['organization', '2414183'],
		['sponsoredAccount', '123456789'],
		['video', 'C5505AQH-oV1qvnFtKA'],
		['image', 'C4E10AQFn10iWtKexVA'],
	])('a %s', (type, id) => {
		const text = `urn:li:${type}:${id}`;
		expect(parseUrn(text, [type], 'URN')).toEqual({ type, id, text });
	});

	test.each([
		['space around it', '  urn:li:organization:2414183\n'],
		['the form of an address bar', 'urn%3Ali%3Aorganization%3A2414183'],
		['that form in lower case', 'urn%3ali%3aorganization%3a2414183'],
	])('%s is forgiven', (_, value) => {
		expect(asOwner(value).text).toBe('urn:li:organization:2414183');
	});

	test('the kinds that make sense, and no other', async () => {
		expect(parseUrn('urn:li:video:C1', ['video', 'image'], 'URN').type).toBe('video');
		const problem = await refusalOf('urn:li:video:C1');
		expect(problem.message).toBe('Owner "urn:li:video:C1" is a URN of type "video"');
		expect(problem.description).toContain(EXPECTED);
	});
});

describe('what a broken expression left', () => {
	test.each([
		['urn:li:person:undefined', 'undefined'],
		['urn:li:person:null', 'null'],
		['urn:li:organization:NaN', 'NaN'],
		['urn%3Ali%3Aperson%3Anull', 'null'],
		['urn:li:organization:[object Object]', '[object Object]'],
		['urn:li:organization:[undefined]', 'undefined'],
		['urn:li:person:{{ $json.id }}', '{{'],
		['urn:li:organization:Infinity', 'Infinity'],
		['urn:li:person:false', 'false'],
		['urn:li:person:Invalid DateTime', 'Invalid DateTime'],
		['undefined', 'undefined'],
		['[object Object]', '[object Object]'],
		['https://www.linkedin.com/company/undefined/', 'undefined'],
	])('%s', async (value, left) => {
		const problem = await refusalOf(value);
		expect(problem.message).toBe(`Owner "${value}" has "${left}" where an ID belongs`);
		expect(problem.description).toMatch(
			left === '{{'
				? /Switch the field from Fixed to Expression/
				: left.startsWith('[')
					? /The expression returned an object/
					: /An expression probably reads a field that this item doesn’t have/,
		);
	});

	test.each(['null & void GmbH', 'https://example.com/null', 'a true story'])(
		'%s is what somebody typed',
		async (value) => {
			expect((await refusalOf(value)).message).toBe(`Owner "${value}" is not a LinkedIn URN`);
		},
	);

	test('an id of no length', async () => {
		expect((await refusalOf('urn:li:person:')).message).toBe('Owner "urn:li:person:" has no ID');
	});

	test.each(['undefined1', 'nullX', 'Null', 'aNaN', 'true-1', '-null'])('%s may be an id', (id) => {
		expect(parseUrn(`urn:li:person:${id}`, ['person'], 'Owner').id).toBe(id);
	});
});

describe('refused, with the value and the kinds expected', () => {
	test.each([
		['urn:li:organization:2414183x', '2414183x'],
		['urn:li:organization:2414183?x=1', '2414183?x=1'],
		['urn:li:person:a/../b', 'a/../b'],
		['urn:li:person:a#b', 'a#b'],
		['urn:li:person:a%2Fb', 'a%2Fb'],
		['urn%3Ali%3Aperson%3Aa%2Fb', 'a%2Fb'],
		['urn:li:person:a b', 'a b'],
		['urn:li:person:a:b', 'a:b'],
		['urn:li:person:(a,b)', '(a,b)'],
		['urn:li:person:ä', 'ä'],
		['urn:li:organization:١', '١'],
	])('the id of %s', async (value, id) => {
		const problem = await refusalOf(value);
		expect(problem.message).toBe(`Owner "${value}" has an ID that LinkedIn doesn’t use: "${id}"`);
		expect(problem.description).toContain(EXPECTED);
	});

	test.each([
		['urn:li:organization:1', 'digits'],
		['urn:li:person:1', 'letters, digits, "-" and "_"'],
	])('%s, told what an id is made of', async (value, kind) => {
		const { description } = await refusalOf(`${value}?`);
		expect(description).toContain(`IDs of this kind contain only ${kind}.`);
	});

	test.each([
		['urn:li:person'],
		['URN:LI:PERSON:a'],
		['urn:li::a'],
		['urn:li:person:a\nb'],
		['urn:li:person:a\r\nX-Header: 1'],
		['https://www.linkedin.com/in/somebody'],
		['__proto__'],
	])('%j, which is no URN', async (value) => {
		const problem = await refusalOf(value);
		expect(problem.message).toBe(`Owner "${value}" is not a LinkedIn URN`);
		expect(problem.description).toContain(EXPECTED);
	});

	test.each([[''], ['   '], [undefined], [null]])('%j, which is empty', async (value) => {
		const problem = await refusalOf(value);
		expect(problem.message).toBe('Owner is empty');
		expect(problem.description).toContain(EXPECTED);
	});

	test.each([[[]], [{}], [{ value: 'urn:li:person:a' }], [true]])(
		'%j, which is no text',
		async (value) => {
			const problem = await refusalOf(value);
			expect(problem.description).toContain(EXPECTED);
		},
	);

	test('a number is shown, not called empty', async () => {
		const problem = await refusalOf(2414183);
		expect(problem.message).toContain('2414183');
		expect(problem.description).toContain('Did you mean urn:li:organization:2414183?');
	});

	test.each(['constructor', 'toString', 'hasOwnProperty'])('the kind "%s"', async (type) => {
		const problem = await refusalOf(`urn:li:${type}:1`);
		expect(problem.message).toContain(`is a URN of type "${type}"`);
	});

	test('a long text is shown shortened', async () => {
		const problem = await refusalOf(`urn:li:person:${'ä'.repeat(5000)}`);
		expect(problem.message).toContain(`"urn:li:person:${'ä'.repeat(66)}…"`);
		expect(problem.message.length).toBeLessThan(300);
	});

	test('an id longer than any id of LinkedIn', async () => {
		const problem = await refusalOf(`urn:li:person:${'a'.repeat(10_000)}`);
		expect(problem.message.length).toBeLessThan(300);
	});
});

describe('suggested, never guessed', () => {
	test.each([
		['2414183', ' Did you mean urn:li:organization:2414183?'],
		['urn:li:company:2414183', ' Did you mean urn:li:organization:2414183?'],
		['urn:li:member:2414183', ''],
		['12a', ''],
	])('for the owner %s: "%s"', async (value, suggestion) => {
		expect((await refusalOf(value)).description).toBe(`${EXPECTED}${suggestion}`);
	});
});

test('whatever is accepted is made of harmless characters only', () => {
	const odd = fc.string({
		unit: fc.constantFrom(...Array.from('aZ09_-:/?#%.,()\' "\\&=\n\r\t\0é')),
		maxLength: 8,
	});
	// By chance alone, a short run may have none that is accepted.
	const plain = fc.string({ unit: fc.constantFrom('0', '9'), minLength: 1, maxLength: 8 });
	const id = fc.oneof(odd, plain);
	const kind = fc.constantFrom('person', 'organization', 'sponsoredAccount', 'video', 'x');
	const separator = fc.constantFrom(':', '%3A', '%3a', '/');
	const value = fc.oneof(
		fc.tuple(kind, id, separator).map(([type, rest, mark]) => ['urn', 'li', type, rest].join(mark)),
		fc.string({ unit: anyCharacter }),
	);
	let accepted = 0;
	fc.assert(
		fc.property(value, (candidate) => {
			let text: string;
			try {
				({ text } = parseUrn(candidate, ['person', 'organization', 'sponsoredAccount'], 'URN'));
			} catch (error) {
				expect(error).toBeInstanceOf(Problem);
				return;
			}
			accepted += 1;
			expect(text).toMatch(/^urn:li:(?:person|organization|sponsoredAccount):[A-Za-z0-9_-]+$/);
			expect(text).toBe(`urn:li:${text.split(':').slice(2).join(':')}`);
		}),
		{ numRuns: often(200, 10_000) },
	);
	expect(accepted).toBeGreaterThan(0);
});
