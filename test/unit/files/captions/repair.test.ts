import { cuesOf, made, refused } from './support';

/** What came, the cues that come of it, and what the one warning says; none where nothing is said. */
type Row = [string, string, readonly string[], string?];

const VTT = 'WEBVTT\n\n';
const cue = (second: number, text: string) => `${at(second)} --> ${at(second + 1)}\n${text}\n`;
const at = (second: number) => `00:00:${String(second).padStart(2, '0')},000`;
const LAST = `\n9\n${cue(50, 'x')}`;

async function expectRow([, text, cues, says]: Row): Promise<void> {
	const { srt, warnings, cues: count } = await made(text);
	expect(cuesOf(srt)).toEqual(cues);
	expect(count).toBe(cues.length);
	expect(warnings).toEqual(says === undefined ? [] : [`The captions "x" were repaired: ${says}.`]);
}

describe('SRT', () => {
	test.each<Row>([
		['a comma or a point', '1\n00:00:01.000 --> 00:00:02,5\nA', ['1-2.5 A']],
		['one digit of fraction', '1\n00:00:01,5 --> 00:00:02,5\nA', ['1.5-2.5 A']],
		['two', '1\n00:00:01,05 --> 00:00:02,50\nA', ['1.05-2.5 A']],
		['four to six, cut off', '1\n00:00:01,0019 --> 00:00:02,500999\nA', ['1.001-2.5 A']],
		['none', '1\n00:00:01 --> 00:00:02\nA', ['1-2 A']],
		['single digits', '1\n0:0:1.0 --> 0:1:2.5\nA', ['1-62.5 A']],
		['no hours', '1\n00:01,000 --> 01:02,000\nA', ['1-62 A']],
		['nor a fraction', '00:01 --> 01:02\nA', ['1-62 A']],
		['three digits behind a colon', '1\n00:00:01:500 --> 00:00:02:500\nA', ['1.5-2.5 A']],
		['60 seconds and more', '1\n00:00:59,000 --> 00:00:60,000\nA', ['59-60 A']],
		['arrows without spaces', '1\n00:00:01,000-->00:00:02,000\nA', ['1-2 A']],
		['translated times', '1\n00: 00: 01, 000 -> 00: 00: 02, 000\nA', ['1-2 A']],
		['a dash as arrow', '1\n00:00:01,000 —> 00:00:02,000\nA', ['1-2 A']],
		['hours beyond 99', '1\n100:00:00,000 --> 100:00:01,000\nA', ['360000-360001 A']],
		['coordinates', '1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600\nA', ['1-2 A']],
		['words behind the times', '1\n00:00:01,000 --> 00:00:02,000 and so on\nA', ['1-2 A']],
		['no numbers', `${cue(1, 'A')}\n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		['a number too few', `1\n${cue(1, 'A')}\n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		['numbers from 0', `0\n${cue(1, 'A')}\n1\n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		['numbers with zeros', `001\n${cue(1, 'A')}\n 002 \n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		['numbers out of order', `7\n${cue(1, 'A')}\n3\n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		['lines of spaces', `1\n${cue(1, 'A')} \t\n2\n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		['a text that is a number', `1\n${cue(1, '42')}\n2\n${cue(3, '3')}`, ['1-2 42', '3-4 3']],
		[
			'and no numbers',
			`${cue(1, '42')}\n${cue(3, 'B\n1984')}\n${cue(5, 'C')}`,
			[...['1-2 42', '3-4 B|1984', '5-6 C']],
		],
		[
			'numbers as texts alone',
			`${cue(1, '2')}\n${cue(3, '3')}\n${cue(5, '4')}`,
			[...['1-2 2', '3-4 3', '5-6 4']],
		],
		[
			'a year at the end',
			`1\n${cue(1, 'A')}\n2\n${cue(3, 'B\n\n1984')}`,
			['1-2 A', '3-4 B|1984'],
			'joined the text of 1 cue across blank lines (line 9)',
		],
		['an arrow in a text', `1\n${cue(1, 'from A --> B')}`, ['1-2 from A -> B']],
		[
			'zero bytes and marks',
			`1\n${cue(1, 'A\0B\ufeff')}\n\ufeff2\n${cue(3, 'C')}`,
			['1-2 AB', '3-4 C'],
		],
	])('%s', async (name, text, cues, ...says) => {
		await expectRow([name, text, cues, ...says]);
	});

	test.each<Row>([
		[
			'no length',
			`1\n${at(1)} --> ${at(1)}\nA\n${LAST}`,
			['50-51 x'],
			'left out 1 cue with zero or negative duration (line 2)',
		],
		[
			'negative length, twice',
			`1\n${at(2)} --> ${at(1)}\nA\n\n2\n${at(4)} --> ${at(3)}\nB\n${LAST}`,
			['50-51 x'],
			'left out 2 cues with zero or negative duration (first in line 2)',
		],
		[
			'no text',
			`1\n${at(1)} --> ${at(2)}\n${LAST}`,
			['50-51 x'],
			'left out 1 cue without text (line 2)',
		],
		[
			'frames',
			`1\n00:00:01:12 --> 00:00:02:05\nA\n${LAST}`,
			['50-51 x'],
			'left out 1 cue with unreadable times (line 2)',
		],
		[
			'half of the times',
			`1\n${cue(1, 'A')}\n2\n00:00:03,000 -->\nB\n${LAST}`,
			['1-2 A', '50-51 x'],
			'left out 1 cue with unreadable times (line 6)',
		],
		[
			'times before the video',
			`1\n-00:00:01,000 --> 00:00:02,000\nA\n${LAST}`,
			['0-2 A', '50-51 x'],
			'moved 1 cue that started before the video to its start (line 2)',
		],
		[
			'times all before the video',
			`1\n-00:00:02,000 --> -00:00:01,000\nA\n${LAST}`,
			['50-51 x'],
			'left out 1 cue with zero or negative duration (line 2)',
		],
		[
			'out of order',
			`1\n${cue(5, 'C')}\n2\n${cue(3, 'B')}\n3\n${cue(1, 'A')}`,
			['1-2 A', '3-4 B', '5-6 C'],
			'sorted 2 cues by time (first in line 6)',
		],
		[
			'no blank line between',
			`1\n${cue(1, 'A')}2\n${cue(3, 'B')}3\n${cue(5, 'C')}`,
			['1-2 A', '3-4 B', '5-6 C'],
			'separated 2 cues from the previous one (first in line 5)',
		],
		[
			'nor numbers',
			`${cue(1, 'A')}${cue(3, 'B')}`,
			['1-2 A', '3-4 B'],
			'separated 1 cue from the previous one (line 3)',
		],
		[
			'a blank line inside',
			`1\n${cue(1, 'A\n\nB\n \nC')}\n2\n${cue(3, 'D')}`,
			['1-2 A|B|C', '3-4 D'],
			'joined the text of 1 cue across blank lines (line 5)',
		],
		[
			'codes',
			`1\n${cue(1, '{\\an8}A{\\i1}B{\\i0}')}\n2\n${cue(3, '{\\pos(1,2)}{C}')}`,
			['1-2 AB', '3-4 {C}'],
			'removed formatting codes from 2 cues (first in line 2)',
		],
		[
			'codes alone',
			`1\n${cue(1, '{\\an8}')}${LAST}`,
			['50-51 x'],
			'left out 1 cue without text (line 2)',
		],
		[
			'a fence and talk around it',
			`Here they are:\n\n\`\`\`srt\n1\n${cue(1, 'A')}\`\`\`\nAnything else?`,
			['1-2 A'],
			'removed a Markdown fence (line 3)',
		],
		[
			'two fences',
			`\`\`\`\n1\n${cue(1, 'A')}\`\`\`\nGo on:\n\`\`\`srt\n2\n${cue(3, 'B')}\`\`\`\n`,
			['1-2 A', '3-4 B'],
			'removed a Markdown fence (line 1)',
		],
		[
			'a fence that only ends',
			`1\n${cue(1, 'A')}\`\`\`\n`,
			['1-2 A'],
			'removed a Markdown fence (line 4)',
		],
		[
			'talk without a fence',
			`Here they are:\n\n1\n${cue(1, 'A')}`,
			['1-2 A'],
			'left out 1 text without times (line 1)',
		],
		[
			'a cue that is cut off',
			`1\n${cue(1, 'A')}\n2\n`,
			['1-2 A'],
			'left out 1 cue with unreadable times (line 5)',
		],
		[
			'a text of 70,000 bytes',
			`1\n${cue(1, 'A'.repeat(70_000))}${LAST}`,
			['50-51 x'],
			'left out 1 cue of more than 50000 bytes (line 2)',
		],
		[
			'all at once',
			`2\n${cue(5, '{\\an8}B')}1\n${cue(1, 'A')}\n3\n${at(7)} --> ${at(7)}\nC`,
			['1-2 A', '5-6 B'],
			'left out 1 cue with zero or negative duration (line 9); sorted 1 cue by time (line 5); separated 1 cue from the previous one (line 5); removed formatting codes from 1 cue (line 2)',
		],
	])('%s is repaired, and told', async (name, text, cues, ...says) => {
		await expectRow([name, text, cues, ...says]);
	});

	test('lines may end in CR, CR LF, or CR CR LF', async () => {
		const text = `1\n${cue(1, 'A\nB')}\n2\n${cue(3, 'C')}`;
		for (const end of ['\r', '\r\n', '\r\r\n']) {
			const { srt, warnings } = await made(text.replaceAll('\n', end));
			expect(cuesOf(srt.replaceAll('\r\n', '\n'))).toEqual(['1-2 A|B', '3-4 C']);
			expect(warnings).toEqual([]);
		}
	});

	test('a blank line below each line', async () => {
		const text = `1\n${cue(1, 'A\nB')}\n2\n${cue(3, 'C')}`.replaceAll('\n', '\n\n');
		expect(cuesOf((await made(text)).srt)).toEqual(['1-2 A|B', '3-4 C']);
	});
});

describe('WebVTT', () => {
	test.each<Row>([
		['times below the header', `WEBVTT\n${cue(1, 'A')}`, ['1-2 A']],
		['text below the header', `WEBVTT\nKind: captions\nHello\n\n${cue(1, 'A')}`, ['1-2 A']],
		['text beside the header', `WEBVTT - Talk of today\n\n${cue(1, 'A')}`, ['1-2 A']],
		[
			'single digits and CR LF',
			`${VTT}0:0:0.0 --> 0:0:1.37\nA\n`.replaceAll('\n', '\r\n'),
			['0-1.37 A'],
		],
		[
			'settings that are not known',
			`${VTT}00:01.000 --> 00:02.000 bogus:1 line:-1 x\nA`,
			['1-2 A'],
		],
		['settings without a space', `${VTT}00:01.000 --> 00:02.000align:start\nA`, ['1-2 A']],
		['a line of spaces between blocks', `${VTT}NOTE x\n\n   \n\n1\n${cue(1, 'A')}`, ['1-2 A']],
		[
			'a line of spaces inside',
			`${VTT}${cue(1, 'A\n  \nB')}`,
			['1-2 A|B'],
			'joined the text of 1 cue across blank lines (line 6)',
		],
		[
			'notes, styles and regions',
			`${VTT}STYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE\nA\nB\n\n${cue(1, 'A')}`,
			['1-2 A'],
		],
		['a note that is a cue to W3C', `${VTT}NOTE x\n${cue(1, 'A')}`, ['1-2 A']],
		['names', `${VTT}first\n${cue(1, 'A')}\n2 - second\n${cue(3, 'B')}`, ['1-2 A', '3-4 B']],
		[
			'a second header',
			`${VTT}${cue(1, 'A')}\nWEBVTT\nX-TIMESTAMP-MAP=a\n\n${cue(3, 'B')}`,
			['1-2 A', '3-4 B'],
		],
		['an empty line at its start', `\n\n${VTT}${cue(1, 'A')}`, ['1-2 A']],
	])('%s', async (name, text, cues, ...says) => {
		await expectRow([name, text, cues, ...says]);
	});

	test.each<Row>([
		[
			'a block without times',
			`${VTT}${cue(1, 'A')}\nB\n\n${cue(3, 'C')}`,
			['1-2 A', '3-4 C'],
			'left out 1 text without times (line 6)',
		],
		[
			'a block in front of the times',
			`${VTT}${cue(1, 'A')}\nB\nC\n${cue(3, 'D')}`,
			['1-2 A', '3-4 D'],
			'left out 1 text without times (line 6)',
		],
		[
			'a block at the end',
			`${VTT}${cue(1, 'A')}\nB`,
			['1-2 A'],
			'left out 1 text without times (line 6)',
		],
		[
			'no empty line between',
			`${VTT}1\n${cue(1, 'A')}2\n${cue(3, 'B')}`,
			['1-2 A', '3-4 B'],
			'separated 1 cue from the previous one (line 7)',
		],
		[
			'times that cannot be read',
			`${VTT}00:01.000 --> soon\nA\n\n${cue(3, 'B')}`,
			['3-4 B'],
			'left out 1 cue with unreadable times (line 3)',
		],
		[
			'out of order',
			`${VTT}${cue(3, 'B')}\n${cue(1, 'A')}`,
			['1-2 A', '3-4 B'],
			'sorted 1 cue by time (line 6)',
		],
		[
			'a fence',
			`\`\`\`vtt\n${VTT}${cue(1, 'A')}\`\`\``,
			['1-2 A'],
			'removed a Markdown fence (line 1)',
		],
		[
			'talk above it',
			`Sure!\n\n${VTT}${cue(1, 'A')}`,
			['1-2 A'],
			'left out 1 text without times (line 1)',
		],
		[
			'codes of ASS',
			`${VTT}${cue(1, '{\\an8}<i>A</i>')}`,
			['1-2 <i>A</i>'],
			'removed formatting codes from 1 cue (line 3)',
		],
	])('%s is repaired, and told', async (name, text, cues, ...says) => {
		await expectRow([name, text, cues, ...says]);
	});
});

describe('refused, since not one cue can be used', () => {
	const LINE = 'such as 00:00:01,000 --> 00:00:03,000, but found';

	test.each([
		[
			'plain text',
			'Hello this is my talk',
			`line 1: expected a cue number or a time ${LINE} "Hello this is my talk"`,
		],
		['a number above it', '\n1\nHello', `line 3: expected a cue number or a time ${LINE} "Hello"`],
		[
			'frames',
			'1\n00:00:01:12 --> 00:00:02:05\nA',
			`line 2: expected a time ${LINE} "00:00:01:12 --> 00:00:02:05"`,
		],
		[
			'WebVTT without times',
			`${VTT}Hello\n`,
			`line 3: expected a cue number or a time ${LINE} "Hello"`,
		],
		[
			'bad times of WebVTT',
			`${VTT}soon --> later\nA\n`,
			`line 3: expected a time ${LINE} "soon --> later"`,
		],
		[
			'a long line',
			'x'.repeat(100_000),
			`line 1: expected a cue number or a time ${LINE} "${'x'.repeat(60)}..."`,
		],
	])('%s', async (_, text, says) => {
		const { message, description } = await refused(text);
		expect(message).toBe(`The captions "x", ${says}`);
		expect(description).toBe('Export the captions again as SRT or WebVTT.');
	});

	test.each([
		[
			'cues of no length',
			`1\n${at(1)} --> ${at(1)}\nA`,
			/have no usable cue: left out 1 cue with zero/,
		],
		['cues without text', `${VTT}${cue(1, '<v A>')}`, /left out 1 cue without text \(line 3\)/],
		['only a header', 'WEBVTT\n', /have no cues$/],
		['only comments', `${VTT}NOTE nothing\n`, /have no cues$/],
		['only a number', '1\n', /have no cues$/],
		['100,001 cues', `${cue(1, 'A')}\n`.repeat(100_001), /have more than 100000 cues/],
		['10,000,001 bytes', ' '.repeat(10_000_001), /have 10,000,001 bytes; the limit is 10,000,000/],
	])('%s', async (_, text, says) => {
		expect((await refused(text)).message).toMatch(says);
	});
});

test('cues that overlap stay as they are, and are told; those that touch are not', async () => {
	const text = `1\n${at(1)} --> ${at(4)}\nA\n\n2\n${cue(3, 'B')}`;
	expect(await made(text)).toEqual({
		srt: text,
		cues: 2,
		warnings: [
			'The captions "x" have overlapping cues: 1, the first in line 6. They were left as they are.',
		],
	});
	expect((await made(`1\n${cue(1, 'A')}\n2\n${cue(2, 'B')}`)).warnings).toEqual([]);
	const both = await made(`2\n${cue(3, 'B')}\n1\n${at(1)} --> ${at(4)}\nA\n`);
	expect(both.warnings).toEqual([
		'The captions "x" were repaired: sorted 1 cue by time (line 6). They have overlapping cues: 1, the first in line 2. They were left as they are.',
	]);
});
