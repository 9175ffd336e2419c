import type { PendingEntry } from './pending';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Between an hour and a day of age, an entry is looked for once in so many polls. */
const POLLS = 10;

/** What became of the schedule since the last poll, and which entries are due. */
interface Due {
	readonly entries: readonly PendingEntry[];
	/** For the next poll; undefined where every entry is looked for at every poll. */
	readonly looks: string | undefined;
}

/**
 * The entries to look for in this poll: each one for an hour; then at each tenth poll, or once an hour
 * where that is sooner; after a day once an hour. Those of an age are due together, so that one batch
 * get reads a hundred of them.
 *
 * @param looks of the last poll: how many polls ago, and in which hour, the old ones were looked for
 * @param now minutes since 1970
 */
export function dueEntries(
	entries: readonly PendingEntry[],
	looks: string | undefined,
	now: number,
): Due {
	const ageOf = ({ since }: PendingEntry): number => now - since;
	if (entries.every((entry) => ageOf(entry) <= HOUR)) return { entries, looks: undefined };
	const thisHour = Math.floor(now / HOUR);
	const [, before, hour] = /^([0-9]{1,3}):([0-9a-z]{1,8})$/.exec(looks ?? '') ?? [];
	const polls = Number(before ?? 0) + 1;
	// By the clock's hour: a poll that is a second late must not make it two hours.
	if (hour !== thisHour.toString(36)) return { entries, looks: looksOf(0, thisHour) };
	const most = polls >= POLLS ? DAY : HOUR;
	return {
		entries: entries.filter((entry) => ageOf(entry) <= most),
		looks: looksOf(polls >= POLLS ? 0 : polls, thisHour),
	};
}

function looksOf(polls: number, hour: number): string {
	return `${polls}:${hour.toString(36)}`;
}
