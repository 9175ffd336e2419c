import fc from 'fast-check';

import { parseFileUrl } from '../../../../linkedin/files/url/fileUrl';
import { shownUrl, unreachableProblem } from '../../../../linkedin/files/url/problems';
import { ConnectionError } from '../../../../linkedin/api/http';
import { fileNameOf } from '../../../../linkedin/files/url/fileName';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';

describe('an address', () => {
	test.each([
		['https://example.com/talk.mp4?sig=a%2Fb#t', 'https://example.com/talk.mp4?sig=a%2Fb#t'],
		[' http://127.0.0.1:8080/a b.mp4\n', 'http://127.0.0.1:8080/a%20b.mp4'],
		['HTTPS://EXAMPLE.COM', 'https://example.com/'],
	])('%j is understood', (text, href) => {
		expect(parseFileUrl(text, 'URL').href).toBe(href);
	});

	test.each(['', '  ', '\n'])('%j is empty', async (text) => {
		const problem = await failureOf(Problem, () => parseFileUrl(text, 'Thumbnail URL'));
		expect(problem.message).toBe('Thumbnail URL is empty');
	});

	test.each([
		'example.com/talk.mp4',
		'/talk.mp4',
		'talk.mp4',
		'ftp://example.com/talk.mp4',
		'file:///etc/passwd',
		'data:video/mp4;base64,AAAA',
		'javascript:alert(1)',
		'https://',
		'http://exa mple.com',
	])('%j is none', async (text) => {
		const problem = await failureOf(Problem, () => parseFileUrl(text, 'URL'));
		expect(problem.message).toBe('URL is not an address of the web');
		expect(problem.description).toContain('https://');
	});

	test.each(['https://user:secret@example.com/a', 'https://user@example.com/a'])(
		'%j has a name in it, and its password is not shown',
		async (text) => {
			const problem = await failureOf(Problem, () => parseFileUrl(text, 'URL'));
			expect(problem.message).toBe('URL has a user name or password in the address of example.com');
			expect(`${problem.message}${String(problem.description)}`).not.toContain('secret');
		},
	);
});

describe('the name of a file', () => {
	const nameOf = (path: string, disposition?: string) =>
		fileNameOf(new URL(path, 'https://example.com/'), disposition);

	test.each([
		['/videos/talk.mp4?sig=1', 'talk.mp4'],
		['/videos/my%20talk.mp4', 'my talk.mp4'],
		['/videos/%E6%97%A5.mp4', '日.mp4'],
		['/videos/100%.mp4', '100%.mp4'],
		['/videos/a%2Fb.mp4', 'b.mp4'],
		['/videos/a%0D%0Ab.mp4', 'a b.mp4'],
		['/videos/', 'file'],
		['/', 'file'],
	])('in the address %s is %j', (path, name) => {
		expect(nameOf(path)).toBe(name);
	});

	test.each([
		['attachment; filename=talk.mp4', 'talk.mp4'],
		['attachment; FileName = talk.mp4 ; size=5', 'talk.mp4'],
		['attachment; filename="my talk; one.mp4"', 'my talk; one.mp4'],
		['attachment; filename="a \\"b\\".mp4"', 'a "b".mp4'],
		['attachment; filename="C:\\\\temp\\\\talk.mp4"', 'talk.mp4'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		["attachment; filename*=UTF-8''na%C3%AFve.mp4", 'naïve.mp4'],
		["attachment; filename*=utf-8'en'na%C3%AFve.mp4; size=5", 'naïve.mp4'],
		['attachment; filename="naive.mp4"; filename*=UTF-8\'\'na%C3%AFve.mp4', 'naïve.mp4'],
		["attachment; filename*=UTF-8''..%2F..%2Ftalk.mp4", 'talk.mp4'],
		["attachment; filename*=UTF-8''bad%ZZ.mp4", 'bad%ZZ.mp4'],
		["attachment; filename*=UTF-8''a%0Ab.mp4", 'a b.mp4'],
		['attachment; filename=""', 'path.mp4'],
		['attachment; filename="/"', 'path.mp4'],
		['attachment', 'path.mp4'],
		['', 'path.mp4'],
	])('by %j is %j', (disposition, name) => {
		expect(nameOf('/path.mp4', disposition)).toBe(name);
	});

	test('is never endless, never empty, and never a path', () => {
		const paths = fc.string({ maxLength: 400 }).map((text) => `/${encodeURIComponent(text)}`);
		fc.assert(
			fc.property(
				paths,
				fc.option(fc.string({ maxLength: 400 }), { nil: undefined }),
				(path, header) => {
					const name = nameOf(path, header);
					expect(name).toMatch(/^[^/\\\p{Cc}]{1,200}$/u);
				},
			),
		);
	});
});

test('an address is shown by its host and the file’s name: queries and paths hold secrets', () => {
	expect(shownUrl(new URL('https://example.com/b.mp4?X-Amz-Signature=secret#f'))).toBe(
		'https://example.com/b.mp4',
	);
	expect(shownUrl(new URL('https://example.com/file/bot123:AAtoken/videos/b.mp4'))).toBe(
		'https://example.com/…/b.mp4',
	);
	expect(shownUrl(new URL(`https://example.com/${'a'.repeat(500)}`))).toHaveLength(101);
});

test('what a connection said is shown without signatures', () => {
	const error = new ConnectionError(
		'connect failed for https://example.com/a?sig=secret',
		'ENOTFOUND',
	);
	const problem = unreachableProblem(new URL('https://example.com/a?sig=secret'), error);
	expect(`${problem.message} ${String(problem.description)}`).not.toContain('secret');
	expect(problem.description).toContain('(ENOTFOUND)');
});
