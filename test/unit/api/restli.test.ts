import fc from 'fast-check';

import { buildQuery, encodeList, encodeRecord, encodeValue } from '../../../linkedin/api/restli';
import { anyCharacter } from '../anyCharacter';

/** RFC 3986 reserved characters, and what else may not stand in a URL. */
const RESERVED = Array.from(`:/?#[]@!$&'()*+,;=% "<>\\^\`{|}`);
const text = fc.string({ unit: anyCharacter, minLength: 1 });

describe('a value', () => {
	test.each(RESERVED)('has %j encoded', (character) => {
		const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
		expect(encodeValue(`a${character}b`)).toBe(`a%${hex}b`);
	});

	test('keeps letters, digits and - . _ ~', () => {
		expect(encodeValue('AZaz09-._~')).toBe('AZaz09-._~');
	});

	test('is two single quotes where it is empty, the one form Rest.li has for it', () => {
		expect(encodeValue('')).toBe("''");
	});

	test('of a URN becomes the form that LinkedIn documents', () => {
		expect(encodeValue('urn:li:video:C5505AQH-oV1qvnFtKA')).toBe(
			'urn%3Ali%3Avideo%3AC5505AQH-oV1qvnFtKA',
		);
	});

	test('decodes to itself, whatever it is', () => {
		fc.assert(
			fc.property(text, (value) => {
				expect(decodeURIComponent(encodeValue(value))).toBe(value);
			}),
		);
	});

	test('never brings a character that means something to Rest.li or to a URL', () => {
		fc.assert(
			fc.property(text, (value) => {
				expect(encodeValue(value)).not.toMatch(/[(),':/?#&=+;\s]/);
			}),
		);
	});

	test('with half a surrogate pair is sent with a replacement character', () => {
		expect(encodeValue('cut \ud83d')).toBe('cut%20%EF%BF%BD');
	});
});

describe('a list', () => {
	test.each([
		[[], 'List()'],
		[['urn:li:video:C1'], 'List(urn%3Ali%3Avideo%3AC1)'],
		[['a,b', '(c)', ''], "List(a%2Cb,%28c%29,'')"],
	])('%j is written %s', (values, expected) => {
		expect(encodeList(values)).toBe(expected);
	});
});

describe('a record', () => {
	test.each([
		[{}, '()'],
		[{ value: 'ACTIVE' }, '(value:ACTIVE)'],
		[{ a: 'x:y', 'b)': '' }, "(a:x%3Ay,b%29:'')"],
	])('%j is written %s', (record, expected) => {
		expect(encodeRecord(record)).toBe(expected);
	});
});

describe('a query', () => {
	test('is empty without parameters', () => {
		expect(buildQuery([])).toBe('');
		expect(buildQuery([['associatedAccount', undefined]])).toBe('');
	});

	test('has its parameters in the order given, without the undefined ones', () => {
		const query = buildQuery([
			['q', 'associatedAccount'],
			['mediaLibraryStatus', undefined],
			['associatedAccount', 'urn:li:sponsoredAccount:1'],
			['count', '100'],
		]);
		expect(query).toBe(
			'?q=associatedAccount&associatedAccount=urn%3Ali%3AsponsoredAccount%3A1&count=100',
		);
	});

	test('takes what is encoded already as it is', () => {
		expect(
			buildQuery([
				['ids', { encoded: encodeList(['urn:li:video:C1', 'urn:li:video:C2']) }],
				['status', { encoded: encodeRecord({ value: 'ACTIVE' }) }],
			]),
		).toBe('?ids=List(urn%3Ali%3Avideo%3AC1,urn%3Ali%3Avideo%3AC2)&status=(value:ACTIVE)');
	});
});
