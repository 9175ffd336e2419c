import fc from 'fast-check';
import { toSrt } from '../../../linkedin/files/captions';
import { fixture } from '../../fixtures/make';
import { problemOf } from './support';

const vtt = (text: string) => toSrt(text, 'talk.vtt');
const cue = (...lines: string[]) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${lines.join('\n')}\n`;
/** The text of the only cue. */
const textOf = (...lines: string[]) =>
	vtt(cue(...lines))
		.srt.split('\n')
		.slice(2, -2);

test('the real file becomes the real SRT', () => {
	const { srt, cues, warnings } = toSrt(fixture('talk.vtt'), 'talk.vtt');
	expect(srt).toBe(fixture('talk.srt').toString());
	expect({ cues, warnings }).toEqual({ cues: 3, warnings: [] });
});

test('what only WebVTT has goes', () => {
	const text = `WEBVTT Kind: captions; Language: en
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

REGION
id:fred

STYLE
::cue { color: red }

NOTE
A comment
of two lines

NOTE one more

intro
00:01.000 --> 00:02.000 region:fred line:0 align:start
One

00:00:03.000 --> 01:00:04.005
Two
`;
	expect(vtt(text)).toEqual({
		srt: '1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 01:00:04,005\nTwo\n\n',
		cues: 2,
		warnings: [],
	});
});

test.each([
	['bold, italic and underline stay', '<b>a</b> <i>b</i> <u>c</u>', '<b>a</b> <i>b</i> <u>c</u>'],
	['without their classes', '<b.loud>a</b> <i.x.y note>b</i>', '<b>a</b> <i>b</i>'],
	['voices', '<v Anna>Hello</v> <v.loud Ben Smith>Hi', 'Hello Hi'],
	['classes', '<c.yellow.bg_blue>a</c><c>b</c>', 'ab'],
	['languages and ruby', '<lang en-GB>a</lang> <ruby>b<rt>c</rt></ruby>', 'a bc'],
	['karaoke times', 'a <00:00:01.500>b <01:01.000><c>c</c>', 'a b c'],
	['tags that are not known', '<blink>a</blink></>', 'a'],
	['but not everything in angle brackets', '3 < 4 > 2, I <3 you', '3 < 4 > 2, I <3 you'],
	['character references', '&lt;a&gt; &amp; &quot;b&apos; &#233; &#xE9;', '<a> & "b\' é é'],
	['each once', '&amp;lt;', '&lt;'],
	['impossible ones', '&#0; &#xD800; &#1114112; &unknown;', '\ufffd \ufffd \ufffd &unknown;'],
	['an arrow in the text', 'a --&gt; b', 'a -> b'],
])('%s', (_, text, expected) => {
	expect(textOf(text)).toEqual([expected]);
});

test('tags over two lines; lines that are blank without tags', () => {
	expect(textOf('<c.a', 'b>Hello', '<v Anna>', '&nbsp;', 'you</c>')).toEqual(['Hello', 'you']);
});

test('a cue without text is left out, with a warning', () => {
	const text = `${cue('<c></c>')}\n00:03.000 --> 00:04.000\nHi\n`;
	expect(vtt(text)).toMatchObject({ cues: 1, srt: '1\n00:00:03,000 --> 00:00:04,000\nHi\n\n' });
	expect(vtt(text).warnings).toEqual([expect.stringContaining('1, the first in line 3.')]);
});

test('WebVTT is known by its content, also below blank lines and behind a mark', () => {
	for (const start of ['\ufeff', '\n\n', '']) {
		expect(toSrt(`${start}${cue('Hi')}`, 'talk.srt').srt).toBe(
			'1\n00:00:01,000 --> 00:00:02,000\nHi\n\n',
		);
	}
	expect(vtt(cue('Hi').replaceAll('\n', '\r\n')).cues).toBe(1);
});

test.each([
	['no times', 'WEBVTT\n\nHello\nyou\n', /line 3: expected the times of a cue, found "Hello"/],
	[
		'times below the header',
		'WEBVTT\n00:01.000 --> 00:02.000\nHi',
		/line 2: a blank line is missing after "WEBVTT"/,
	],
	[
		'bad times',
		'WEBVTT\n\nid\n00:01 --> 00:02\nHi',
		/line 4: expected times such as .*, found "00:01 --> 00:02"/,
	],
	[
		'end before start',
		'WEBVTT\n\n00:02.000 --> 00:01.000\nHi',
		/line 3: the cue starts at 00:00:02,000 and ends at 00:00:01,000/,
	],
	[
		'no blank line between cues',
		`${cue('Hi')}00:03.000 --> 00:04.000\nyou`,
		/line 5: times inside of a text/,
	],
	['only a header', 'WEBVTT\n', /hold no cues/],
	['only comments', 'WEBVTT\n\nNOTE nothing\n', /hold no cues/],
	['only cues without text', cue('<v A>'), /hold no cues/],
])('refused: %s', async (_, text, message) => {
	expect((await problemOf(() => vtt(text))).message).toMatch(message);
});

test('times and texts survive the way from WebVTT', () => {
	const time = fc.integer({ min: 0, max: 7_200_000 });
	const cues = fc
		.array(fc.tuple(time, fc.integer({ min: 1, max: 5000 }), fc.stringMatching(/^[a-z]{1,20}$/)), {
			minLength: 1,
		})
		.map((list) => list.sort(([a], [b]) => a - b));
	const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
	fc.assert(
		fc.property(cues, (list) => {
			const blocks = list.map(
				([start, length, text]) => `${stamp(start)} --> ${stamp(start + length)}\n${text}`,
			);
			const { srt, cues: count } = vtt(['WEBVTT', ...blocks].join('\n\n'));
			const expected = blocks.map(
				(block, index) => `${index + 1}\n${block.replaceAll('.', ',')}\n\n`,
			);
			expect(srt).toBe(expected.join(''));
			expect(count).toBe(list.length);
		}),
	);
});
