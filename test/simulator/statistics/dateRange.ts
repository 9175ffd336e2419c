import { refusals } from '../core/catalogue';
import { RestliRecord, type RestliValue } from '../rules/restli';

export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** public: `(start:(day:1,month:5,year:2026),end:(...))`. Which of the ends may be missing is each page's. */
export function readDateRange(record: RestliRecord): {
	readonly start: CalendarDay;
	readonly end: CalendarDay | undefined;
} {
	const { entries } = record;
	const others = [...entries.keys()].filter((key) => key !== 'start' && key !== 'end');
	if (others.length > 0)
		throw refusals.invalidQuery('dateRange', `${others.join()} is not a field`);
	const end = entries.get('end');
	return {
		start: readDay(entries.get('start')),
		end: end === undefined ? undefined : readDay(end),
	};
}

function readDay(value: RestliValue | undefined): CalendarDay {
	if (!(value instanceof RestliRecord))
		throw refusals.invalidQuery('dateRange', 'a day is missing');
	const [year, month, day] = ['year', 'month', 'day'].map((name) => {
		const text = value.entries.get(name);
		return typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : NaN;
	});
	const found = { year: year ?? NaN, month: month ?? NaN, day: day ?? NaN };
	const date = new Date(beginOf(found));
	const isReal = date.getUTCMonth() + 1 === found.month && date.getUTCDate() === found.day;
	if (!isReal) throw refusals.invalidQuery('dateRange', 'it has a day that is none');
	return found;
}

/** Epoch milliseconds. */
export function beginOf({ year, month, day }: CalendarDay): number {
	return Date.UTC(year, month - 1, day);
}

export function dayAt(time: number): CalendarDay {
	const date = new Date(time);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
