import { textWarnings } from '../../../linkedin/posts/textWarnings';

describe('what looks like a mention and is none', () => {
	test.each([
		['@[Acme](urn:li:company:1)', '@[Name](urn:li:organization:1)'],
		['@[Acme] (urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['[Acme](urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['@[Acme](https://example.com)', '@[Name](urn:li:organization:…)'],
		['@[Acme]', 'or @[Name](urn:li:person:…)'],
		['@(urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
		['@[](urn:li:organization:1)', '@[Name](urn:li:organization:…)'],
	])('%s', (found, right) => {
		const warnings = textWarnings(`Thanks to ${found}! And ${found} again`);
		expect(warnings).toEqual([expect.stringContaining(`"${found}" in Text is published as typed`)]);
		expect(warnings[0]).toContain(right);
	});
});

test.each(['Look \\(here\\)', '\\#AI', 'snake\\_case', '\\{'])('escapes by hand: %s', (typed) => {
	expect(textWarnings(typed)).toEqual([expect.stringContaining('Readers see the "\\" of')]);
});

test.each([
	'',
	'Launch #AI with @[Acme [UK]](urn:li:organization:1) and {hashtag|\\#|word}',
	'[1], [text](https://example.com), @ada, ada@example.com, a[0](x)',
	'\\o/ C:\\temp',
])('nothing to say: %s', (typed) => {
	expect(textWarnings(typed)).toEqual([]);
});

test.each(['@[', '@[a](', '[a', '[](urn:', '@(urn:'])(
	'a long text of %j is read at once',
	(piece) => {
		expect(textWarnings(piece.repeat(30_000)).length).toBeLessThan(3);
	},
);
