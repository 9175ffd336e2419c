import type { MediaEntity } from './entity';
import { FINGERPRINT_LENGTH, pieces } from './fingerprint';
import { landmark, LANDMARK_LENGTH, MAX_NEWEST } from './memory';

/** This many consecutive entries in their previous order are no coincidence. */
export const RUN = 20;

/**
 * Finds where in the library, last modified first, the part begins that has not changed since the
 * last poll: added or modified entries come before it, and it continues in the remembered order. It
 * is recognized by a run of entries that are the next remembered ones, unchanged.
 *
 * If there is no such run (few entries, or nearly all of them modified), the whole library is read:
 * slower, but never wrong.
 */
export class Landmarks {
	private readonly remembered: readonly string[];
	private readonly seen: string[] = [];
	private readonly seenEntries = new Set<string>();
	/** Index of the first remembered entry that was not seen yet. */
	private expected = 0;
	private inARow = 0;

	constructor(
		newest: string,
		private readonly run = RUN,
	) {
		this.remembered = pieces(newest, LANDMARK_LENGTH);
	}

	/** Processes the next entries of the list. @returns whether the unchanged part was reached */
	pass(entities: readonly MediaEntity[]): boolean {
		return entities.map((entity) => this.passOne(entity)).includes(true);
	}

	/** What to remember, once the unchanged part or the end was reached. */
	get newest(): string {
		const rest = this.remembered.filter((mark) => !this.seenEntries.has(entryOf(mark)));
		return [...this.seen, ...rest].slice(0, MAX_NEWEST).join('');
	}

	private passOne(entity: MediaEntity): boolean {
		const mark = landmark(entity);
		this.inARow = mark === this.remembered[this.expected] ? this.inARow + 1 : 0;
		this.seen.push(mark);
		this.seenEntries.add(entryOf(mark));
		for (;;) {
			const next = this.remembered[this.expected];
			if (next === undefined || !this.seenEntries.has(entryOf(next))) break;
			this.expected += 1;
		}
		return this.inARow >= this.run;
	}
}

function entryOf(mark: string): string {
	return mark.slice(0, FINGERPRINT_LENGTH);
}
