import type { Budget } from '../budget/budget';
import { FENCE } from './cueText';
import { Collector, type Collected } from './collector';
import { Lines } from './lines';
import { Region } from './region';
import { parseTimes, srtTimes, TIMES_LIMIT, type Times } from './times';

const HEADER = /^WEBVTT(?:[ \t]|$)/;
/** With the language it names. */
const OPENING_FENCE = /^(?:`{3,9}|~{3,9})[ \t]{0,9}[\w+-]{0,20}\s{0,9}$/;
/** What precedes an arrow that is meant to be between times. */
const TIMES_MEANT = /^\[?-?\d{1,9}\s{0,9}[:：.,]/;

/**
 * Finds the cues of a file: SRT, or WebVTT if a line `WEBVTT` precedes the first one. Each line of
 * times begins a cue, in both formats and anywhere: like W3C's parser ("collect a WebVTT block"),
 * and like ffmpeg with SRT.
 *
 * @param called the captions, for errors: `The captions "talk.srt"`
 * @throws Problem for too many cues, CancelledError
 */
export async function scanCues(bytes: Buffer, called: string, budget: Budget): Promise<Collected> {
	const lines = new Lines(bytes);
	const scanner = new Scanner(new Collector(bytes, called, budget));
	for (;;) {
		const before = lines.looked;
		const found = lines.step();
		if (found === 'end') return scanner.end();
		if (found === 'line') scanner.take(lines);
		if (budget.spend(lines.looked - before + 1)) await budget.turn();
	}
}

class Scanner {
	private region: Region;
	/** Between `WEBVTT` and the first empty line. */
	private inHeader = false;
	private fenced = false;

	constructor(private readonly found: Collector) {
		this.region = new Region('srt', 'loose', found.repairs);
	}

	take(lines: Lines): void {
		const { found, region } = this;
		if (!lines.plain) found.differs();
		if (lines.blank) {
			if (lines.empty) this.inHeader = false;
			else found.differs();
			region.blank(lines.empty);
			return;
		}
		found.empty = false;
		const times = lines.pointed ? parseTimes(lines.head(TIMES_LIMIT)) : undefined;
		if (times) this.begin(lines, times);
		else if (!this.isOther(lines) && !this.inHeader) {
			if (region.text(lines)) found.sawText(lines);
		}
	}

	end(): Collected {
		const { found } = this;
		this.region.end(found.counted, found.next);
		found.close(this.region);
		return found;
	}

	private begin(lines: Lines, times: Times): void {
		const { found, region } = this;
		const name = region.endAtTimes(found.counted, found.next);
		found.close(region);
		const asSrt =
			lines.to - lines.from < 60 &&
			lines.bytes.toString('latin1', lines.from, lines.to) === srtTimes(times);
		found.open({ ...times, line: lines.number }, name, asSrt);
		this.inHeader = false;
		this.region = new Region(found.format, 'cue', found.repairs);
		if (times.textAt === undefined) return;
		const from = lines.first + Buffer.byteLength(lines.head(TIMES_LIMIT).slice(0, times.textAt));
		if (from < lines.to) this.region.textBehindTimes(from, lines);
	}

	/** Neither times nor text: a header, a fence, unreadable times. */
	private isOther(lines: Lines): boolean {
		const { found } = this;
		const head = lines.arrow || /[`~W]/.test(lines.head(1)) ? lines.head(40) : '';
		if (head === '') return false;
		if (!found.begun && found.format === 'srt' && HEADER.test(head)) {
			found.format = 'webvtt';
			this.inHeader = true;
			this.goOn('loose');
			return true;
		}
		if (this.isFence(head, lines)) return true;
		if (!lines.arrow || (found.format === 'srt' && !TIMES_MEANT.test(head))) return false;
		found.skip(lines, this.region.endAtTimes(found.counted, found.next));
		found.close(this.region);
		this.region = new Region(found.format, 'silent', found.repairs);
		return true;
	}

	/** The first fence may name a language; what is outside the fences is not captions. */
	private isFence(head: string, lines: Lines): boolean {
		const { found } = this;
		const opens = (!found.begun || this.fenced) && OPENING_FENCE.test(head);
		if (!opens && !FENCE.test(head)) return false;
		if (!this.fenced) found.repairs.note('fence', lines.number);
		if (!found.begun) found.repairs.forget('stray');
		this.fenced = true;
		this.goOn(found.begun ? 'silent' : 'loose');
		return true;
	}

	/** The cue ends here, and no other one follows. */
	private goOn(place: 'loose' | 'silent'): void {
		const { found, region } = this;
		region.end(found.counted, found.next);
		found.close(region);
		this.region = new Region(found.format, place, found.repairs);
	}
}
