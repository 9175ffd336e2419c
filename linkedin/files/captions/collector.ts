import type { Budget } from '../budget/budget';
import { cueText } from './cueText';
import { CUE_LIMIT_BYTES } from './limits';
import type { Lines } from './lines';
import type { CueNumber, Format, Region } from './region';
import { Repairs } from './repairs';
import type { Times } from './times';
import { Track } from './track';

/** What is found in a file. */
export interface Collected {
	readonly track: Track;
	readonly repairs: Repairs;
	readonly format: Format;
	/** The file is SRT in exactly the form that is sent, so it needn't be rewritten. */
	readonly exact: boolean;
	/** No line contains anything but white space. */
	readonly empty: boolean;
	/** Its first line that is neither times nor a number, for the error if there is no cue. */
	readonly firstText: FoundLine | undefined;
	/** Its first line of unreadable times. */
	readonly firstTimes: FoundLine | undefined;
}

/** A line, as a message shows it. */
export interface FoundLine {
	readonly line: number;
	/** Start of its text. */
	readonly text: string;
}

/** Characters of a line that a message shows. */
const SHOWN = 60;

/** Collects the cues as they are found, and leaves out what no player would show. */
export class Collector implements Collected {
	readonly track: Track;
	readonly repairs = new Repairs();
	format: Format = 'srt';
	empty = true;
	firstText: FoundLine | undefined;
	firstTimes: FoundLine | undefined;
	/** A line of times was found. */
	begun = false;
	/** A cue had a number. */
	counted = false;
	/** The number that the next cue should have. */
	next = 1;
	private asItIs = true;
	private cue: (Times & { readonly line: number }) | undefined;

	constructor(
		private readonly bytes: Buffer,
		called: string,
		budget: Budget,
	) {
		this.track = new Track(budget, called);
	}

	get exact(): boolean {
		return this.asItIs && this.format === 'srt' && !this.repairs.any;
	}

	/** The file is not in the form that is sent. */
	differs(): void {
		this.asItIs = false;
	}

	/** The cue with these times begins. @param asSrt they are in the form that is sent */
	open(cue: Times & { readonly line: number }, name: CueNumber | undefined, asSrt: boolean): void {
		const numbered =
			name?.bare === true &&
			name.value === this.track.length + 1 &&
			name.line === cue.line - 1 &&
			(name.afterBlank || !this.begun);
		if (!asSrt || !numbered) this.differs();
		this.count(name);
		this.begun = true;
		this.cue = cue;
	}

	/** The text of the open cue ends. */
	close({ textFrom, textTo, spaced }: Region): void {
		const { cue, repairs } = this;
		if (!cue) return;
		this.cue = undefined;
		if (spaced) this.differs();
		const start = Math.max(0, cue.start);
		if (cue.end <= start) repairs.note('noLength', cue.line);
		else if (textFrom < 0) repairs.note('noText', cue.line);
		else if (textTo - textFrom > CUE_LIMIT_BYTES) repairs.note('tooLong', cue.line);
		else {
			const raw = this.bytes.toString('utf8', textFrom, textTo);
			const { text, same, codes } = cueText(raw, this.format);
			if (!same) this.differs();
			if (text === '') {
				repairs.note('noText', cue.line);
				return;
			}
			if (codes) repairs.note('codes', cue.line);
			if (start > cue.start) repairs.note('clamped', cue.line);
			this.track.add({ start, end: cue.end, line: cue.line, textFrom, textTo });
		}
	}

	/** The arrow is between something other than times. */
	skip(lines: Lines, name: CueNumber | undefined): void {
		this.repairs.note('unreadable', lines.number);
		this.firstTimes ??= shown(lines);
		this.count(name);
	}

	private count(name: CueNumber | undefined): void {
		this.counted ||= name?.value !== undefined;
		this.next = (name?.value ?? this.next) + 1;
	}

	sawText(lines: Lines): void {
		if (this.firstText !== undefined) return;
		const found = shown(lines);
		if (!/^\d+$/.test(found.text)) this.firstText = found;
	}
}

function shown(lines: Lines): FoundLine {
	const text = lines.head(SHOWN * 4).trim();
	return { line: lines.number, text: text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text };
}
