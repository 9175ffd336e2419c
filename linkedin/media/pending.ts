/** An entry whose processing has not ended, as a trigger remembers it. */
export interface PendingEntry {
	readonly id: string;
	/** Minutes since 1970: when it was first seen in this state. */
	readonly since: number;
	/** Whether its file is still missing; else LinkedIn processes it. */
	readonly waitsForUpload: boolean;
}

/** Entries that are remembered as not processed: the newest. */
const MAX_PENDING = 1000;

/** The addresses to which an upload may be sent live no longer (linkedin-videos-api, "uploadUrlsExpireAt"). */
const MOST_DAYS = 30;
const MOST_MINUTES = MOST_DAYS * 24 * 60;

const MINUTE_MS = 60_000;

export function minuteOf(milliseconds: number): number {
	return Math.floor(milliseconds / MINUTE_MS);
}

/** About 27 characters an entry: its id, the minute in base 36, and a mark while its file is missing. */
const ENTRY = /^([^,:]+)(?::([0-9a-z]{1,8})(~?))?$/;

/** @param now for what is kept without a time, in minutes */
export function readPending(text: string, now: number): PendingEntry[] {
	return text.split(',').flatMap((part): PendingEntry[] => {
		const [, id, since, mark] = ENTRY.exec(part) ?? [];
		if (id === undefined) return [];
		const minute = since === undefined ? now : parseInt(since, 36);
		// A clock that was set back must not keep an entry for years.
		return [{ id, since: Math.min(minute, now), waitsForUpload: mark === '~' }];
	});
}

/** The newest {@link MAX_PENDING} of them, in the order given, without those that nobody finishes any more. */
export function writePending(entries: readonly PendingEntry[], now: number): string {
	const alive = entries.filter(({ since }) => now - since <= MOST_MINUTES);
	const newest = [...alive].sort((one, other) => other.since - one.since).slice(0, MAX_PENDING);
	const kept = new Set(newest);
	return alive
		.filter((entry) => kept.has(entry))
		.map(
			({ id, since, waitsForUpload }) => `${id}:${since.toString(36)}${waitsForUpload ? '~' : ''}`,
		)
		.join(',');
}
