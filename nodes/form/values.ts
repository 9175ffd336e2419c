import { isEmpty } from '../../linkedin/api/parse';
import { Problem } from '../../linkedin/problem';

/**
 * Reads values of parameters, whatever an expression returned. `what` is the field's name as the
 * form shows it. A missing value (undefined, null, an empty text) means the default.
 */

/** @throws Problem for anything but text or a number */
export function toText(value: unknown, fallback: string, what: string): string {
	if (value === undefined || value === null || value === '') return fallback;
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	throw wrongValue(value, what, 'text');
}

/** @throws Problem for anything but true and false, which may be text */
export function toBoolean(value: unknown, fallback: boolean, what: string): boolean {
	if (isEmpty(value)) return fallback;
	const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (text === true || text === 'true') return true;
	if (text === false || text === 'false') return false;
	throw wrongValue(value, what, 'true or false');
}

/** Whole numbers from `least` to `most`. */
export interface Range {
	readonly least: number;
	readonly most: number;
}

/** @throws Problem for anything but a whole number in the range, which may be text */
export function toWhole(
	value: unknown,
	fallback: number,
	{ least, most }: Range,
	what: string,
): number {
	if (isEmpty(value)) return fallback;
	const number =
		typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
	if (Number.isInteger(number) && number >= least && number <= most) return number;
	const expected =
		most === Number.MAX_SAFE_INTEGER
			? `a whole number of ${least} or more`
			: `a whole number from ${least} to ${most}`;
	if (!Number.isFinite(number)) throw wrongValue(value, what, expected);
	throw new Problem(`${what} is ${shown(value)}, not ${expected}`, {
		description: `Enter ${expected}.`,
	});
}

/**
 * @param fallback undefined if a missing value must not mean a default: an expression that returns
 * nothing must not publish to more people than intended
 * @throws Problem for a value that is not one of the choices
 */
export function toChoice<Choice extends string>(
	value: unknown,
	fallback: Choice | undefined,
	choices: readonly Choice[],
	what: string,
): Choice {
	const listed = choices.map((choice) => `"${choice}"`).join(' or ');
	if (isEmpty(value)) {
		if (fallback !== undefined) return fallback;
		throw new Problem(`${what} is empty`, {
			description: `Its expression returned nothing for this item. It must return ${listed}.`,
		});
	}
	const found = choices.find((choice) => choice === value);
	if (found !== undefined) return found;
	throw wrongValue(value, what, listed);
}

/** For values that only an expression can return: the form has no such choice. */
function wrongValue(value: unknown, what: string, expected: string): Problem {
	return new Problem(`${what} is ${shown(value)}, not ${expected}`, {
		description: `The expression must return ${expected}.`,
	});
}

/**
 * Never shows an object's content: an item's binary data has megabytes, and a credential's is
 * secret.
 */
function shown(value: unknown): string {
	switch (typeof value) {
		case 'string':
			return value.length > 80 ? `"${value.slice(0, 80)}…"` : `"${value}"`;
		case 'number':
		case 'boolean':
			return String(value);
		default:
			return Array.isArray(value) ? 'a list' : 'an object';
	}
}
