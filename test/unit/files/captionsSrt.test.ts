import fc from 'fast-check';
import { toSrt } from '../../../linkedin/files/captions';
import { fixture } from '../../fixtures/make';
import { Problem } from '../../../linkedin/problem';
import { outcomeOf, problemOf, resultOrProblem } from './support';

const srt = (text: string) => toSrt(text, 'talk.srt');
const messageOf = async (text: string) => (await problemOf(() => srt(text))).message;

const TWO = `1
00:00:01,000 --> 00:00:02,000
Hello

2
00:00:02,500 --> 00:00:04,000
<i>World</i>
of captions
`;

describe('valid SRT comes back as it is', () => {
	test('the real file', () => {
		const { srt: result, cues, warnings } = toSrt(fixture('talk.srt'), 'talk.srt');
		expect(result).toBe(fixture('talk.srt').toString());
		expect({ cues, warnings }).toEqual({ cues: 3, warnings: [] });
	});

	test.each([
		['LF', TWO],
		['CRLF', TWO.replaceAll('\n', '\r\n')],
		['no line end at the end', TWO.trimEnd()],
		['more than one empty line', TWO.replaceAll('\n\n', '\n\n\n') + '\n\n'],
		['other scripts', TWO.replace('Hello', 'Grüße 你好 🎬')],
	])('%s', (_, text) => {
		expect(srt(text)).toEqual({ srt: text, cues: 2, warnings: [] });
		expect(toSrt(Buffer.from(text), 'talk.srt').srt).toBe(text);
	});

	test('only a byte order mark goes', () => {
		expect(srt(`\ufeff${TWO}`).srt).toBe(TWO);
		expect(toSrt(Buffer.from(`\ufeff${TWO}`), 'talk.srt').srt).toBe(TWO);
	});
});

describe('SRT that is not quite valid is written anew', () => {
	const normal = `${TWO}\n`;

	test.each([
		['numbers from 0', TWO.replace('1\n00', '0\n00').replace('2\n00', '1\n00')],
		['a number too few', TWO.replace('2\n00', '00')],
		['dots', TWO.replaceAll(/,(?=\d{3})/g, '.')],
		['no hours', TWO.replaceAll('00:00:0', '00:0')],
		['one digit of hours', TWO.replaceAll('00:00:0', '0:00:0')],
		['spaces around', TWO.replace('1\n00:00:01,000 -->', ' 1 \n 00:00:01,000  -->')],
		['no spaces around the arrow', TWO.replaceAll(' --> ', '-->')],
		['coordinates', TWO.replace('02,000\n', '02,000  X1:40 X2:600 Y1:20 Y2:50\n')],
		['white space as empty line', TWO.replace('\n\n', '\n \t\n')],
		['CR as line end', TWO.replaceAll('\n', '\r')],
	])('%s', (_, text) => {
		expect(srt(text)).toEqual({ srt: normal, cues: 2, warnings: [] });
	});

	test('cues without text are left out, with a warning', () => {
		const text = TWO.replace('Hello\n', '');
		expect(srt(text)).toEqual({
			srt: '1\n00:00:02,500 --> 00:00:04,000\n<i>World</i>\nof captions\n\n',
			cues: 1,
			warnings: [
				'The captions "talk.srt" have cues without text, which were left out: 1, the first in line 2.',
			],
		});
	});

	test('hours beyond 99 keep their digits', () => {
		const text = '00:00:01,000 --> 100:00:00,000\nHello';
		expect(srt(text).srt).toBe('1\n00:00:01,000 --> 100:00:00,000\nHello\n\n');
	});
});

describe('errors name the line', () => {
	test('the whole message', async () => {
		const problem = await problemOf(() => srt(TWO.replace('2\n00', 'Second\n00')));
		expect(problem.message).toBe(
			'The captions "talk.srt" have an error in line 5: expected the number of a cue or its times, found "Second"',
		);
		expect(problem.description).toBe(
			'Correct that line, or export the captions again as SRT or WebVTT.',
		);
	});

	test.each([
		[
			'end before start',
			TWO.replace('00:00:04', '00:00:02'),
			/line 6: the cue starts at 00:00:02,500 and ends at 00:00:02,000/,
		],
		[
			'end at start',
			TWO.replace('00:00:04,000', '00:00:02,500'),
			/line 6: .* must end after its start/,
		],
		[
			'order of time',
			TWO.replace('00:00:02,500', '00:00:00,500'),
			/line 6: the cue starts at 00:00:00,500, earlier than the one before it \(00:00:01,000\)/,
		],
		[
			'a bad arrow',
			TWO.replace('-->', '->'),
			/line 2: expected times such as .*, found "00:00:01,000 -> 00:00:02,000"/,
		],
		['frames in place of thousandths', TWO.replace('01,000', '01:24'), /line 2: expected times/],
		[
			'minutes over 59',
			TWO.replace('00:00:04', '00:60:04'),
			/line 6: minutes and seconds go up to 59/,
		],
		[
			'seconds over 59',
			TWO.replace('00:00:04', '00:00:64'),
			/line 6: minutes and seconds go up to 59/,
		],
		['words behind the times', TWO.replace('04,000', '04,000 and more'), /line 6: expected times/],
		['a number alone', `${TWO}\n3\n`, /line 11: the times of the cue are missing/],
		[
			'no empty line between cues',
			TWO.replace('\n\n', '\n'),
			/line 5: times inside of a text; a blank line is missing/,
		],
		[
			'an empty line within a text',
			TWO.replace('World</i>\n', 'World</i>\n\n'),
			/line 9: expected the number of a cue or its times, found "of captions"/,
		],
		[
			'plain text',
			'Hello.\nThis is no SRT.',
			/line 1: expected the number of a cue or its times, found "Hello."/,
		],
	])('%s', async (_, text, message) => {
		expect(await messageOf(text)).toMatch(message);
	});

	test('long lines are shortened', async () => {
		expect(await messageOf('x'.repeat(100_000))).toContain(`found "${'x'.repeat(60)}..."`);
	});
});

describe('warnings', () => {
	test('cues that overlap', () => {
		const text = TWO.replace('00:00:02,000', '00:00:03,000');
		expect(srt(text)).toEqual({
			srt: text,
			cues: 2,
			warnings: [
				'The captions "talk.srt" have cues that start while the one before is still shown: 1, the first in line 6.',
			],
		});
	});

	test('cues that touch or start together are in order', () => {
		expect(srt(TWO.replace('00:00:02,000', '00:00:02,500')).warnings).toEqual([]);
		expect(srt(TWO.replace('00:00:02,500', '00:00:01,000')).warnings).toHaveLength(1);
	});
});

test('any text: a result, which is then valid, or a Problem', () => {
	const line = fc.constantFrom(
		...['', ' ', '1', '2', '00:00:01,000 --> 00:00:02,000', '00:02.000 --> 00:03.000 align:start'],
		...[
			'Hello',
			'<b>you',
			'-->',
			'NOTE x',
			'STYLE',
			'WEBVTT',
			'&lt;b&gt; --&gt;',
			'<v A>',
			'\u2028',
		],
	);
	const text = fc.array(fc.oneof({ weight: 8, arbitrary: line }, fc.string()), { maxLength: 20 });
	const end = fc.constantFrom('\n', '\r\n', '\r');
	let valid = 0;
	fc.assert(
		fc.property(text, end, fc.boolean(), (lines, lineEnd, webVtt) => {
			const all = [...(webVtt ? ['WEBVTT', ''] : []), ...lines].join(lineEnd);
			const first = resultOrProblem(() => toSrt(all, 'x'));
			if (first instanceof Problem) return;
			valid++;
			expect(toSrt(first.srt, 'x')).toMatchObject({ srt: first.srt, cues: first.cues });
		}),
		{ numRuns: 3000 },
	);
	expect(valid).toBeGreaterThan(50);
});

test('any bytes: a result or a Problem', async () => {
	const start = fc.constantFrom('', 'WEBVTT\n\n', '1\n', '\xff\xfe', '\xfe\xff', '\xef\xbb\xbf');
	await fc.assert(
		fc.asyncProperty(start, fc.uint8Array({ maxLength: 100 }), async (head, rest) => {
			const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest]);
			expect(await outcomeOf(() => toSrt(bytes, 'x'))).not.toBe('');
		}),
		{ numRuns: 1000 },
	);
});

test('a real file cut off at every offset', async () => {
	for (const name of ['talk.srt', 'talk.vtt']) {
		const bytes = fixture(name);
		for (let length = 0; length < bytes.length; length++) {
			expect(await outcomeOf(() => toSrt(bytes.subarray(0, length), name))).not.toBe('');
		}
	}
});
