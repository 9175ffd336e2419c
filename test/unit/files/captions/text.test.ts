import { made } from './support';

/** The lines of the only cue. */
async function linesOf(...lines: string[]): Promise<string[]> {
	const { srt } = await made(`WEBVTT\n\n00:01.000 --> 00:02.000\n${lines.join('\n')}\n`);
	return srt.split('\n').slice(2, -2);
}

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
	[
		'those of HTML',
		'caf&eacute; &ndash; don&rsquo;t&hellip; &copy;&nbsp;&frac12;',
		'café – don’t… ©\u00a0½',
	],
	['each once', '&amp;lt;', '&lt;'],
	['of Windows-1252', '&#146;&#x80;', '’€'],
	['impossible ones', '&#0; &#xD800; &#1114112; &unknown; &', '\ufffd \ufffd \ufffd &unknown; &'],
	['an arrow in the text', 'a --&gt; b ----&gt; c', 'a -> b -> c'],
	['one between times', '00:00:01.000 --&gt; 00:00:02.000', '00:00:01.000 -→ 00:00:02.000'],
	['codes of ASS, also those that only appear', '{{\\i1}\\an8}a&#123;\\b1}b', 'ab'],
])('%s', async (_, text, expected) => {
	expect(await linesOf(text)).toEqual([expected]);
});

test('tags over two lines; lines that are blank without tags', async () => {
	expect(await linesOf('<c.a', 'b>Hello', '<v Anna>', '&nbsp;', 'you</c>')).toEqual([
		'Hello',
		'you',
	]);
});
