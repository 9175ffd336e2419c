import { toSrt } from '../../../linkedin/files/captions';
import { fixture } from '../../fixtures/make';
import { problemOf } from './support';

const TEXT = '1\n00:00:01,000 --> 00:00:02,000\nGrüße 🎬\n\n';
const utf16le = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

test.each([
	['UTF-8', Buffer.from(TEXT)],
	['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
	['UTF-16, little endian', utf16le],
	['UTF-16, big endian', Buffer.from(utf16le).swap16()],
])('%s', (_, bytes) => {
	expect(toSrt(bytes, 'talk.srt')).toEqual({ srt: TEXT, cues: 1, warnings: [] });
});

test.each([
	['Latin 1', Buffer.from(TEXT, 'latin1'), 'line 3 is not valid UTF-8'],
	['a letter cut off', Buffer.from('1\r\n\xc3', 'latin1'), 'line 2 is not valid UTF-8'],
	['UTF-16 cut off', utf16le.subarray(0, -1), 'they are not valid UTF-16LE'],
	['half of a pair', Buffer.from('\ufeff\ud83c', 'utf16le'), 'they are not valid UTF-16LE'],
	['UTF-16 without a mark', utf16le.subarray(2, 70), 'they contain zero bytes'],
])('%s cannot be read', async (_, bytes, why) => {
	const problem = await problemOf(() => toSrt(bytes, 'talk.srt'));
	expect(problem.message).toBe(`The captions "talk.srt" cannot be read as text: ${why}`);
	expect(problem.description).toBe('Save the captions with the encoding UTF-8.');
});

test.each([
	['nothing', ''],
	['white space', ' \r\n\t\n'],
	['a mark', '\ufeff'],
])('%s is empty', async (_, text) => {
	for (const input of [text, Buffer.from(text)]) {
		const problem = await problemOf(() => toSrt(input, 'talk.srt'));
		expect(problem.message).toBe('The captions "talk.srt" are empty');
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
	const problem = await problemOf(() => toSrt(text, 'talk.srt'));
	expect(problem.message).toBe(
		`The captions "talk.srt" are neither SRT nor WebVTT: by their content they look like ${label}`,
	);
	expect(problem.description).toBe('Export the captions as SRT or WebVTT.');
});

test('so is a video in place of captions', async () => {
	const problem = await problemOf(() => toSrt(fixture('talk.mp4'), 'talk.srt'));
	expect(problem.message).toContain('they look like an MP4 video');
});
