import * as fc from 'fast-check';

import { plainText } from '../../../linkedin/posts/markdown/plainText';
import { expectLinear } from '../growth';

test.each<[what: string, markdown: string, plain: string]>([
	['bold', 'We are **live** now', 'We are live now'],
	['bold with underscores', '__New:__ it works', 'New: it works'],
	['italics', 'an *important* _step_', 'an important step'],
	['both', '***very*** and **bold with *italics* in it**', 'very and bold with italics in it'],
	['bold that italics end', '**bold *both***', 'bold both'],
	['bold over two lines', '**one\ntwo**', 'one\ntwo'],
	['bold without spaces around', '这是**重点**内容，**标题：**内容', '这是重点内容，标题：内容'],
	['struck out', '~~old~~ new', 'old new'],
	['code', 'run `npm i --save_dev *` first', 'run npm i --save_dev * first'],
	['a heading', '# Big news\n\nText', 'Big news\n\nText'],
	['a closed heading with bold', '### **What** we do ###', 'What we do'],
	['a heading by a line below', 'Big news\n========\nText', 'Big news\nText'],
	['a list', '- one\n* two\n+ three', '• one\n• two\n• three'],
	['a nested list', '- one\n  - **two**', '• one\n  • two'],
	['a list of numbers', '1. one\n2. *two*', '1. one\n2. two'],
	['tasks', '- [ ] open\n- [x] done', '☐ open\n☑ done'],
	['a quote', '> said *she*', 'said she'],
	[
		'a link',
		'Read [our blog](https://example.com/a_b_c).',
		'Read our blog (https://example.com/a_b_c).',
	],
	['a link with a title', '[Blog](https://example.com "The blog")', 'Blog (https://example.com)'],
	[
		'a link named by its address',
		'[https://example.com](https://example.com)',
		'https://example.com',
	],
	['a bold link', '**[Blog](https://example.com)**', 'Blog (https://example.com)'],
	[
		'a link with brackets',
		'[a [b] c](https://example.com/x_(y))',
		'a [b] c (https://example.com/x_(y))',
	],
	['a mail link', '[Write](mailto:a@example.com)', 'Write (a@example.com)'],
	['an address alone', '<https://example.com/a_b_c>', 'https://example.com/a_b_c'],
	['a bold address', '**https://example.com/a**', 'https://example.com/a'],
	[
		'an image',
		'![Our team](https://example.com/team.jpg)',
		'Our team (https://example.com/team.jpg)',
	],
	['a rule', 'one\n\n---\n\ntwo', 'one\n\ntwo'],
	['fenced code', '```js\nconst a = *b*;\n```\nend', 'const a = *b*;\nend'],
	['a table', '| a | **b** |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
	['an escape', '\\*not bold\\* and 1\\. no list', '*not bold* and 1. no list'],
	['line breaks', 'one  \ntwo\\\nthree<br>four', 'one\ntwo\nthree\nfour'],
])('%s', (_, markdown, plain) => {
	expect(plainText(markdown)).toBe(plain);
});

test.each([
	'Plain text, with 2 * 3 * 4 = 24 and 5*3*2 and 2**8**2',
	'snake_case_name and __init and a*b*c',
	'Price* without VAT. *Terms apply',
	'#hashtag #two, C# and #1',
	'@[Ada *Example*](urn:li:person:a_b_c) and @[Devtestco](urn:li:organization:2414183)',
	'{hashtag|\\#|Good_Things}',
	'https://example.com/a_b_c/*d*?x=__y__ stays',
	'one\n\n\n\ntwo',
	'  indented',
	'1) one\n2) two',
	'[not a link] (really) and [neither]',
	'a < b > c & d',
	'',
])('what is no Markdown stays: %j', (text) => {
	expect(plainText(text)).toBe(text);
});

test('letters and words never change, and twice is as good as once for words alone', () => {
	fc.assert(
		fc.property(fc.array(fc.stringMatching(/^[\p{L}\p{N} .,!?\n]{1,20}$/u)), (parts) => {
			const text = parts.join('');
			expect(plainText(`**${text.trim()}x**`)).toContain('x');
			expect(plainText(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
		}),
	);
});

test.each([
	'**',
	'*a ',
	'[',
	'](',
	'`',
	'<',
	'@[',
	'![',
	'\\',
	'_',
	'|',
	'#',
	'- ',
	'[a](',
	'~~x',
	' ',
	'\t',
	' #',
	'| ',
	'-|',
])('a text of %j takes time in proportion to its length', (piece) => {
	expectLinear((size) => {
		const pieces = piece.repeat(size);
		for (const before of ['', 'a', '# ', '# a', '|', '|---', '- - -', '- ']) {
			for (const behind of ['', 'x', '|', '\u2028']) plainText(`${before}${pieces}${behind}`);
		}
	}, 5000);
});

test.each([
	['one\rtwo', 'one\ntwo'],
	['[https://e.com](https://e.com)', 'https://e.com'],
	['[e.com](mailto:e.com)', 'e.com'],
	['[ ](https://e.com/a)', 'https://e.com/a'],
	['# Title ##  ', 'Title'],
	['## C#', 'C#'],
	['#   ', ''],
	['a\n\n   ---\n\nb', 'a\n\nb'],
	['a\n\n* * * *\n\nb', 'a\n\nb'],
	['a\n\n- - -\t-\n\nb', 'a\n\nb'],
	['a\n\n_ _ _', 'a\n\n_ _ _'],
	['    ---', '    ---'],
	['|a|b|\n|:--|---:|\n|1|2|', 'a | b\n1 | 2'],
	['a|b\n---|---\n1|2', 'a|b\n1|2'],
	['a|b\n--|--', 'a|b\n--|--'],
	['||', '||'],
])('%j becomes %j', (markdown, text) => {
	expect(plainText(markdown)).toBe(text);
});
