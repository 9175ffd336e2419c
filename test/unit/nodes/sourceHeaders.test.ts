import { Problem } from '../../../linkedin/problem';
import { sourceHeaders } from '../../../nodes/fields/sourceHeaders';
import { failureOf } from '../api/support';

function read(given: unknown): Record<string, string> {
	return sourceHeaders.read({
		get: (name) => {
			expect(name).toBe('sourceHeaders');
			return given;
		},
	});
}

const list = (...pairs: Array<[unknown, unknown]>) => ({
	header: pairs.map(([name, value]) => ({ name, value })),
});

describe('the headers of a link', () => {
	test.each<[string, unknown, Record<string, string>]>([
		['none', undefined, {}],
		['an empty form', {}, {}],
		['an empty list', { header: [] }, {}],
		['a line that was not filled in', list(['', '']), {}],
		[
			'a list',
			list(['Authorization', 'Bearer t'], ['X-Key', 'k']),
			{ Authorization: 'Bearer t', 'X-Key': 'k' },
		],
		[
			'an object by an expression',
			{ Authorization: 'Bearer t', 'X-Key': 7 },
			{ Authorization: 'Bearer t', 'X-Key': '7' },
		],
		['with blanks around', list([' X-Key ', ' k ']), { 'X-Key': 'k' }],
		['a value that is empty', list(['X-Key', '']), { 'X-Key': '' }],
		['a value with blanks, quotes and Latin-1', list(['X-Key', 'a "b" é']), { 'X-Key': 'a "b" é' }],
		['any token as a name', list(["!#$%&'*+-.^_`|~9a", 'k']), { "!#$%&'*+-.^_`|~9a": 'k' }],
	])('%s', (_, given, headers) => {
		expect(read(given)).toEqual(headers);
	});

	test.each(['Range', 'accept-encoding', 'HOST', 'Content-Length', 'connection'])(
		'%s is ours',
		async (name) => {
			const problem = await failureOf(Problem, () => read(list([name, 'secret'])));
			expect(problem.message).toBe(`Source Headers: "${name}" can’t be sent as a header`);
			expect(problem.description).toContain('The node sets this header itself');
		},
	);

	test.each(['X Key', 'X-Key:', 'naïve', 'X\r\nY', '(a)', ''])('%j is no name', async (name) => {
		const problem = await failureOf(Problem, () => read(list([name, 'secret'])));
		expect(problem.message).toBe(`Source Headers: "${name}" can’t be sent as a header`);
		expect(`${problem.message}${String(problem.description)}`).not.toContain('secret');
	});

	test.each(['secret\r\nHost: evil.example', 'secret\nx', 'secret\0', 'secret€', 'secret日'])(
		'%j is no value, and is not shown',
		async (value) => {
			const problem = await failureOf(Problem, () => read({ 'X-Key': value }));
			expect(problem.message).toBe(
				'Source Headers: the value of "X-Key" contains characters that aren’t allowed in headers',
			);
			expect(`${problem.message}${String(problem.description)}`).not.toContain('secret');
		},
	);

	test.each([
		[{ 'X-Key': { secret: 1 } }, 'an object'],
		[{ 'X-Key': ['secret'] }, 'a list'],
		[list([{ secret: 1 }, 'k']), 'an object'],
	])('%j is no text, and is not shown', async (given, what) => {
		const problem = await failureOf(Problem, () => read(given));
		expect(problem.message).toBe(`Source Headers is ${what}, not text`);
	});

	test('a name of great length is cut short', async () => {
		const problem = await failureOf(Problem, () =>
			read(list([`${'a'.repeat(500)} `.repeat(2), 'k'])),
		);
		expect(problem.message.length).toBeLessThan(150);
	});
});
