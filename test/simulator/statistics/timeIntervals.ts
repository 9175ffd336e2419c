import { refusals } from '../core/catalogue';
import type { Readings } from '../core/readings';
import { RestliRecord, type RestliValue } from '../rules/restli';

export interface Interval {
	/** Epoch milliseconds. */
	readonly start: number;
	/** Excluded. */
	readonly end: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const name = 'timeIntervals';

/**
 * public (Share Statistics, "time-bound"): `(timeRange:(start:MS,end:MS),timeGranularityType:DAY)`, in
 * milliseconds, the end excluded, 12 months back. assumed: both ends are given, days run from the start,
 * months are those of the calendar, and what is further back is refused.
 */
export function readIntervals(
	record: RestliRecord,
	now: number,
	{ futureEnd, statisticsBound }: Readings,
): readonly Interval[] {
	const { entries } = record;
	const others = [...entries.keys()].filter(
		(key) => key !== 'timeRange' && key !== 'timeGranularityType',
	);
	if (others.length > 0) throw refusals.invalidQuery(name, `${others.join()} is not a field`);
	const range = entries.get('timeRange');
	if (!(range instanceof RestliRecord)) throw refusals.invalidQuery(name, 'timeRange is missing');
	const start = milliseconds(range.entries.get('start'));
	const end = milliseconds(range.entries.get('end'));
	if (end <= start) throw refusals.invalidQuery(name, 'the end is not after the start');
	if (start < yearBefore(now, statisticsBound)) {
		throw refusals.invalidQuery(name, 'the start is more than 12 months ago');
	}
	if (end > now && futureEnd === 'refused') {
		throw refusals.invalidQuery(name, 'the end is in the future');
	}
	const type = entries.get('timeGranularityType');
	if (type === 'DAY') return split(start, end, (from) => from + dayMs);
	if (type === 'MONTH') return split(start, end, nextMonth);
	throw refusals.invalidQuery(name, 'timeGranularityType is not an enum symbol');
}

function milliseconds(value: RestliValue | undefined): number {
	const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN;
	if (Number.isNaN(number)) throw refusals.invalidQuery(name, 'timeRange needs start and end');
	return number;
}

/** The beginning of the day a year ago, or the very millisecond. */
function yearBefore(now: number, bound: Readings['statisticsBound']): number {
	const date = new Date(now);
	const start = Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate());
	return bound === 'day' ? start : start + (now % dayMs);
}

function nextMonth(from: number): number {
	const date = new Date(from);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

function split(start: number, end: number, next: (from: number) => number): Interval[] {
	const intervals: Interval[] = [];
	for (let from = start; from < end;) {
		const to = Math.min(next(from), end);
		intervals.push({ start: from, end: to });
		from = to;
	}
	return intervals;
}
