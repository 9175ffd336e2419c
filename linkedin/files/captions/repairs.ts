import { CUE_LIMIT_BYTES } from './limits';

const cues = (count: number) => (count === 1 ? '1 cue' : `${count} cues`);
const texts = (count: number) => (count === 1 ? '1 text' : `${count} texts`);

/** What can be repaired in captions, and how it is reported; in this order. */
const WORDS = {
	unreadable: (count: number) => `left out ${cues(count)} with unreadable times`,
	noLength: (count: number) => `left out ${cues(count)} with zero or negative duration`,
	noText: (count: number) => `left out ${cues(count)} without text`,
	tooLong: (count: number) => `left out ${cues(count)} of more than ${CUE_LIMIT_BYTES} bytes`,
	stray: (count: number) => `left out ${texts(count)} without times`,
	clamped: (count: number) => `moved ${cues(count)} that started before the video to its start`,
	moved: (count: number) => `sorted ${cues(count)} by time`,
	split: (count: number) => `separated ${cues(count)} from the previous one`,
	joined: (count: number) => `joined the text of ${cues(count)} across blank lines`,
	codes: (count: number) => `removed formatting codes from ${cues(count)}`,
	fence: () => 'removed a Markdown fence',
	overlapping: () => '',
};

/** Something that was repaired in captions, or found in them. */
type Repair = keyof typeof WORDS;

const LEFT_OUT = ['unreadable', 'noLength', 'noText', 'tooLong'] as const;

/** Counts the repairs of one file, so that one sentence reports them all. */
export class Repairs {
	private readonly noted = new Map<Repair, { count: number; line: number }>();

	/** @param line in the file, from 1 */
	note(repair: Repair, line: number): void {
		const before = this.noted.get(repair);
		if (before) before.count += 1;
		else this.noted.set(repair, { count: 1, line });
	}

	/** It was not one after all. */
	forget(repair: Repair): void {
		this.noted.delete(repair);
	}

	count(repair: Repair): number {
		return this.noted.get(repair)?.count ?? 0;
	}

	/** Whether the file must be rewritten. */
	get any(): boolean {
		return [...this.noted.keys()].some((repair) => repair !== 'overlapping');
	}

	/** Cues that were left out: `left out 1 cue without text (line 2)`; empty for none. */
	get leftOut(): string {
		return this.list(LEFT_OUT);
	}

	/** One or two sentences, or nothing. @param called `The captions "talk.srt"` */
	warnings(called: string): string[] {
		const done = this.list(Object.keys(WORDS).filter(isRepair));
		const overlapping = this.noted.get('overlapping');
		const sentences = [
			...(done === '' ? [] : [`${called} were repaired: ${done}.`]),
			...(overlapping
				? [
						`${done === '' ? called : 'They'} have overlapping cues: ${overlapping.count}, the first in line ${overlapping.line}. They were left as they are.`,
					]
				: []),
		];
		return sentences.length === 0 ? [] : [sentences.join(' ')];
	}

	private list(repairs: readonly Repair[]): string {
		return repairs
			.filter((repair) => repair !== 'overlapping')
			.flatMap((repair) => {
				const noted = this.noted.get(repair);
				if (!noted) return [];
				const where = noted.count === 1 ? 'line' : 'first in line';
				return `${WORDS[repair](noted.count)} (${where} ${noted.line})`;
			})
			.join('; ');
	}
}

function isRepair(key: string): key is Repair {
	return key in WORDS;
}
