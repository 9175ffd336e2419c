import { checkMentions, textWarnings } from '../../../linkedin/posts/textWarnings';
import { Problem } from '../../../linkedin/problem';
import { failureOf } from '../api/support';

describe('what looks like a mention and is none', () => {
	test.each([
		['@[Acme](urn:li:company:1)', '@[Name](urn:li:organization:1)'],
		['@[Acme] (urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['[Acme](urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['@[Acme](https://example.com)', '@[Name](urn:li:organization:…)'],
		['@[Acme]', 'or @[Name](urn:li:person:…)'],
		['@(urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['@[](urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['@[Ac\nme](urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
	])('%s', (found, right) => {
		const warnings = textWarnings(`Thanks to ${found}! And ${found} again`);
		expect(warnings).toEqual([
			expect.stringContaining(`"${found}" in Text is published as plain text.`),
		]);
		expect(warnings[0]).toContain(right);
	});
});

test.each(['Look \\(here\\)', '\\#AI', 'a\\_snake\\_case', '\\{'])(
	'escapes by hand: %s',
	(typed) => {
		expect(textWarnings(typed)).toEqual([
			expect.stringContaining('readers will see the backslash'),
		]);
	},
);

test.each([
	'',
	'Launch #AI with @[Acme [UK]](urn:li:organization:1) and {hashtag|\\#|word}',
	'[1], [text](https://example.com), @ada, ada@example.com, a[0](x)',
	'\\o/ C:\\temp ¯\\_(ツ)_/¯',
	'C:\\_tmp',
])('nothing to say: %s', (typed) => {
	expect(textWarnings(typed)).toEqual([]);
});

test.each(['@[', '@[a](', '[a', '[](urn:', '@(urn:'])(
	'a long text of %j is read at once',
	(piece) => {
		expect(textWarnings(piece.repeat(30_000)).length).toBeLessThan(3);
	},
);

describe('a mention that an expression has broken', () => {
	test.each([
		['@[Ada](urn:li:person:undefined)', 'undefined'],
		['Hi @[Ada](urn:li:organization:null)!', 'null'],
		['@[Ada](urn:li:person:{{ $json.id }})', '{{'],
		['@[undefined](urn:li:organization:5)', 'undefined'],
	])('%s is refused', async (typed, left) => {
		const problem = await failureOf(Problem, () => {
			checkMentions(typed);
		});
		expect(problem.message).toContain(`has "${left}" where an ID belongs`);
	});

	test.each([
		'@[Undefined Inc](urn:li:organization:5)',
		'null and undefined',
		'@[x](y)',
		'{{ a }}',
	])('%s is none', (typed) => {
		checkMentions(typed);
	});
});
