import { ConnectionError } from '../../../../linkedin/api/http';
import { unreachableProblem } from '../../../../linkedin/files/url/problems';
import { shownUrl } from '../../../../linkedin/files/url/shownUrl';

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
