import { made, refused } from './support';
import { fixture } from '../../../fixtures/make';

const TEXT = '1\n00:00:01,000 --> 00:00:02,000\nGrüße 🎬\n\n';
const utf16le = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

test.each([
	['UTF-8', Buffer.from(TEXT)],
	['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
	['UTF-16, little endian', utf16le],
	['UTF-16, big endian', Buffer.from(utf16le).swap16()],
])('%s', async (_, bytes) => {
	expect(await made(bytes)).toEqual({ srt: TEXT, cues: 1, warnings: [] });
});

test.each([
	[
		'Windows-1252',
		Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nWe\x92re on air\n', 'latin1'),
		'line 3 is not valid UTF-8; the file looks like Windows-1252',
	],
	[
		'the same behind 100,000 lines of it in ASCII',
		Buffer.from(`${'plain text\n'.repeat(100_000)}\xe9t\xe9 and summer`, 'latin1'),
		'line 100001 is not valid UTF-8; the file looks like Windows-1252',
	],
	[
		'Cyrillic of Windows-1251',
		Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n\xcf\xf0\xe8\xe2\xe5\xf2\n', 'latin1'),
		'line 3 is not valid UTF-8',
	],
	['a letter cut off', Buffer.from('1\r\n\xc3', 'latin1'), 'line 2 is not valid UTF-8'],
	['UTF-16 cut off', utf16le.subarray(0, -1), 'they are not valid UTF-16LE'],
	['half of a pair', Buffer.from('\ufeff\ud83c', 'utf16le'), 'they are not valid UTF-16LE'],
	[
		'UTF-16 without a mark',
		utf16le.subarray(2, 70),
		'they look like UTF-16 without a byte order mark',
	],
])('%s cannot be read', async (_, bytes, why) => {
	const problem = await refused(bytes);
	expect(problem.message).toBe(`The captions "x" can’t be read as text: ${why}`);
	expect(problem.description).toBe('Save the captions as UTF-8.');
});

test.each([
	['nothing', ''],
	['white space', ' \r\n\t\n'],
	['a mark', '\ufeff'],
])('%s is empty', async (_, text) => {
	for (const input of [text, Buffer.from(text)]) {
		const problem = await refused(input);
		expect(problem.message).toBe('The captions "x" are empty');
	}
});

test.each([
	['a JSON text', '{"cues": []}'],
	['ASS/SSA captions', '[Script Info]\nScriptType: v4.00+'],
	['SBV captions', '0:00:01.000,0:00:02.000\nHello'],
	['TTML captions', '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml"/>'],
	['LRC lyrics', '[00:01.00]Hello'],
	['an RTF document', '{\\rtf1\\ansi 1}'],
	['a web page (HTML)', '<!DOCTYPE html><html>'],
])('%s are named', async (label, text) => {
	const problem = await refused(text);
	expect(problem.message).toBe(
		`The captions "x" are neither SRT nor WebVTT; they look like ${label}`,
	);
	expect(problem.description).toBe('Export the captions as SRT or WebVTT.');
});

test('so is a video in place of captions', async () => {
	const problem = await refused(fixture('talk.mp4'));
	expect(problem.message).toContain('they look like an MP4 video');
});
