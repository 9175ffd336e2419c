import { Problem } from '../../../linkedin/problem';
import { COMMAS, LINES, SPACES, toList, toNames } from '../../../nodes/form/lists';
import { failureOf } from '../api/support';

/** Lists that were typed into one field, or returned by an expression. */

const list = toList(COMMAS);
const names = toNames(SPACES);

test.each<[string, typeof COMMAS, string, readonly string[]]>([
	['commas and line breaks', COMMAS, 'a b, c\nd\r\ne', ['a b', 'c', 'd', '', 'e']],
	['spaces too', SPACES, ' a, b\n\tc ', ['', 'a', 'b', 'c', '']],
	['line breaks only', LINES, 'One, two.\r\nThree.\nFour.', ['One, two.', 'Three.', 'Four.']],
])('text is split by %s', (_, split, text, pieces) => {
	expect(split(text).map((piece) => piece.trim())).toEqual(pieces);
});

test('a list has its empty entries, except at the end', () => {
	expect(list('a,, b ,,\n', 'Field')).toEqual(['a', '', 'b']);
	expect(list(['a', '', ' b ', null, ''], 'Field')).toEqual(['a', '', 'b']);
	expect(list('', 'Field')).toEqual([]);
	expect(list(undefined, 'Field')).toEqual([]);
});

test('names have none if they were typed, and those that an expression returned', () => {
	expect(names(' a, ,b ', 'Field')).toEqual(['a', 'b']);
	expect(names('', 'Field')).toEqual([]);
	expect(names(['a', '', ' b '], 'Field')).toEqual(['a', '', 'b']);
});

test('JSON of a list is a list, and other text in brackets is none', () => {
	expect(list(' ["a, b", 7]', 'Field')).toEqual(['a, b', '7']);
	expect(names('["a b"]', 'Field')).toEqual(['a b']);
	expect(list('[a, b]', 'Field')).toEqual(['[a', 'b]']);
	expect(list('"a", [', 'Field')).toEqual(['"a"', '[']);
});

test.each([list, names])('an entry that is not text is named', async (read) => {
	const problem = await failureOf(Problem, () => read(['a', { b: 1 }], 'Alt Texts'));
	expect(problem.message).toBe('Alt Texts is an object, not text');
});
