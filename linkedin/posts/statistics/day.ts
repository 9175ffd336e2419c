import { isEmpty, parseJson } from '../../api/parse';
import { DAY_MS } from '../../api/token';
import { shown } from '../../api/urn';
import { Problem } from '../../problem';

/** A day of the calendar, `YYYY-MM-DD`: text, because LinkedIn's days begin at no time of n8n's. */
export type Day = string;

/** The day as it was written: the time of day and its zone, if any, are left out. */
const DAY = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?$/;

/**
 * Reads a date that was picked in the form, typed, or returned by an expression.
 *
 * @param what the field's name, as the form shows it
 * @returns undefined if nothing was given
 * @throws Problem showing the value
 */
export function parseDay(value: unknown, what: string): Day | undefined {
	if (isEmpty(value)) return undefined;
	const text = dateText(value);
	const day = DAY.exec(text)?.[1];
	if (day !== undefined && isDay(day)) return day;
	throw new Problem(
		text === '' ? `${what} is not a date` : `${what} "${shown(text)}" is not a date`,
		{
			description: 'Enter a date such as 2026-05-31, or an expression that returns one.',
		},
	);
}

/** Expressions return the dates of Luxon and of JavaScript as objects: in JSON both are ISO 8601. */
function dateText(value: unknown): string {
	const isObject = typeof value === 'object' && value !== null;
	const plain: unknown = isObject ? parseJson(JSON.stringify(value)) : value;
	return typeof plain === 'string' ? plain.trim() : '';
}

function isDay(day: Day): boolean {
	const start = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(start) && dayOf(start) === day;
}

/** @param time epoch milliseconds. @returns its day in UTC */
export function dayOf(time: number): Day {
	return new Date(time).toISOString().slice(0, 10);
}

/** Epoch milliseconds at which a day begins in UTC. */
export function startOf(day: Day): number {
	return Date.parse(`${day}T00:00:00Z`);
}

/** @param days may be negative */
export function addDays(day: Day, days: number): Day {
	return dayOf(startOf(day) + days * DAY_MS);
}

/** The first day of a month, some months later or earlier. */
export function monthStart(day: Day, months = 0): Day {
	const date = new Date(startOf(day));
	return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

/** The day a year before. 29 February's is 1 March. */
export function yearBefore(day: Day, years = 1): Day {
	const date = new Date(startOf(day));
	return dayOf(Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate()));
}

/** The days from the first to the last, both included. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
	const days: Day[] = [];
	for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
	return days;
}

/** Rest.li's date record, encoded: `(day:31,month:5,year:2026)`. */
export function encodeDay(day: Day): string {
	const [year, month, date] = day.split('-').map(Number);
	return `(day:${date ?? 0},month:${month ?? 0},year:${year ?? 0})`;
}
