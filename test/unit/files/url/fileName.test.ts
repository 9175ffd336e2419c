import fc from 'fast-check';

import { parseDisposition } from '../../../../linkedin/files/url/disposition';
import { fileNameOf } from '../../../../linkedin/files/url/fileName';
import { expectLinear } from '../../growth';

describe('the name of a file', () => {
	const nameOf = (path: string, disposition?: string) =>
		fileNameOf(parseDisposition(disposition), [new URL(path, 'https://example.com/')]);
	/** As HTTP libraries give what was sent: a character for each byte. */
	const sent = (text: string, encoding: BufferEncoding = 'utf8') =>
		Buffer.from(text, encoding).toString('latin1');

	test.each([
		['/videos/talk.mp4?sig=1', 'talk.mp4'],
		['/videos/my%20talk.mp4', 'my talk.mp4'],
		['/videos/%E6%97%A5.mp4', '日.mp4'],
		['/videos/100%.mp4', '100%.mp4'],
		['/videos/a%2Fb.mp4', 'b.mp4'],
		['/videos/a%0D%0Ab.mp4', 'a b.mp4'],
		['/videos/%E9t%E9.mp4', 'été.mp4'],
		['/videos/my%2520talk.mp4', 'my talk.mp4'],
		['/videos/50%25.mp4', '50%.mp4'],
		['/videos/e%CC%81te%CC%81.mp4', 'été.mp4'],
		['/videos/talk%E2%80%AE4pm.mp4', 'talk4pm.mp4'],
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
		// RFC 8187: other charsets, quotes that do not belong there, a charset that nobody knows.
		["attachment; filename*=ISO-8859-1''na%EFve.mp4", 'naïve.mp4'],
		["attachment; filename*=windows-1252'de'B%FCro.pdf", 'Büro.pdf'],
		["attachment; filename*=Shift_JIS''%93%FA%96%7B.mp4", '日本.mp4'],
		['attachment; filename*="UTF-8\'\'na%C3%AFve.mp4"', 'naïve.mp4'],
		["attachment; filename*=''na%C3%AFve.mp4", 'naïve.mp4'],
		["attachment; filename*=x-none''a%20b.mp4", 'a b.mp4'],
		['attachment; filename="plain.mp4"; filename*=UTF-8\'\'%FF%FE.mp4', 'plain.mp4'],
		['attachment; filename*=na%C3%AFve.mp4', 'naïve.mp4'],
		["attachment; filename=UTF-8''na%C3%AFve.mp4", 'naïve.mp4'],
		['attachment; filename="filename*=UTF-8\'\'x.mp4"', "filename*=UTF-8''x.mp4"],
		// What stands there as it is.
		[sent('attachment; filename="Jahresübersicht – 日本.pdf"'), 'Jahresübersicht – 日本.pdf'],
		[sent('attachment; filename=Jahresübersicht.pdf; size=5'), 'Jahresübersicht.pdf'],
		[sent('inline; filename="déjà vu.mp4"', 'latin1'), 'déjà vu.mp4'],
		[sent("attachment; filename*=UTF-8''Übersicht.pdf"), 'Übersicht.pdf'],
		['attachment; filename="日本.pdf"', '日本.pdf'],
		// RFC 2047.
		['attachment; filename="=?UTF-8?B?SmFocmVzw7xiZXJzaWNodC5wZGY=?="', 'Jahresübersicht.pdf'],
		[
			'attachment; filename="=?utf-8?Q?Jahres=C3=BCbersicht_2026.pdf?="',
			'Jahresübersicht 2026.pdf',
		],
		['attachment; filename==?iso-8859-1?q?na=EFve.mp4?=', 'naïve.mp4'],
		['attachment; filename="=?UTF-8?Q?=E6=97?= =?UTF-8?Q?=A5=E6=9C=AC.mp4?="', '日本.mp4'],
		['attachment; filename="=?UTF-8?Q?a_?= =?ISO-8859-1?Q?=E9.mp4?="', 'a é.mp4'],
		['attachment; filename="=?UTF-8*de?Q?=C3=BC.mp4?="', 'ü.mp4'],
		['attachment; filename="=?x-none?Q?a.mp4?="', '=?x-none?Q?a.mp4?='],
		// Percent-encoded though nothing says so.
		['attachment; filename="my%20talk.mp4"', 'my talk.mp4'],
		['attachment; filename=%E6%97%A5.mp4', '日.mp4'],
		['attachment; filename="100%.mp4"', '100%.mp4'],
		// Quotes of all kinds.
		["attachment; filename='my talk.mp4'", 'my talk.mp4'],
		["attachment; filename=Ada's talk.mp4", "Ada's talk.mp4"],
		['attachment; filename="a "b" c.mp4"', 'a "b" c.mp4'],
		['attachment; filename="talk.mp4', 'talk.mp4'],
		['attachment; filename="C:\\temp\\talk.mp4"', 'talk.mp4'],
		['attachment;filename="talk.mp4";', 'talk.mp4'],
		['filename="talk.mp4"', 'talk.mp4'],
		['attachment; filename=""', 'path.mp4'],
		['attachment; filename="/"', 'path.mp4'],
		['attachment', 'path.mp4'],
		['', 'path.mp4'],
	])('by %j is %j', (disposition, name) => {
		expect(nameOf('/path.mp4', disposition)).toBe(name);
	});

	test.each([
		['/watch', '/talk.mp4', 'talk.mp4'],
		['/talk.mp4', '/other.mp4', 'other.mp4'],
		['/download.php', '/talk.mp4', 'talk.mp4'],
		// An end that names no file is no better than the link.
		['/talk.mp4', '/download', 'talk.mp4'],
		['/talk.mp4', '/get.php', 'talk.mp4'],
		['/talk.mp4', '/', 'talk.mp4'],
		['/watch', '/0a1b', '0a1b'],
	])('of a link %s that leads to %s is %s', (start, end, name) => {
		const [from, to] = [start, end].map((path) => new URL(path, 'https://example.com/'));
		expect(
			fileNameOf(
				parseDisposition(undefined),
				[to, from].flatMap((url) => url ?? []),
			),
		).toBe(name);
	});

	test('that is too long keeps its ending', () => {
		expect(nameOf(`/${'a'.repeat(300)}.mp4`)).toBe(`${'a'.repeat(196)}.mp4`);
		expect(nameOf(`/${encodeURIComponent('😀'.repeat(300))}.mp4`)).toBe(`${'😀'.repeat(196)}.mp4`);
	});

	test.each(['; ', ';a="', '=?a?q?', '%', '; filename="\\', ';x= ', "'"])(
		'takes time in proportion to the header, of %j too',
		(text) => {
			expectLinear((size) => {
				nameOf('/a.mp4', `attachment; filename="${text.repeat(size)}`);
			}, 50_000);
		},
	);

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
