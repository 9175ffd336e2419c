import { NEWEST_TESTED_VERSION } from '../../../linkedin/api/versions';

const year = Number(NEWEST_TESTED_VERSION.slice(0, 4));
const month = Number(NEWEST_TESTED_VERSION.slice(4));

/** A day so many months after the newest tested version's own month, in epoch milliseconds. */
export function monthsAfterTested(months: number): number {
	return Date.UTC(year, month - 1 + months, 15);
}

/** That month's version, by the calendar. */
export function versionAfterTested(months: number): string {
	return new Date(monthsAfterTested(months)).toISOString().slice(0, 7).replace('-', '');
}
