import { CancelledError } from '../../../../linkedin/api/http';
import { Budget, OverBudget } from '../../../../linkedin/files/budget/budget';
import { FILE_LIMITS } from '../../../../linkedin/files/budget/limits';
import { Turns } from '../../../../linkedin/api/turns';
import { convert } from '../../../../linkedin/files/captions/convert';
import { toSrt } from '../../../../linkedin/files/captions/toSrt';
import { Problem } from '../../../../linkedin/problem';
import { often } from '../../../long/sampled';
import { failureOf } from '../../api/support';
import { CALLED } from './support';

const SIZE = often(300_000, 1_500_000);
const CUES = often(10_000, 99_999);
const ONE = '1\n00:00:01,000 --> 00:00:02,000\n';
const fill = (piece: string, size = SIZE) =>
	piece.repeat(Math.floor(size / Buffer.byteLength(piece)));

/** What costs readers with lists of lines, marks or groups their time or memory; in the long form the first is 9.9 MB. */
const BOMBS: ReadonlyArray<readonly [string, () => string]> = [
	[
		'cues in backward order',
		() =>
			Array.from(
				{ length: CUES },
				(_, index) =>
					`${stamp(CUES - index)} --> ${stamp(CUES + 1 - index)}\n{\\an8}a &amp; é, and more text that fills it\n\n`,
			).join(''),
	],
	['more cues than a video has', () => fill('0:0-->0:1\nx\n')],
	['a line of times with 300,000 words', () => `${ONE.trimEnd()}${fill(' word')}\nHello`],
	['a line of times with spaces', () => `${ONE.trimEnd()}${fill(' ')}\nHello`],
	['spaces in front of times', () => fill(' ') + ONE],
	['empty lines', () => `${ONE}Hello${fill('\n')}`],
	['numbers', () => fill('1\n')],
	['one line of text', () => ONE + fill('x')],
	['text of ever more lines', () => ONE + fill('x\n')],
	['tags that do not end', () => `WEBVTT\n\n${fill(`${ONE}${fill('<', 49_000)}\n\n`)}`],
	['references that do not end', () => `WEBVTT\n\n${fill(`${ONE}${fill('&#', 49_000)}\n\n`)}`],
	['codes in codes', () => fill(`${ONE}${fill('{\\', 49_000)}\n\n`)],
	['dashes', () => fill(`${ONE}a-->${fill('-', 49_000)}\n\n`)],
	['arrows of WebVTT', () => `WEBVTT\n\n${fill('-->\n')}`],
	['comments of WebVTT', () => `WEBVTT\n\n${fill('NOTE\n\n')}`],
	['backticks', () => ONE + fill('```\n')],
];

const stamp = (second: number) => new Date(second * 1000).toISOString().slice(11, 23);

/** An event loop in which each look at the clock finds that a turn is due. */
function restless() {
	const loop = { turned: 0, atTurn: (): void => undefined };
	let time = 0;
	const turns = new Turns({
		now: () => (time += 1000),
		nextTurn: () => {
			loop.turned += 1;
			loop.atTurn();
			return Promise.resolve();
		},
	});
	return { loop, turns };
}

test.each(BOMBS)('%s: within the budget, and the event loop turns', async (_, make) => {
	const bytes = Buffer.from(make());
	const { loop, turns } = restless();
	const budget = new Budget({ turns });
	try {
		await convert(bytes, CALLED, budget);
	} catch (error) {
		// Refused with a reason, which is fine: `withinBudget` makes one of what takes too much.
		if (!(error instanceof OverBudget)) expect(error).toBeInstanceOf(Problem);
	}
	expect(budget.costs.memory).toBeLessThanOrEqual(FILE_LIMITS.memory);
	// Each turn stands for at most some ten thousand bytes that were looked at.
	expect(loop.turned).toBeGreaterThan(SIZE / 30_000);
});

test('a stop ends it in the middle', async () => {
	const { loop, turns } = restless();
	const stop = new AbortController();
	loop.atTurn = () => {
		if (loop.turned === 20) stop.abort();
	};
	const reading = convert(
		Buffer.from(ONE + fill('x\n')),
		CALLED,
		new Budget({ turns, signal: stop.signal }),
	);
	await failureOf(CancelledError, () => reading);
	expect(loop.turned).toBe(20);
	await failureOf(CancelledError, () => toSrt(ONE, CALLED, stop.signal));
});

test('what is held is counted: less memory does not do', async () => {
	const limits = { ...FILE_LIMITS, memory: 1_000_000 };
	const bytes = Buffer.from(fill(`${ONE}Hello\n`, 2_000_000));
	await failureOf(OverBudget, () => convert(bytes, CALLED, new Budget({ limits })));
});
