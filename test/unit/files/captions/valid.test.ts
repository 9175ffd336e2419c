import { toSrt } from '../../../../linkedin/files/captions/toSrt';
import { fixture } from '../../../fixtures/make';
import { CALLED, made } from './support';

const TWO = `1
00:00:01,000 --> 00:00:02,000
Hello

2
00:00:02,500 --> 00:00:04,000
<i>World</i>
of captions
`;

test('the real file comes back as it is, and WebVTT becomes it', async () => {
	const srt = fixture('talk.srt');
	expect(await made(srt)).toEqual({ srt: srt.toString(), cues: 3, warnings: [] });
	expect(await made(fixture('talk.vtt'))).toEqual({ srt: srt.toString(), cues: 3, warnings: [] });
});

test.each([
	['LF', TWO],
	['CRLF', TWO.replaceAll('\n', '\r\n')],
	['no line end at the end', TWO.trimEnd()],
	['more than one empty line', TWO.replaceAll('\n\n', '\n\n\n') + '\n\n'],
	['other scripts', TWO.replace('Hello', 'Grüße 你好 🎬')],
	['a text that is a number', TWO.replace('Hello', '7')],
	['hours beyond 99', TWO.replace('00:00:04', '100:00:04')],
])('valid SRT comes back as it is: %s', async (_, text) => {
	const same = { srt: text, cues: 2, warnings: [] };
	expect(await made(text)).toEqual(same);
	expect(await made(Buffer.from(text))).toEqual(same);
});

test('it is the very bytes of the file, without a copy, but for a byte order mark', async () => {
	const bytes = Buffer.from(`\ufeff${TWO}`);
	const { srt } = await toSrt(bytes, CALLED);
	expect(srt.toString()).toBe(TWO);
	expect(srt.buffer).toBe(bytes.buffer);
});

test.each([
	['numbers from 0', TWO.replace('1\n00', '0\n00').replace('2\n00', '1\n00')],
	['a number too few', TWO.replace('2\n00', '00')],
	['dots', TWO.replaceAll(/,(?=\d{3})/g, '.')],
	['no hours', TWO.replaceAll('00:00:0', '00:0')],
	['spaces around', TWO.replace('1\n00:00:01,000 -->', ' 1 \n 00:00:01,000  -->')],
	['white space as empty line', TWO.replace('\n\n', '\n \t\n')],
	['CR as line end', TWO.replaceAll('\n', '\r')],
	['CR CR LF as line end', TWO.replaceAll('\n', '\r\r\n')],
	['a mark in the middle', TWO.replace('2\n', '\ufeff2\n')],
	['a blank line below the times', TWO.replace('000\n', '000\n\n')],
	['blank lines below the number', TWO.replace('2\n00', '2\n\n00')],
])('what is not quite SRT is written anew, without a word: %s', async (_, text) => {
	expect(await made(text)).toEqual({ srt: `${TWO}\n`, cues: 2, warnings: [] });
});
