import type { Budget } from '../budget/budget';
import type { FileKind } from '../kinds';
import { sniff, SNIFF_BYTES } from '../sniff';
import { assertSize, toUtf8 } from './encoding';
import { noCueProblem, otherKindProblem } from './noCue';
import { orderOf } from './order';
import { scanCues } from './scan';
import { writeSrt } from './writeSrt';

/** Kinds that may contain cues; no other kind could. */
const READABLE: readonly FileKind[] = [
	...(['srt', 'webvtt', 'text', 'unknown'] as const),
	...(['json', 'xml', 'ass', 'sbv', 'lrc', 'ttml'] as const),
];

/** Captions in the form that LinkedIn accepts. */
export interface SrtCaptions {
	/** UTF-8. */
	readonly srt: Buffer;
	readonly cues: number;
	/** For the user: one or none. */
	readonly warnings: string[];
}

/** `toSrt` within a budget. @throws Problem, CancelledError */
export async function convert(
	input: Buffer | string,
	called: string,
	budget: Budget,
): Promise<SrtCaptions> {
	assertSize(Buffer.byteLength(input), called);
	const bytes = bytesOf(input, budget);
	const { kind } = sniff(bytes.subarray(0, SNIFF_BYTES));
	if (!READABLE.includes(kind)) throw otherKindProblem(called, kind);
	const text = await toUtf8({ bytes, called, budget });
	const found = await scanCues(text, called, budget);
	if (found.track.length === 0) throw noCueProblem(called, kind, found);
	const at = await orderOf(found.track, found.repairs, budget);
	return {
		srt: found.exact ? text : await writeSrt(text, found, at, budget),
		cues: found.track.length,
		warnings: found.repairs.warnings(called),
	};
}

function bytesOf(input: Buffer | string, budget: Budget): Buffer {
	if (typeof input !== 'string') return input;
	budget.hold(Buffer.byteLength(input));
	return Buffer.from(input);
}
