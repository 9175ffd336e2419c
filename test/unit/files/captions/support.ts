import { toSrt } from '../../../../linkedin/files/captions/toSrt';
import { Problem } from '../../../../linkedin/problem';
import { problemOf } from '../support';

/** What is made of captions. */
export interface Made {
	readonly srt: string;
	readonly cues: number;
	readonly warnings: readonly string[];
}

export const CALLED = 'The captions "x"';

export async function made(input: Buffer | string): Promise<Made> {
	const { srt, cues, warnings } = await toSrt(input, CALLED);
	return { srt: srt.toString(), cues, warnings };
}

/** The error that captions end with. */
export const refused = (input: Buffer | string): Promise<Problem> => problemOf(() => made(input));

/** What is made of them, or the Problem; anything else fails the test. */
export async function madeOrProblem(input: Buffer | string): Promise<Made | Problem> {
	try {
		return await made(input);
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
}

/** The cues of an SRT, each as `seconds-seconds text|text`. */
export function cuesOf(srt: string): string[] {
	const seconds = (time: string) => {
		const [hours = 0, minutes = 0, rest = 0, ms = 0] = time.split(/[:,]/).map(Number);
		return (((hours * 60 + minutes) * 60 + rest) * 1000 + ms) / 1000;
	};
	return srt
		.split('\n\n')
		.filter((block) => block !== '')
		.map((block) => {
			const [, times = '', ...text] = block.split('\n');
			const [start = '', end = ''] = times.split(' --> ');
			return `${seconds(start)}-${seconds(end)} ${text.filter((line) => line !== '').join('|')}`;
		});
}
