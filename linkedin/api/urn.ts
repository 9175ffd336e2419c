import { Problem } from '../problem';

/** The kinds of URN this package works with, and what their ids are made of. */
const ID_PATTERNS = {
	person: /^[A-Za-z0-9_-]+$/,
	organization: /^[0-9]+$/,
	sponsoredAccount: /^[0-9]+$/,
	/** The legacy assets API's name of an ad account (linkedin-vector-assets-api, owner). */
	sponsoredAdAccount: /^[0-9]+$/,
	video: /^[A-Za-z0-9_-]+$/,
	image: /^[A-Za-z0-9_-]+$/,
	document: /^[A-Za-z0-9_-]+$/,
	share: /^[0-9]+$/,
	ugcPost: /^[0-9]+$/,
	digitalmediaAsset: /^[A-Za-z0-9_-]+$/,
	digitalmediaRecipe: /^[A-Za-z0-9_-]+$/,
} as const;

export type UrnType = keyof typeof ID_PATTERNS;

export interface Urn {
	readonly type: UrnType;
	readonly id: string;
	/** `urn:li:<type>:<id>` */
	readonly text: string;
}

/** Far longer than any id of LinkedIn; a URN becomes part of a URL. */
const MAX_ID_LENGTH = 100;

const URN = /^urn:li:([A-Za-z]+):(.+)$/;

/** Old names that LinkedIn still shows in places, and what takes their place in requests. */
const MODERN_TYPE: Readonly<Record<string, string>> = { company: 'organization' };

/**
 * Reads a URN that a person typed or an expression gave.
 *
 * @param value `urn:li:organization:2414183`; surrounding space and percent-encoding are forgiven
 * @param allowed the kinds that make sense here
 * @param what the field's name, as the form shows it
 * @throws Problem naming the value and the kinds expected; nothing that could change a URL
 * (`/ ? # %` ...) gets through
 */
export function parseUrn(value: unknown, allowed: readonly UrnType[], what: string): Urn {
	const expected = `Expected ${allowed.map((type) => `urn:li:${type}:…`).join(' or ')}.`;
	const typed = typeof value === 'number' ? String(value) : value;
	if (typeof typed !== 'string' || typed.trim() === '') {
		throw new Problem(`${what} is empty`, { description: expected });
	}
	const text = decoded(typed.trim());
	const match = URN.exec(text);
	if (!match) {
		throw new Problem(`${what} "${shown(typed)}" is not a LinkedIn URN`, {
			description: `${expected}${suggestion(text, allowed)}`,
		});
	}
	const [, type = '', id = ''] = match;
	const known = allowed.find((candidate) => candidate === type);
	if (!known) {
		throw new Problem(`${what} "${shown(typed)}" is a URN of the kind "${type}"`, {
			description: `${expected}${suggestion(`${MODERN_TYPE[type] ?? ''}:${id}`, allowed)}`,
		});
	}
	if (id.length > MAX_ID_LENGTH || !ID_PATTERNS[known].test(id)) {
		throw new Problem(
			`${what} "${shown(typed)}" has an id that LinkedIn does not use: "${shown(id)}"`,
			{
				description: `${expected} The id of this kind is made of ${ID_PATTERNS[known].test('a') ? 'letters, digits, "-" and "_"' : 'digits'} only.`,
			},
		);
	}
	return { type: known, id, text: `urn:li:${known}:${id}` };
}

/** `urn%3Ali%3A...`, as copied from an address bar. Anything else stays as it is. */
function decoded(text: string): string {
	return /^urn%3Ali%3A/i.test(text) ? text.replace(/%3A/gi, ':') : text;
}

/** Bare ids are ambiguous, so they are not guessed at, only spelled out for the reader. */
function suggestion(text: string, allowed: readonly UrnType[]): string {
	const id = /^(organization:)?([0-9]+)$/.exec(text);
	if (!id) return '';
	const kind = id[1] === undefined ? 'sponsoredAccount' : undefined;
	const numeric =
		allowed.find((type) => type === 'organization') ?? allowed.find((type) => type === kind);
	return numeric ? ` Did you mean urn:li:${numeric}:${id[2] ?? ''}?` : '';
}

function shown(value: string): string {
	return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}

/**
 * A video, an image, ...: its URN, or the old URN of the same asset. The id is the same in both
 * (linkedin-vector-assets-api), so `urn:li:digitalmediaAsset:X` is understood as `urn:li:video:X`.
 *
 * @param type the kind that is meant
 * @throws Problem as {@link parseUrn}
 */
export function parseMediaUrn(value: unknown, type: UrnType, what: string): Urn {
	const { id } = parseUrn(value, [type, 'digitalmediaAsset'], what);
	return { type, id, text: `urn:li:${type}:${id}` };
}

/**
 * An ad account: a URN or, as LinkedIn's Campaign Manager shows it, a bare number.
 *
 * @throws Problem as {@link parseUrn}
 */
export function parseAccount(value: unknown, what: string): Urn {
	// A number that JavaScript cannot hold exactly would be another account.
	const bare = Number.isSafeInteger(value) ? String(value) : value;
	if (typeof bare === 'string' && /^[0-9]+$/.test(bare.trim())) {
		return parseUrn(`urn:li:sponsoredAccount:${bare.trim()}`, ['sponsoredAccount'], what);
	}
	return parseUrn(bare, ['sponsoredAccount'], what);
}
