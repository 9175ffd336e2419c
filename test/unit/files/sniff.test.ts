import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { sniff } from '../../../linkedin/files/sniff';
import { box, fixture, fixturePath } from '../../fixtures/make';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

test.each(readdirSync(fixturePath('kinds')))('%s is what its name says', (file) => {
	expect(sniff(fixture(`kinds/${file}`)).kind).toBe(parse(file).name);
});

test.each([
	['talk.mp4', 'mp4'],
	['fragmented.mp4', 'mp4'],
	['quicktime.mov', 'quicktime'],
	['thumbnail.jpg', 'jpeg'],
	['picture.png', 'png'],
	['animation.gif', 'gif'],
	['talk.srt', 'srt'],
	['talk.vtt', 'webvtt'],
])('%s is %s', (file, kind) => {
	expect(sniff(fixture(file)).kind).toBe(kind);
});

test.each([
	['qt  ', 'quicktime'],
	['heic', 'heic'],
	['mif1', 'heic'],
	['avif', 'avif'],
	['M4A ', 'm4a'],
	['3g2a', '3gp'],
	['M4V ', 'm4v'],
	['mp42', 'mp4'],
	['XAVC', 'mp4'],
])('the brand %j is %s', (brand, kind) => {
	expect(sniff(box('ftyp', bytes(`${brand}\0\0\0\0isom`))).kind).toBe(kind);
});

test('a compatible brand decides nothing', () => {
	expect(sniff(box('ftyp', bytes('mp42\0\0\0\0mp42qt  '))).kind).toBe('mp4');
});

test.each(['moov', 'mdat', 'wide'])(
	'a file that starts with %s is an old QuickTime movie',
	(type) => {
		expect(sniff(box(type, Buffer.alloc(20))).kind).toBe('quicktime');
	},
);

test.each([
	['pdf', '%PDF-1.4\n'],
	['zip', 'PK\x03\x04\x14\0'],
	['gzip', '\x1f\x8b\x08\0'],
	['psd', '8BPS\0\x01\0\0'],
	['rtf', '{\\rtf1\\ansi Hello}'],
	['html', '\n <!doctype HTML><html>'],
	['html', '<html lang="en">'],
	['html', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
	['svg', '<svg xmlns="http://www.w3.org/2000/svg">'],
	['svg', '<?xml version="1.0"?><!-- drawn --><svg width="1">'],
	['ttml', '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml">'],
	['ttml', '<tt:tt xml:lang="en">'],
	['xml', '<?xml version="1.0"?><rss>'],
	['json', '{"error": 1}'],
	['json', '[ {"a": 1} ]'],
	['srt', '1\r\n00:00:01,000 --> 00:00:02,000\r\nHello'],
	['srt', '00:00:01,000 --> 00:00:02,000\nHello'],
	['webvtt', 'WEBVTT\n\n'],
	['webvtt', '\xef\xbb\xbfWEBVTT'],
	['ass', '[Script Info]\nTitle: x'],
	['sbv', '0:00:01.000,0:00:02.000\nHello'],
	['lrc', '[00:12.00]La la'],
	['text', 'WEBVTTX'],
	['text', 'Gr\xfc\xdfe'],
	['text', 'BM is a word'],
	['text', '[sic]'],
	['unknown', 'a\0b'],
	['unknown', 'RIFF\0\0\0\0ABCD'],
	['unknown', ''],
])('%s: %j', (kind, content) => {
	expect(sniff(bytes(content)).kind).toBe(kind);
});

test.each(['utf16le', 'latin1'] as const)(
	'text in UTF-16 or UTF-8 (%s) with a mark',
	(encoding) => {
		const mark = encoding === 'utf16le' ? '\ufeff' : '\xef\xbb\xbf';
		expect(sniff(Buffer.from(`${mark}WEBVTT\n`, encoding)).kind).toBe('webvtt');
		expect(sniff(Buffer.from(`${mark}{"a":1}`, encoding)).kind).toBe('json');
	},
);

test('text in UTF-16 of another script', () => {
	expect(sniff(Buffer.from('\ufeffПривет', 'utf16le')).kind).toBe('text');
});

test('only the start is looked at, however large the file is', () => {
	const label = sniff(Buffer.concat([Buffer.alloc(1024, 'x'), Buffer.alloc(1000)])).label;
	expect(label).toBe('plain text');
});
