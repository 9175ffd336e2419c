/** Milliseconds from the start of the video, as written: `start` may be negative. */
export interface Times {
	readonly start: number;
	readonly end: number;
	/** Position in the line where the text begins, for files that put it after the times. */
	readonly textAt?: number;
}

/**
 * One time, in every form found in SRT and WebVTT files: a comma or a point, one to six digits
 * after it or none, no hours, single digits (Microsoft Teams), spaces around the colons and the
 * wide colons and commas of East Asia (machine translation), a minus sign, three digits after a
 * third colon. Two digits there would be frames.
 */
const timeWith = (hours: string) =>
	String.raw`(-?)${hours}(\d{1,2}) ?[:：] ?(\d{1,2})(?: ?[.,．，] ?(\d{1,20})|:(\d{3}))?(?![\d:：])`;
const TIME = timeWith(String.raw`(?:(\d{1,4}) ?[:：] ?)?`);
/** If hours were optional here, "2:1 -> 3:1" would be times too. */
const FULL_TIME = timeWith(String.raw`(\d{1,4}) ?[:：] ?`);
/** White space, and the direction marks that editors for Arabic and Hebrew put around a line. */
const START = String.raw`^[\s\u200e\u200f\u202a-\u202e]{0,99}`;

/**
 * After the times come settings, SRT's old coordinates, or anything else: W3C's parser and ffmpeg
 * skip all of it. Both patterns are tried on at most {@link TIMES_LIMIT} characters and every
 * repetition in them is limited, so their cost is too.
 */
const TIMES = new RegExp(String.raw`${START}${TIME}\s{0,40}-->\s{0,40}${TIME}`);
/** Arrows that editors and translators have broken: `->`, `- ->`, `--->`, `—>`. */
const TIMES_BY_BROKEN_ARROW = new RegExp(
	String.raw`${START}${FULL_TIME}\s{0,40}(?:-{1,4}|- -|[–—]) ?>\s{0,40}${FULL_TIME}`,
);
/**
 * `[00:00:00.000 --> 00:00:04.500]  Hello`, as speech recognition (whisper) prints it to the
 * screen.
 */
const TIMES_IN_BRACKETS = new RegExp(
	String.raw`${START}\[${TIME}\s{0,40}-->\s{0,40}${TIME}\]\s{0,40}`,
);

/** Characters at the start of a line that must contain its times. */
export const TIMES_LIMIT = 256;

/**
 * Reads a line of times. Minutes and seconds over 59 carry over, as in ffmpeg: programs that round
 * turn 59.9996 into 60 seconds.
 *
 * @returns undefined if the line is not one
 */
export function parseTimes(line: string): Times | undefined {
	const head = line.slice(0, TIMES_LIMIT);
	const bracketed = TIMES_IN_BRACKETS.exec(head);
	const match = bracketed ?? TIMES.exec(head) ?? TIMES_BY_BROKEN_ARROW.exec(head);
	if (!match) return undefined;
	return {
		start: milliseconds(match.slice(1, 7)),
		end: milliseconds(match.slice(7, 13)),
		...(bracketed && { textAt: bracketed[0].length }),
	};
}

/** 3,723,004 -> `01:02:03,004`, as in SRT. */
function srtTime(ms: number): string {
	const hours = twoDigits(Math.floor(ms / 3_600_000));
	const minutes = twoDigits(Math.floor(ms / 60_000) % 60);
	const seconds = twoDigits(Math.floor(ms / 1000) % 60);
	return `${hours}:${minutes}:${seconds},${String(ms % 1000).padStart(3, '0')}`;
}

/** `00:00:01,000 --> 00:00:02,000` */
export function srtTimes({ start, end }: Times): string {
	return `${srtTime(start)} --> ${srtTime(end)}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}

/** `,5` is half a second; digits beyond thousandths are cut off. */
function milliseconds(groups: readonly (string | undefined)[]): number {
	const [sign, hours = 0, minutes, seconds, fraction, thousandths] = groups;
	const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
	const part = Number((fraction ?? thousandths ?? '').slice(0, 3).padEnd(3, '0'));
	return (whole * 1000 + part) * (sign === '-' ? -1 : 1);
}
