import { TURNS, Turns } from '../../../../linkedin/api/turns';
import { PageStart } from '../../../../linkedin/posts/linkPreview/pageStart';
import { previewOf, type LinkPreview } from '../../../../linkedin/posts/linkPreview/preview';
import { HEADS } from './heads';

function read(page: string | Buffer, contentType?: string, url?: string): Promise<LinkPreview> {
	const start = new PageStart(new URL(url ?? 'https://example.com/blog/post'));
	start.contentType = contentType;
	start.add(Buffer.from(page));
	return previewOf(start, () => TURNS.breathe());
}

test.each(Object.entries(HEADS))('%s', async (_, { html, url, preview }) => {
	expect(await read(html, 'text/html; charset=utf-8', url)).toEqual(preview);
});

describe('the charset', () => {
	const meta = (charset: string) => `<meta charset="${charset}">`;
	const equiv = (charset: string) =>
		`<meta http-equiv='Content-Type' content='text/html; charset=${charset}'>`;
	const page = (head: string, title: Buffer) =>
		Buffer.concat([Buffer.from(`<head>${head}<title>`), title, Buffer.from('</title></head>')]);
	const latin = Buffer.from('Caf\xe9', 'latin1');
	const windows = Buffer.from('\x93Caf\xe9\x94 \x96 5 \x80', 'latin1');
	/** 日本語 */
	const shiftJis = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]);
	const eucKr = Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]);
	const xml = Buffer.from(
		'<?xml version="1.0" encoding="ISO-8859-2"?><title>\xb1Caf\xe9</title>',
		'latin1',
	);
	const utf16 = (text: string, swap: boolean) => {
		const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
		return swap ? bytes.swap16() : bytes;
	};

	test.each<[string, Buffer, string | undefined, string]>([
		['ISO-8859-1 in the header', page('', latin), 'text/html; charset=ISO-8859-1', 'Café'],
		['in quotes', page('', latin), 'text/html;charset="iso-8859-1"', 'Café'],
		['windows-1252 in meta', page(meta('windows-1252'), windows), 'text/html', '“Café” – 5 €'],
		['ISO-8859-1, which means the same', page(equiv('iso-8859-1'), windows), '', '“Café” – 5 €'],
		['Shift_JIS in meta', page(meta('Shift_JIS'), shiftJis), 'text/html', '日本語'],
		['Shift_JIS by http-equiv', page(equiv('x-sjis'), shiftJis), 'text/html', '日本語'],
		[
			'Shift_JIS in the header, over meta',
			page(meta('utf-8'), shiftJis),
			'text/html; charset=shift_jis',
			'日本語',
		],
		['EUC-KR', page(meta('euc-kr'), eucKr), undefined, '한글'],
		['in a declaration of XML', xml, undefined, 'ąCafé'],
		['none: UTF-8', page('', Buffer.from('Café 日本')), 'text/html', 'Café 日本'],
		['none: as browsers do', page('', windows), 'text/html', '“Café” – 5 €'],
		[
			'one that nobody knows',
			page(meta('klingon'), windows),
			'text/html; charset=xyz',
			'“Café” – 5 €',
		],
		['a meta in a comment', page(`<!-- ${meta('shift_jis')} -->`, Buffer.from('Café')), '', 'Café'],
		[
			'western by habit, UTF-8 in truth',
			page(meta('utf-8'), Buffer.from('Café 日本')),
			'text/html; charset=ISO-8859-1',
			'Café 日本',
		],
		['UTF-16 in meta, which cannot be', page(meta('utf-16'), Buffer.from('Café')), '', 'Café'],
		[
			'UTF-8’s mark, over the header',
			Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), page('', Buffer.from('Café'))]),
			'text/html; charset=shift_jis',
			'Café',
		],
		['UTF-16 LE by its mark', utf16('<title>Café</title>', false), 'text/html', 'Café'],
		['UTF-16 BE by its mark', utf16('<title>Café</title>', true), 'text/html', 'Café'],
	])('%s', async (_, bytes, contentType, title) => {
		expect((await read(bytes, contentType)).title).toBe(title);
	});

	test('a character that the cut has halved is left out', async () => {
		const whole = Buffer.from('<meta property="og:title" content="ü"><title>日本');
		for (let cut = whole.length - 6; cut <= whole.length; cut += 1) {
			expect(await read(whole.subarray(0, cut), 'text/html')).toMatchObject({ title: 'ü' });
		}
	});
});

describe('hostile pages', () => {
	const TITLE = '<title>T</title>';
	const SIZE = 512 * 1024;

	test('elements inside each other beyond all use end the reading', async () => {
		const inside = (depth: number) => read('<b>'.repeat(depth) + TITLE);
		expect((await inside(200)).title).toBe('T');
		expect((await inside(300)).title).toBe('');
	});

	test.each<[string, string]>([
		['attributes', `<p ${'a=b '.repeat(130_000)}>`],
		[
			'names of attributes',
			`<p ${Array.from({ length: 80_000 }, (_, index) => `a${index}`).join(' ')}>`,
		],
		['one attribute', `<p a="${'x'.repeat(SIZE)}`],
		['elements inside each other', '<b>'.repeat(170_000)],
		['ends', '</b>'.repeat(130_000)],
		['comments that never end', '<!--'.repeat(130_000)],
		['brackets', '<'.repeat(SIZE)],
		['references', '&amp'.repeat(130_000)],
		['declarations of a charset', '<meta charset '.repeat(37_000)],
		['titles', '<title>'.repeat(75_000)],
		['pictures', '<meta property=og:image content=a>'.repeat(15_000)],
	])('%s: what came before counts, and the process goes on meanwhile', async (what, rest) => {
		const due = jest.spyOn(Turns.prototype, 'due', 'get').mockReturnValue(true);
		let turns = 0;
		let over = false;
		const turned = (): void => {
			turns += 1;
			if (!over) setImmediate(turned);
		};
		setImmediate(turned);
		expect((await read(TITLE + rest, 'text/html')).title).toBe('T');
		over = true;
		due.mockRestore();
		// Wherever it is time for a turn there is one, unless the reading has ended early: each 32 KB.
		expect(turns).toBeGreaterThan(what.startsWith('elements inside') ? 0 : 12);
	});
});
