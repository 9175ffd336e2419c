import fc from 'fast-check';

import { LinkedInError } from '../../../linkedin/api/error';
import type { PageInput } from '../../../linkedin/people/pageAddress';
import { fromLittleText, toLittleText } from '../../../linkedin/posts/littleText';
import {
	checkPageMentions,
	mentionOfPage,
	mentionPages,
	withUnknownPages,
} from '../../../linkedin/posts/pageMentions';
import { textWarnings } from '../../../linkedin/posts/textWarnings';
import { typedElements, typedMention } from '../../../linkedin/posts/typedText';
import { Problem } from '../../../linkedin/problem';
import { often } from '../../long/sampled';
import { failureOf } from '../api/support';

const urn = 'urn:li:organization:5';
const ACME = { urn, name: 'Acme, Inc.', vanityName: 'acme', isBrand: false };
const MENTION = `@[Acme, Inc.](${urn})`;

/** Also what was asked for. */
async function mentioned(text: string): Promise<{ text: string; asked: PageInput[] }> {
	const asked: PageInput[] = [];
	const found = await mentionPages(text, 'Text', (page) => {
		asked.push(page);
		return Promise.resolve(ACME);
	});
	return { text: found, asked };
}

describe('a page by its address becomes its mention', () => {
	test.each<[string, PageInput]>([
		['linkedin.com/company/acme', { vanityName: 'acme' }],
		['https://www.linkedin.com/company/acme/', { vanityName: 'acme' }],
		['HTTP://de.LinkedIn.com/Company/acme/posts/?a=b', { vanityName: 'acme' }],
		['www.linkedin.com/school/acme', { vanityName: 'acme' }],
		[' linkedin.com/showcase/acme ', { vanityName: 'acme' }],
		['linkedin.com/company/5', { urn }],
	])('%s', async (address, page) => {
		expect(await mentioned(`(Thanks, @[${address}]!)`)).toEqual({
			text: `(Thanks, ${MENTION}!)`,
			asked: [page],
		});
		expect(textWarnings(`By @[${address}]`)).toEqual([]);
	});

	test('each spelling is asked for once, wherever it stands', async () => {
		const one = '@[linkedin.com/company/acme]';
		const other = '@[linkedin.com/company/other]';
		const { text, asked } = await mentioned(`${one}${other}\n${one}\`a\`${one}`);
		expect(text).toBe(`${MENTION}${MENTION}\n${MENTION}\`a\`${MENTION}`);
		expect(asked).toEqual([{ vanityName: 'acme' }, { vanityName: 'other' }]);
	});
});

describe('nothing is asked, and nothing changes, for', () => {
	test.each([
		'',
		'linkedin.com/company/acme and https://www.linkedin.com/company/acme',
		'[linkedin.com/company/acme]',
		'@ [linkedin.com/company/acme]',
		'@[linkedin.com/in/ada]',
		'@[linkedin.com/company/]',
		'@[linkedin.com/company/acme',
		'@[Acme](linkedin.com/company/acme)',
		'@[linkedin.com/company/acme](urn:li:organization:5)',
		'@[linkedin.com/company/acme](https://example.com)',
		'@[linkedin.com.example.com/company/acme]',
		'@[example.com/linkedin.com/company/acme]',
		'https://example.com/@[linkedin.com/company/acme]',
		'www.example.com/?to=@[linkedin.com/company/acme]',
		'Type `@[linkedin.com/company/acme]` here',
		'Type `one\nor @[linkedin.com/company/acme]` here',
		'Look:\n```text\n@[linkedin.com/company/acme]\n```\nSo.',
		'Look:\r\n```\r\n@[linkedin.com/company/acme]\r\n\r\nno end',
	])('%j', async (text) => {
		expect(await mentioned(text)).toEqual({ text, asked: [] });
	});

	test('but for what stands behind code, or between backticks that are none', async () => {
		for (const before of ['```\ncode\n```\n', '```\n```\n', 'it`s\n\nthat`s ', 'a `b` ', '``` ']) {
			const { text } = await mentioned(`${before}@[linkedin.com/company/acme]`);
			expect(text).toBe(`${before}${MENTION}`);
		}
	});
});

test('before LinkedIn is asked, a mention counts as one character', () => {
	const { shown } = toLittleText(withUnknownPages('Hi @[linkedin.com/company/acme]!'), 'link');
	expect(shown).toHaveLength('Hi x!'.length);
});

describe('any name that LinkedIn may give', () => {
	test.each([
		['Acme [UK]', 'Acme [UK]'],
		['Acme [UK', 'Acme \\[UK'],
		['Acme] UK', 'Acme\\] UK'],
		['[[Acme]]', '\\[\\[Acme\\]\\]'],
		['Acme\\', 'Acme\\\\'],
		['A\\B', 'A\\B'],
		['\\[A]', '\\\\\\[A\\]'],
		['](urn:li:person:x)', '\\](urn:li:person:x)'],
	])('%j is typed as %j', (name, typed) => {
		expect(typedMention(name, urn)).toBe(`@[${typed}](${urn})`);
		expect(typedElements(typedMention(name, urn), 'link')).toEqual([
			{ kind: 'mention', name, urn },
		]);
	});

	test('is read to the letter, and comes back from LinkedIn as it was', () => {
		const unit = fc.constantFrom(...Array.from('[]\\()@#`_ aé🚀'));
		fc.assert(
			fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (name) => {
				const typed = `a ${typedMention(name, urn)} b`;
				expect(typedElements(typed, 'text')).toEqual([
					{ kind: 'text', text: 'a ' },
					{ kind: 'mention', name, urn },
					{ kind: 'text', text: ' b' },
				]);
				expect(fromLittleText(toLittleText(typed, 'link').encoded)).toBe(typed);
			}),
			{ numRuns: often(300, 20_000) },
		);
	});
});

test('a showcase page is mentioned by LinkedIn’s URN of it, and a page without a name not at all', () => {
	expect(mentionOfPage({ ...ACME, isBrand: true })).toBe(
		'@[Acme, Inc.](urn:li:organizationBrand:5)',
	);
	expect(mentionOfPage({ ...ACME, name: undefined })).toBeUndefined();
});

describe('a lookup that fails names the mention, and what to do', () => {
	const text = 'By @[linkedin.com/company/acme]';
	const what = 'Text mentions "@[linkedin.com/company/acme]"';
	const cure = 'write @[Name](urn:li:organization:…) with its exact name on LinkedIn';

	test('because LinkedIn refuses it', async () => {
		const refused = new LinkedInError('Could not find the page', {
			description: 'This needs a scope.',
			words: 'LinkedIn said: "No" (status 403).',
			status: 403,
			code: 'ACCESS_DENIED',
			requestId: 'r',
		});
		const error = await failureOf(LinkedInError, () =>
			mentionPages(text, 'Text', () => Promise.reject(refused)),
		);
		expect(error).toMatchObject({
			message: `${what}. Could not find the page`,
			description: `To mention the page without looking it up, ${cure}. This needs a scope. LinkedIn said: "No" (status 403).`,
			status: 403,
			code: 'ACCESS_DENIED',
			requestId: 'r',
		});
	});

	test('because the page has no name', async () => {
		const find = () => Promise.resolve({ ...ACME, name: undefined });
		const problem = await failureOf(Problem, () => mentionPages(text, 'Text', find));
		expect(problem.message).toBe(`${what}: LinkedIn doesn’t return a name for ${urn}`);
		expect(problem.description).toContain(`@[Name](${urn})`);
	});

	test('in the words of whoever looks it up', async () => {
		const namings: unknown[] = [];
		await mentionPages(text, 'Text', (_, naming) => {
			namings.push(naming);
			return Promise.resolve(ACME);
		});
		expect(namings).toEqual([{ what, instead: cure, oneOf: expect.any(String) as string }]);
	});
});

describe('an address that an expression has broken is refused', () => {
	test.each([
		['@[linkedin.com/company/undefined]', 'has "undefined" where an ID belongs'],
		['@[https://www.linkedin.com/school/null/]', 'has "null" where an ID belongs'],
		['@[linkedin.com/company/{{ $json.page }}]', 'has "{{" where an ID belongs'],
		['@[linkedin.com/company/[object Object]]', 'has "[object Object]" where an ID belongs'],
		['@[linkedin.com/company/]', 'names no page'],
		['@[https://www.linkedin.com/showcase]', 'names no page'],
	])('%s', async (mention, words) => {
		const problem = await failureOf(Problem, () => {
			checkPageMentions(`Hi ${mention}!`, 'Text');
		});
		expect(problem.message).toContain('Text mentions "');
		expect(problem.message).toContain(words);
		expect(problem.description).not.toBe('');
	});

	test.each(['@[linkedin.com/company/acme]', 'linkedin.com/company/undefined', '@[undefined]'])(
		'%s is none',
		(text) => {
			checkPageMentions(text, 'Text');
		},
	);
});

test.each([
	'@[',
	'`',
	'``',
	'```\n',
	'@[linkedin.com/',
	'\\[',
	'@[\\[',
	'@[linkedin.com/company/a',
	'[]',
])('a long text of %j is read at once', (piece) => {
	const text = piece.repeat(30_000);
	expect(withUnknownPages(text)).toBe(text);
	expect(typedElements(text, 'link').length).toBeLessThan(3);
	checkPageMentions(text, 'Text');
});
