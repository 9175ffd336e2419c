import { parseFileUrl } from '../../../../linkedin/files/url/fileUrl';
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
		'talk.mp4',
		'ftp://example.com/talk.mp4',
		'data:video/mp4;base64,AAAA',
		'javascript:alert(1)',
		'https://',
		'http://exa mple.com',
	])('%j is none', async (text) => {
		const problem = await failureOf(Problem, () => parseFileUrl(text, 'URL'));
		expect(problem.message).toContain('URL must start with https:// or http://');
		expect(problem.description).toContain('https://');
	});

	test.each(['/talk.mp4', '~/talk.mp4', '..\\talk.mp4', 'C:\\talk.mp4', 'file:///etc/passwd'])(
		'%j is on a computer, and has to be read first',
		async (text) => {
			const problem = await failureOf(Problem, () => parseFileUrl(text, 'URL'));
			expect(problem.message).toContain('URL must start with https:// or http://');
			expect(problem.description).toContain('Read/Write Files from Disk');
		},
	);

	test.each(['https://user:secret@example.com/a', 'https://user@example.com/a'])(
		'%j has a name in it, and its password is not shown',
		async (text) => {
			const problem = await failureOf(Problem, () => parseFileUrl(text, 'URL'));
			expect(problem.message).toBe('URL contains a user name or password for example.com');
			expect(`${problem.message}${String(problem.description)}`).not.toContain('secret');
		},
	);
});
