import fc from 'fast-check';
import { toCommentary } from '../../../linkedin/posts/commentary';

import { fromLittleText, toLittleText } from '../../../linkedin/posts/littleText';
import { Problem } from '../../../linkedin/problem';
import { often } from '../../long/sampled';
import { failureOf } from '../api/support';
import { anyCharacter } from '../anyCharacter';

/** Every reserved character of little text (Text of the grammar). */
const RESERVED = '\\|{}@[]()<>#*_~';

const encode = (typed: string): string => toLittleText(typed, 'link').encoded;

/** A reader of little text made of nothing but escapes: any reserved character on its own fails it. */
function readPlain(encoded: string): string {
	let text = '';
	for (let at = 0; at < encoded.length; at += 1) {
		let character = encoded.charAt(at);
		if (character === '\\') {
			at += 1;
			character = encoded.charAt(at);
			if (!RESERVED.includes(character)) throw new Error(`"${character}" is escaped for nothing`);
		} else if (RESERVED.includes(character)) {
			throw new Error(`"${character}" at ${at} is not escaped: ${encoded}`);
		}
		text += character;
	}
	return text;
}

describe('plain text', () => {
	test('what people type is escaped', () => {
		expect(encode('Look (here) #1 @you \\o/')).toBe('Look \\(here\\) \\#1 \\@you \\\\o/');
	});

	test.each(Array.from(RESERVED))('%s is escaped, once', (character) => {
		expect(encode(`a${character}b`)).toBe(`a\\${character}b`);
	});

	test.each([
		'',
		'Straße, naïve, 日本, 👩‍🚀',
		'a-b/c+d=e&f%g^h$i!j?k.l,m;n:o"p\'q`r',
		' two\n\nlines ',
		'＃',
	])('%j stays as it is', (text) => {
		expect(toLittleText(text, 'link')).toEqual({ encoded: text, shown: text });
	});

	test('any text comes back as typed, as no element is in it', () => {
		fc.assert(
			fc.property(anyText, (typed) => {
				const { encoded, shown } = toLittleText(typed, 'text');
				expect(readPlain(encoded)).toBe(typed);
				expect(shown).toBe(typed);
			}),
			{ numRuns: often(300, 20_000) },
		);
	});

	const anyText = fc
		.oneof(
			fc.string({ unit: anyCharacter }),
			fc.string({ unit: 'grapheme' }),
			fc.string({ unit: fc.constantFrom(...Array.from(`${RESERVED}a1 \n`)), maxLength: 40 }),
		)
		// The two elements, told apart without the code under test.
		.filter((text) => !text.includes('](urn:li:') && !text.includes('{hashtag|'));
});

describe('mentions', () => {
	test.each([
		['@[Acme](urn:li:organization:2414183)', '@[Acme](urn:li:organization:2414183)', 'Acme'],
		['@[Eddy](urn:li:person:aB3_-x)', '@[Eddy](urn:li:person:aB3_-x)', 'Eddy'],
		[
			'@[Acme (UK) *new*](urn:li:organization:1)',
			'@[Acme \\(UK\\) \\*new\\*](urn:li:organization:1)',
			'Acme (UK) *new*',
		],
		['@[Acme [UK]](urn:li:organization:1)', '@[Acme \\[UK\\]](urn:li:organization:1)', 'Acme [UK]'],
		[
			'@[Acme Pro](urn:li:organizationBrand:7)',
			'@[Acme Pro](urn:li:organizationBrand:7)',
			'Acme Pro',
		],
		['@[日本](urn:li:organization:1)!', '@[日本](urn:li:organization:1)!', '日本!'],
	])('%s', (typed, encoded, shown) => {
		expect(toLittleText(typed, 'link')).toEqual({ encoded, shown });
	});

	test.each([
		'@[](urn:li:organization:1)',
		'@[Acme] (urn:li:organization:1)',
		'@ [Acme](urn:li:organization:1)',
		'[Acme](urn:li:organization:1)',
		'@[Acme](urn:li:organization:x)',
		'@[Acme](urn:li:organization:)',
		'@[Acme](urn:li:company:1)',
		'@[Acme](urn:li:video:1)',
		'@[Acme](urn:li:person:a b)',
		'@[Acme](URN:LI:organization:1)',
		'@[Acme](https://example.com)',
		'@[Ac\nme](urn:li:organization:1)',
		'@[Acme](urn:li:organization:1',
		'@[A[c]me(urn:li:organization:1)',
		'@[A]c[me](urn:li:organization:1)',
		'@[A[[c]]me](urn:li:organization:1)',
		'\\@\\[Acme\\](urn:li:organization:1)',
	])('%j is plain text', (typed) => {
		expect(readPlain(encode(typed))).toBe(typed);
	});

	test('the text before and behind is escaped', () => {
		expect(encode('(@[A](urn:li:person:a)@[B](urn:li:person:b)@c)')).toBe(
			'\\(@[A](urn:li:person:a)@[B](urn:li:person:b)\\@c\\)',
		);
	});
});

describe('hashtags', () => {
	test.each([
		['{hashtag|\\#|coffee}', '{hashtag|\\#|coffee}', '#coffee'],
		['{hashtag|#|coffee}', '{hashtag|\\#|coffee}', '#coffee'],
		['{hashtag|\\#|naïve_2}', '{hashtag|\\#|naïve\\_2}', '#naïve_2'],
		['{hashtag|\\#|日本}', '{hashtag|\\#|日本}', '#日本'],
	])('%s', (typed, encoded, shown) => {
		expect(toLittleText(typed, 'link')).toEqual({ encoded, shown });
	});

	test.each([
		['#coffee', '{hashtag|\\#|coffee}'],
		['Launch #AI #n8n', 'Launch {hashtag|\\#|AI} {hashtag|\\#|n8n}'],
		['＃東京', '{hashtag|\\#|東京}'],
		['(#a)', '\\({hashtag|\\#|a}\\)'],
		[
			'#Straße, #naïve! #हिन्दी. #مرحبا',
			'{hashtag|\\#|Straße}, {hashtag|\\#|naïve}! {hashtag|\\#|हिन्दी}. {hashtag|\\#|مرحبا}',
		],
		['#می\u200cخواهم', '{hashtag|\\#|می\u200cخواهم}'],
		['#snake_case #_a', '{hashtag|\\#|snake\\_case} {hashtag|\\#|\\_a}'],
		['#2024in #covid19', '{hashtag|\\#|2024in} {hashtag|\\#|covid19}'],
		['#e-mail', '{hashtag|\\#|e}-mail'],
		[
			'❤️#AI ➡️#n8n 5️⃣#tips ™️#a',
			'❤️{hashtag|\\#|AI} ➡️{hashtag|\\#|n8n} 5️⃣{hashtag|\\#|tips} ™️{hashtag|\\#|a}',
		],
		['#AI️ #go🚀', '{hashtag|\\#|AI}️ {hashtag|\\#|go}🚀'],
		[
			'https://a.com,#x https://a.com…#y “https://a.com”#z',
			'https://a.com,{hashtag|\\#|x} https://a.com…{hashtag|\\#|y} “https://a.com”{hashtag|\\#|z}',
		],
		['{hashtag|\\#|my\\_tag}', '{hashtag|\\#|my\\_tag}'],
		['🚀#go#fast', '🚀{hashtag|\\#|go}\\#fast'],
		['##double', '\\#{hashtag|\\#|double}'],
		['https://a.com/#x, #y', 'https://a.com/\\#x, {hashtag|\\#|y}'],
		['「https://a.com」#y', '「https://a.com」{hashtag|\\#|y}'],
		['@[A](urn:li:person:a)#b', '@[A](urn:li:person:a){hashtag|\\#|b}'],
	])('%s as typed', (typed, encoded) => {
		expect(encode(typed)).toBe(encoded);
	});

	test.each([
		'C#',
		'C# and F#',
		'#1',
		'#2024',
		'#',
		'# title',
		'#!/bin/sh',
		'a#b',
		'é#b',
		'1#b',
		'_#b',
		'&#b;',
		'/#b',
		'https://example.com/?q=#top',
		'http://example.com/a_(b)#c',
		'www.example.com/?a=#b',
		'example.com/(#a',
		'#https://example.com/#a',
		'example.com?q=#a',
		'mailto:a@b.c?subject=#a',
		'https://user:x@example.com:8080/=#a',
		'HTTPS://EXAMPLE.COM/=#a',
		'#[coffee]',
		'{hashtag|#|}',
		'{hashtag|#|1 2}',
		'{hashtag||coffee}',
		'{{hashtag}}',
		'#️⃣ #1️⃣',
	])('%j is plain text', (typed) => {
		expect(readPlain(encode(typed))).toBe(typed);
	});
});

describe('the limit of 3,000 characters', () => {
	test('counts characters, not escapes', () => {
		expect(toCommentary('('.repeat(3000), 'link')).toBe('\\('.repeat(3000));
	});

	test('counts code points, not the halves of UTF-16', () => {
		expect(toCommentary('🚀'.repeat(3000), 'link')).toBe('🚀'.repeat(3000));
	});

	test('counts what a reader sees of mentions and hashtags', () => {
		const elements = '@[Acme](urn:li:organization:2414183){hashtag|\\#|tag}';
		expect(toCommentary(`${'x'.repeat(2992)}${elements}`, 'link')).toContain(elements);
	});

	test.each([
		['x'.repeat(3001), 3001],
		['🚀'.repeat(3500), 3500],
		[`${'x'.repeat(2993)}@[Acme](urn:li:organization:2414183){hashtag|\\#|tag}`, 3001],
	])('a longer one is told with its length', async (text, length) => {
		const problem = await failureOf(Problem, () => toCommentary(text, 'link'));
		expect(problem.message).toBe(`Text has ${length} characters; LinkedIn allows up to 3000`);
		expect(problem.description).toContain(`Shorten it by ${length - 3000}.`);
	});
});

describe('back again', () => {
	const WORDS = [
		'Launch',
		'#AI',
		'(#n8n)',
		'C#',
		'#1',
		'a#b',
		'日本 #東京',
		'مرحبا #بالعالم',
		'שלום',
		'👩‍🚀#go',
		'\\o/',
		'snake_case *b* ~x~ <y>',
		'@[Acme [UK]](urn:li:organization:1)',
		'@[Ada](urn:li:person:a_B-9)',
		'@ada @[Ada] [a](b)',
		'https://a.com/x_(y)?q[]=1#z',
		'{{ $json.text }}',
		'e\u0301#x',
		'\n\n',
		'"\'`|}{',
	];
	const anyText = fc
		.oneof(
			fc.array(fc.constantFrom(...WORDS)).map((words) => words.join(' ')),
			fc.array(fc.constantFrom(...WORDS)).map((words) => words.join('')),
			fc.string({ unit: anyCharacter }),
			fc.string({ unit: fc.constantFrom(...Array.from(`${RESERVED}a1_# \n`)), maxLength: 60 }),
		)
		// Templates that are typed by hand come back as #word, and so does the full-width sign.
		.filter((text) => !text.includes('{hashtag|') && !text.includes('＃'));

	test.each(['link', 'text'] as const)('whatever was typed (%s)', (hashtags) => {
		fc.assert(
			fc.property(anyText, (typed) => {
				expect(fromLittleText(toLittleText(typed, hashtags).encoded)).toBe(typed);
			}),
			{ numRuns: often(200, 10_000) },
		);
	});

	test.each([
		['{hashtag|#|a}{hashtag|\\#|b\\_c}{hashtag|＃|三}', '#a#b_c＃三'],
		['By @(urn:li:organization:1)', 'By @(urn:li:organization:1)'],
		['@[Ada \\(B\\)](urn:li:person:a\\_b)', '@[Ada (B)](urn:li:person:a_b)'],
		['no \\n escape \\', 'no \\n escape \\'],
		['Cut (here', 'Cut (here'],
		['', ''],
	])('of others: %j', (encoded, typed) => {
		expect(fromLittleText(encoded)).toBe(typed);
	});

	test.each(['@[', '#a', '[](', 'a.', '{hashtag|#|', '\\', 'https://'])(
		'a long text of %j is read at once',
		(piece) => {
			const long = piece.repeat(30_000);
			expect(fromLittleText(toLittleText(long, 'link').encoded)).toBe(long);
		},
	);
});
