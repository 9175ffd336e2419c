import fc from 'fast-check';

import { toSrt } from '../../linkedin/files/captions/toSrt';
import { Problem } from '../../linkedin/problem';

const small = fc.integer({ min: 0, max: 99 });
const fraction = fc.constantFrom('', '.5', ',50', '.500', ',5000', '.500000', ':500', ':12', ',');

/** A time, well written or not. */
const time = fc
	.tuple(fc.constantFrom('', '00:', '0:', '-1:', '100:', '99999:'), small, small, fraction)
	.map(([hours, minutes, seconds, rest]) => `${hours}${minutes}:${seconds}${rest}`);

const arrow = fc.constantFrom(' --> ', '-->', '  -->', ' -> ', ' ---> ', ' — > ', ' to ', '');
const behind = fc.constantFrom('', '', ' align:start', ' X1:40', ' and more', ' -->');
const times = fc
	.tuple(time, arrow, time, behind)
	.map(([start, between, end, rest]) => `${start}${between}${end}${rest}`);

const text = fc.constantFrom(
	...[
		'Hello',
		'<b>you',
		'<v Anna>Hi</v>',
		'{\\an8}Up',
		'{{\\b}\\c}',
		'{\\',
		'42',
		'1',
		'-->',
		'a --> b',
	],
	...[
		'00:00:01.0 --&gt; 00:00:02.0',
		'&lt;b&gt; &#0; &nbsp;',
		'&#96;&#96;&#96;',
		'\u2028',
		'\ufeff',
		'\0',
	],
	...['NOTE x', 'STYLE', 'REGION', 'WEBVTT', '```', '```srt', '~~~', '<', '&', 'é 🎬', '- - ->'],
);
const number = fc.oneof(small.map(String), fc.constantFrom('', '001', ' 2 ', '2.', 'name'));
const blank = fc.constantFrom('', '', '', ' ', '\t', '\u00a0', '\0');

/** Lines of cues, most of them as they should be. */
const block = fc
	.tuple(number, times, fc.array(fc.oneof({ weight: 5, arbitrary: text }, fc.string())), blank)
	.map(([above, line, below, end]) => [above, line, ...below.slice(0, 4), end]);

const lines = fc
	.array(fc.oneof({ weight: 6, arbitrary: block }, fc.array(fc.oneof(text, times, blank))), {
		maxLength: 12,
	})
	.map((blocks) => blocks.flat());

const head = fc.constantFrom(
	'',
	'',
	'WEBVTT\n',
	'WEBVTT\n\n',
	'\n',
	'```srt\n',
	'Sure:\n\n',
	'\ufeff',
);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r', '\r\r\n');
const encoding = fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf8', 'latin1', 'utf16le');

/** Captions of a structure, in any encoding, cut and with bytes turned. */
export const captionsFiles: fc.Arbitrary<Buffer> = fc
	.tuple(
		head,
		lines,
		lineEnd,
		encoding,
		fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
	)
	.map(([start, body, end, as, turned]) => {
		const content = `${start}${body.join('\n')}`.replaceAll('\n', end);
		const bytes = Buffer.from(as === 'utf16le' ? `\ufeff${content}` : content, as);
		// Most files stay whole.
		for (const [place, value] of turned) {
			if (place % 3 === 0 && bytes.length > 0) bytes[place % bytes.length] = value;
		}
		return bytes;
	});

/**
 * What must hold for any bytes: captions that can be used, or a Problem. Captions that were made are
 * valid: read again they come back as they are.
 *
 * @returns how many cues they have; 0 where they were refused
 */
export async function readAnyCaptions(bytes: Buffer): Promise<number> {
	const first = await orProblem(bytes);
	if (first instanceof Problem) return 0;
	const again = await orProblem(first.srt);
	if (again instanceof Problem) throw new Error(`refused what was made: ${again.message}`);
	if (!again.srt.equals(first.srt) || again.cues !== first.cues) {
		throw new Error(`changed what was made: ${JSON.stringify([first.srt, again.srt].map(String))}`);
	}
	if (first.warnings.length > 1) throw new Error(`warned twice: ${first.warnings.join(' / ')}`);
	return first.cues;
}

async function orProblem(bytes: Buffer) {
	try {
		return await toSrt(bytes, 'The captions "x"');
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
}
