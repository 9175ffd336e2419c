import { cuesOf, made, refused } from './support';

/** A file as a program writes it, its cues, and what the one warning says. */
type Row = [string, string, readonly string[], string?];

const VTT = 'WEBVTT\n\n';

test.each<Row>([
	[
		'Whisper: times in brackets, the text behind them',
		'[00:00:00.000 --> 00:00:04.500]   Hello and welcome.\n[00:00:04.500 --> 00:00:07.000]   1984\n',
		['0-4.5 Hello and welcome.', '4.5-7 1984'],
		'separated 1 cue from the previous one (line 2)',
	],
	[
		'Whisper: the same with a log, no hours, and pieces of music',
		'whisper_init: loading\n\n[00:00.000 --> 00:04.500]  [MUSIC]\n[00:04.500 --> 00:07.000]\n[00:07.000 --> 00:08.000] Bye\n\noutput_srt: saving\n',
		['0-4.5 [MUSIC]', '7-8 Bye|output_srt: saving'],
		'left out 1 cue without text (line 4); left out 1 text without times (line 1); separated 1 cue from the previous one (line 4); joined the text of 1 cue across blank lines (line 7)',
	],
	[
		'whisper.cpp: a space before each text, cues of no length',
		'1\n00:00:00,000 --> 00:00:02,000\n Hello\n\n2\n00:00:02,000 --> 00:00:02,000\n you\n\n3\n00:00:02,000 --> 00:00:03,000\n all\n\n',
		['0-2  Hello', '2-3  all'],
		'left out 1 cue with zero or negative duration (line 6)',
	],
	[
		'WhisperX: speakers, words underlined',
		'1\n00:00:00,031 --> 00:00:02,000\n[SPEAKER_00]: <u>Hello</u> all\n',
		['0.031-2 [SPEAKER_00]: <u>Hello</u> all'],
	],
	[
		'YouTube: automatic captions that roll',
		`WEBVTT\nKind: captions\nLanguage: en\n\n00:00:00.160 --> 00:00:02.550 align:start position:0%\n \nhello<00:00:00.480><c> and</c><00:00:00.640><c> welcome</c>\n\n00:00:02.550 --> 00:00:02.560 align:start position:0%\nhello and welcome\n \n`,
		['0.16-2.55 hello and welcome', '2.55-2.56 hello and welcome'],
	],
	[
		'YouTube: styles of 608 captions',
		`WEBVTT\n\nSTYLE\n::cue(c.colorCCCCCC) { color: rgb(204,204,204);\n }\n##\n\n00:00:01.000 --> 00:00:02.000 line:15% position:25%\n<c.colorCCCCCC>&gt;&gt; Hello</c>\n`,
		['1-2 >> Hello'],
	],
	[
		'Teams: single digits, names of cues, voices over two lines',
		'WEBVTT\r\n\r\n0:0:0.0 --> 0:0:1.370\r\n<v Ada Example>Hello all.</v>\r\n\r\n85a3b3a8-1234/5-0\r\n00:00:02.403 --> 00:00:13.540\r\n<v Ada Example>Hi,\r\nthere.</v>\r\n',
		['0-1.37 Hello all.', '2.403-13.54 Hi,|there.'],
	],
	[
		'Stream: notes above each cue',
		`${VTT}NOTE duration:"00:30:00.0000000"\n\nNOTE language:en-us\n\nNOTE Confidence: 0.9088\n\n4c3a2f5e-0000\n00:00:00.000 --> 00:00:02.000\nHello\n`,
		['0-2 Hello'],
	],
	[
		'Zoom: names in the text, a cue of no length',
		'WEBVTT\r\n\r\n1\r\n00:00:03.560 --> 00:00:07.140\r\nAda Example: Hello & welcome\r\n\r\n2\r\n00:00:07.140 --> 00:00:07.140\r\nAda Example: so\r\n',
		['3.56-7.14 Ada Example: Hello & welcome'],
		'left out 1 cue with zero or negative duration (line 8)',
	],
	[
		'Premiere: colours, a line too many at the end',
		'1\n00:00:00,000 --> 00:00:02,500\n<font color="#FFFFFF">Hello</font>\n\n2\n00:00:02,500 --> 00:00:04,000\n<b>World</b>\n\n\n\n',
		['0-2.5 <font color="#FFFFFF">Hello</font>', '2.5-4 <b>World</b>'],
	],
	[
		'DaVinci Resolve: a mark, CR LF, dashes',
		'\ufeff1\r\n00:00:00,000 --> 00:00:02,000\r\n<b>Hello</b>\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\n- A\r\n- B\r\n\r\n',
		['0-2 <b>Hello</b>', '2-4 - A|- B'],
	],
	[
		'Aegisub: codes, breaks and hard spaces of ASS',
		'1\n00:00:01,000 --> 00:00:02,000\n{\\an8\\pos(3,4)}A\\NB\\hC\n',
		['1-2 A|B C'],
		'removed formatting codes from 1 cue (line 2)',
	],
	['no codes: a path', '1\n00:00:01,000 --> 00:00:02,000\nC:\\New\\home\n', ['1-2 C:\\New\\home']],
	[
		'machine translation into Chinese: wide colons and commas',
		'1\n00：00：01，000 --> 00：00：02，500\n你好：世界\n',
		['1-2.5 你好：世界'],
	],
	[
		'an editor of Arabic: marks of direction around the times',
		'1\n\u202a00:00:01,000 --> 00:00:02,000\u202c\n\u200fمرحبا\n',
		['1-2 \u200fمرحبا'],
	],
	['an arrow too long', '1\n00:00:01,000 ---> 00:00:02,000\nA\n', ['1-2 A']],
	['wide spaces around the arrow', '1\n00:00:01,000\u00a0-->\u300000:00:02,000\nA\n', ['1-2 A']],
	[
		'HLS: a map of times, in a segment of a stream',
		'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\nA\n',
		['1-2 A'],
	],
	[
		'a language model: tildes as a fence, a greeting',
		'Sure, here you go:\n\n~~~srt\n1\n00:00:01,000 --> 00:00:02,000\nA\n~~~\n',
		['1-2 A'],
		'removed a Markdown fence (line 3)',
	],
])('%s', async (_, text, cues, ...[says]) => {
	const { srt, warnings } = await made(text);
	expect(cuesOf(srt.replaceAll('\r\n', '\n'))).toEqual(cues);
	expect(warnings).toEqual(says === undefined ? [] : [`The captions "x" were repaired: ${says}.`]);
});

test.each([
	[
		'Whisper’s JSON',
		'{"text":"a","segments":[{"id":0,"start":0,"end":1}]}',
		'look like a JSON text',
	],
	[
		'Whisper’s TSV',
		'start\tend\ttext\n0\t4500\tHello\n',
		'line 1: expected a cue number or a time',
	],
	['YouTube’s SBV', '0:00:00.160,0:00:02.550\nhello\n', 'look like SBV captions'],
	['a transcript of Zoom', '00:00:03\tAda:\tHello\n', 'line 1: expected a cue number or a time'],
	['Premiere’s transcript', '00;00;00;00 - 00;00;02;12\nHello\n', 'line 1: expected a cue number'],
	[
		'frames of DaVinci Resolve',
		'1\n01:00:00:00 --> 01:00:02:12\nHello\n',
		'line 2: expected a time',
	],
])('%s is refused with what can be done', async (_, text, says) => {
	const { message, description } = await refused(text);
	expect(message).toContain(says);
	expect(description).toMatch(/^Export the captions (again )?as SRT or WebVTT\.$/);
});
