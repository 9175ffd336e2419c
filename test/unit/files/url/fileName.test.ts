import fc from 'fast-check';

import { fileNameOf } from '../../../../linkedin/files/url/fileName';

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
