import { captionLineProblem, quoted } from './cue';

/**
 * `00:00:01,000 --> 00:00:04,000`, read for both formats: SRT has a comma and hours, WebVTT a dot, hours
 * where needed, and settings such as `align:start` behind the times; old SRT has coordinates (`X1:40`)
 * there. Files mix these, and nothing is lost in taking them all.
 */
const TIME = String.raw`(?:(\d{1,4}):)?(\d{2}):(\d{2})[,.](\d{3})`;
const SETTINGS = String.raw`(?:\s+[\w-]+:\S+)*`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}${SETTINGS}\s*$`);

/**
 * Reads a line of times.
 *
 * @param line its number in the file, for the error
 * @returns milliseconds
 * @throws Problem where the line is none, or its minutes or seconds exceed 59.
 */
export function parseTiming(
	text: string | undefined,
	line: number,
	name: string,
): { start: number; end: number } {
	if (text === undefined) throw captionLineProblem(name, line, 'the times of the cue are missing');
	const match = TIMING.exec(text);
	if (!match) {
		const found = `expected times such as "00:00:01,000 --> 00:00:04,000", found ${quoted(text)}`;
		throw captionLineProblem(name, line, found);
	}
	const start = milliseconds(match.slice(1, 5));
	const end = milliseconds(match.slice(5, 9));
	if (start === undefined || end === undefined) {
		throw captionLineProblem(name, line, `minutes and seconds go up to 59 in ${quoted(text)}`);
	}
	return { start, end };
}

/** 3,723,004 -> `01:02:03,004`, SRT's way. */
export function srtTime(ms: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = two(Math.floor(ms / 3_600_000));
	const minutes = two(Math.floor(ms / 60_000) % 60);
	const seconds = two(Math.floor(ms / 1000) % 60);
	return `${hours}:${minutes}:${seconds},${String(ms % 1000).padStart(3, '0')}`;
}

/** Hours may be missing. */
function milliseconds(parts: readonly (string | undefined)[]): number | undefined {
	const [hours = 0, minutes = 0, seconds = 0, thousandths = 0] = parts.map((part) =>
		Number(part ?? 0),
	);
	if (minutes > 59 || seconds > 59) return undefined;
	return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
}
