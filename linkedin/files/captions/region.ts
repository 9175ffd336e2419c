import { isDigit } from '../bytes';
import type { Lines } from './lines';
import type { Repairs } from './repairs';

/** SRT or WebVTT. */
export type Format = 'srt' | 'webvtt';

/** A line that may be the number or name of the cue below it. */
interface LastLine {
	readonly from: number;
	readonly to: number;
	readonly line: number;
	readonly afterBlank: boolean;
	/** For a line that consists of a number. */
	readonly value: number | undefined;
}

/** What precedes the times of a cue, if it identifies the cue. */
export interface CueNumber {
	readonly value: number | undefined;
	/** Line in the file, from 1. */
	readonly line: number;
	/** Written as in SRT: digits only. */
	readonly bare: boolean;
	readonly afterBlank: boolean;
}

/**
 * `cue`: below the times of a cue. `loose`: outside of any cue. `silent`: below unreadable times,
 * or outside the Markdown fence: ignored.
 */
type Place = 'cue' | 'loose' | 'silent';

/**
 * According to its first line; `other`: comments, styles, regions and second headers, which contain
 * no caption text.
 */
type BlockKind = 'number' | 'other' | 'text';

const OTHER = /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$|WEBVTT(?:[ \t]|$))/;
const NUMBER = /^(\d{1,9})\s{0,20}$/;

/**
 * The lines from one cue's times to the next one's, or from the file's start to its first times.
 *
 * In WebVTT the text of a cue ends at an empty line, and a block without times is left out (W3C,
 * "collect a WebVTT block"). In SRT it continues to the number or times of the next cue, as in
 * ffmpeg and mpv.
 */
export class Region {
	/** The cue's text in the file's bytes, once a line of it was found. */
	textFrom = -1;
	textTo = -1;
	/** A blank line precedes a line of its text. */
	spaced = false;
	private texts = 0;
	private joinedAt = 0;
	private afterBlank = false;
	private last: LastLine | undefined;
	private block: { readonly line: number; readonly kind: BlockKind; lines: number } | undefined;

	constructor(
		private readonly format: Format,
		private place: Place,
		private readonly repairs: Repairs,
	) {}

	/** Only white space. @param empty not even that */
	blank(empty: boolean): void {
		this.afterBlank = true;
		if (!empty && this.format === 'webvtt') return;
		this.endBlock();
		if (this.format === 'webvtt' && this.place === 'cue') {
			this.commit();
			this.place = 'loose';
		}
	}

	/** The cue's first line follows its times in the same line, from here on. */
	textBehindTimes(from: number, { to, number }: Lines): void {
		this.last = { from, to, line: number, afterBlank: false, value: undefined };
	}

	/** A line of text, or the name of the next cue. @returns false for a comment */
	text(lines: Lines): boolean {
		if (this.place === 'cue') this.commit();
		const { from, to, first, number } = lines;
		// A number can only begin with a digit: other lines needn't be checked.
		const mayCount = to - first <= 24 && isDigit(lines.bytes[first]);
		const value = mayCount ? NUMBER.exec(lines.head(24))?.[1] : undefined;
		this.last = {
			from,
			to,
			line: number,
			afterBlank: this.afterBlank,
			value: value === undefined ? undefined : Number(value),
		};
		this.afterBlank = false;
		if (this.place !== 'loose') return true;
		if (this.block) this.block.lines += 1;
		else {
			const other = OTHER.test(lines.head(16)) ? 'other' : 'text';
			this.block = { line: number, kind: value === undefined ? other : 'number', lines: 1 };
		}
		return this.block.kind !== 'other';
	}

	/**
	 * The times of the next cue begin; the line above them may be its number.
	 *
	 * @param counted whether cues of this file have numbers
	 * @param next the number it should have
	 */
	endAtTimes(counted: boolean, next: number): CueNumber | undefined {
		const { last } = this;
		const isName = last !== undefined && this.isName(last, counted, next);
		if (isName && this.place === 'loose' && this.block) this.block.lines -= 1;
		if (this.place === 'cue' && !isName) this.commit();
		this.endBlock();
		const touching = isName ? !last.afterBlank : !this.afterBlank;
		if (this.place === 'cue' && this.texts > 0 && touching) {
			this.repairs.note('split', (last?.line ?? 0) + 1);
		}
		this.noteJoined();
		if (!isName) return undefined;
		const bare = last.value !== undefined && last.to - last.from === String(last.value).length;
		return { value: last.value, line: last.line, bare, afterBlank: last.afterBlank };
	}

	/**
	 * Text may be a number too: it counts as the cue's number if it is where numbers are, or is the
	 * next number.
	 */
	private isName({ value, afterBlank }: LastLine, counted: boolean, next: number): boolean {
		if (this.place !== 'cue') {
			return value !== undefined || (this.format === 'webvtt' && this.block?.lines === 1);
		}
		if (value === undefined || (!afterBlank && this.afterBlank)) return false;
		return value === next || (counted && (afterBlank || this.texts > 0));
	}

	/** The file or the Markdown fence ends. A number alone is then a cue that was cut off. */
	end(counted: boolean, next: number): void {
		const { last } = this;
		const cutOff = counted && last?.afterBlank === true && last.value === next;
		if (this.place === 'cue' && cutOff) this.repairs.note('unreadable', last.line);
		else if (this.place === 'cue') this.commit();
		this.endBlock();
		this.noteJoined();
	}

	/** The last line was part of the cue's text. */
	private commit(): void {
		const { last } = this;
		if (!last) return;
		this.last = undefined;
		this.spaced ||= last.afterBlank;
		if (last.afterBlank && this.texts > 0 && this.joinedAt === 0) this.joinedAt = last.line;
		if (this.textFrom < 0) this.textFrom = last.from;
		this.textTo = last.to;
		this.texts += 1;
	}

	private endBlock(): void {
		const { block } = this;
		this.block = undefined;
		if (!block || block.lines === 0 || block.kind === 'other') return;
		if (block.kind === 'text' || block.lines > 1) this.repairs.note('stray', block.line);
	}

	private noteJoined(): void {
		if (this.joinedAt > 0) this.repairs.note('joined', this.joinedAt);
		this.joinedAt = 0;
	}
}
