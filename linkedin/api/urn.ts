import { Problem } from '../problem';
import { brokenExpression, NO_VALUES } from './brokenExpression';
import { either, notation, type Notation } from './notation';

const DIGITS = '[0-9]';
const WORD = '[A-Za-z0-9_-]';

/** The kinds of URN this package works with, and the characters of their IDs. */
const ID_CHARACTERS = {
	person: WORD,
	organization: DIGITS,
	/** LinkedIn's own URN of a showcase page. */
	organizationBrand: DIGITS,
	sponsoredAccount: DIGITS,
	/** The legacy assets API's name of an ad account (linkedin-vector-assets-api, owner). */
	sponsoredAdAccount: DIGITS,
	video: WORD,
	image: WORD,
	document: WORD,
	share: DIGITS,
	ugcPost: DIGITS,
	/** What the website calls a post: comments and reactions know it too. */
	activity: DIGITS,
	digitalmediaAsset: WORD,
	digitalmediaRecipe: WORD,
} as const;

export type UrnType = keyof typeof ID_CHARACTERS;

export interface Urn {
	readonly type: UrnType;
	readonly id: string;
	/** `urn:li:<type>:<id>` */
	readonly text: string;
}

/** Far longer than any of LinkedIn's IDs. There is a limit because a URN becomes part of a URL. */
const MAX_ID_LENGTH = 100;

const NO_VALUE = `${NO_VALUES}(?![A-Za-z0-9_-])`;

/**
 * Goes before what a user names: {@link NO_VALUE} names nothing, though it may consist of valid
 * characters.
 */
export const VALUE_AHEAD = `(?!${NO_VALUE})`;

/** The ID of a URN, as the source of a regex. */
export function idPattern(type: UrnType): string {
	return `${VALUE_AHEAD}${ID_CHARACTERS[type]}{1,${MAX_ID_LENGTH}}`;
}

/** As in a URN, or percent-encoded. */
export const COLON = '(?::|%3[Aa])';

/** `urn:li:<type>:<id>`, or percent-encoded as in a browser's address bar; the group matches the ID. */
export function urnPattern(type: UrnType): string {
	return `(?:urn:li:${type}:|urn%3[Aa]li%3[Aa]${type}(?::|%3[Aa]))(${idPattern(type)})`;
}

/** Created once for each kind, because thousands of URNs may be read. */
const NOTATIONS = new Map<UrnType, Notation<Urn>>();

function notationOf(type: UrnType): Notation<Urn> {
	const made = NOTATIONS.get(type) ?? notation(urnPattern(type), (id = '') => urnOf(type, id));
	NOTATIONS.set(type, made);
	return made;
}

/** A URN of one of these kinds, as a person may write it. */
export function urnNotation(types: readonly UrnType[]): Notation<Urn> {
	return either(types.map(notationOf));
}

export function urnOf(type: UrnType, id: string): Urn {
	return { type, id, text: `urn:li:${type}:${id}` };
}

const ANY_URN = /^urn:li:([A-Za-z]+):(.+)$/;

/** Old types that LinkedIn still shows in some places, and the types that replace them in requests. */
const MODERN_TYPE: Readonly<Record<string, string>> = { company: 'organization' };

/**
 * Reads a URN that was typed or that an expression returned.
 *
 * @param value `urn:li:organization:2414183`; surrounding space and percent-encoding are accepted
 * @param allowed the kinds that are valid here
 * @param what the field's name, as the form shows it
 * @param orElse another way to fill in the field, as a sentence
 * @throws Problem naming the value and the kinds expected; nothing that could change a URL (`/ ? #
 * %` ...) gets through
 */
export function parseUrn(
	value: unknown,
	allowed: readonly UrnType[],
	what: string,
	orElse?: string,
): Urn {
	const typed = typeof value === 'number' ? String(value) : value;
	const urn = typeof typed === 'string' ? urnNotation(allowed).read(typed) : undefined;
	if (urn) return urn;
	throw refusalOf(typed, allowed, what, orElse);
}

/** Says why a value that is known not to be a URN of these kinds is wrong. */
function refusalOf(
	typed: unknown,
	allowed: readonly UrnType[],
	what: string,
	orElse: string | undefined,
): Problem {
	const expected = `Expected ${allowed.map((type) => `urn:li:${type}:…`).join(' or ')}.`;
	if (typeof typed !== 'string' || typed.trim() === '') {
		// n8n itself checks required fields: an empty value here comes from an expression.
		return new Problem(`${what} is empty`, {
			description: `Its expression returned nothing for this item. ${expected}`,
		});
	}
	const text = decoded(typed.trim());
	const broken = brokenExpression(text);
	if (broken !== undefined) {
		return new Problem(`${what} "${shown(typed)}" ${broken.what}`, {
			description: `${expected} ${broken.advice}`,
		});
	}
	const match = ANY_URN.exec(text);
	if (!match) {
		const suggested = suggestion(text, allowed);
		const other = suggested === '' && orElse !== undefined ? ` ${orElse}` : suggested;
		return new Problem(`${what} "${shown(typed)}" is not a LinkedIn URN`, {
			description: `${expected}${other}`,
		});
	}
	const [, type = '', id = ''] = match;
	const known = allowed.find((candidate) => candidate === type);
	if (!known) {
		return new Problem(`${what} "${shown(typed)}" is a URN of type "${type}"`, {
			description: `${expected}${suggestion(`${MODERN_TYPE[type] ?? ''}:${id}`, allowed)}`,
		});
	}
	return new Problem(
		`${what} "${shown(typed)}" has an ID that LinkedIn doesn’t use: "${shown(id)}"`,
		{
			description: `${expected} IDs of this kind contain only ${ID_CHARACTERS[known] === WORD ? 'letters, digits, "-" and "_"' : 'digits'}.`,
		},
	);
}

/** `urn%3Ali%3A...`, as copied from a browser's address bar. Anything else stays as it is. */
function decoded(text: string): string {
	return /^urn%3Ali%3A/i.test(text) ? text.replace(/%3A/gi, ':') : text;
}

/** A bare ID is ambiguous, so it is not accepted; the error suggests the full URN. */
function suggestion(text: string, allowed: readonly UrnType[]): string {
	const id = /^(organization:)?([0-9]+)$/.exec(text);
	if (!id) return '';
	const kind = id[1] === undefined ? 'sponsoredAccount' : undefined;
	const numeric =
		allowed.find((type) => type === 'organization') ?? allowed.find((type) => type === kind);
	return numeric ? ` Did you mean urn:li:${numeric}:${id[2] ?? ''}?` : '';
}

/** A value as errors quote it, shortened, because anything may have been pasted. */
export function shown(value: string): string {
	return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}

/**
 * A video, an image, ...: its URN, or the legacy URN of the same asset. The ID is the same in both
 * (linkedin-vector-assets-api), so `urn:li:digitalmediaAsset:X` is read as `urn:li:video:X`.
 *
 * @param type the expected kind
 * @throws Problem as {@link parseUrn}
 */
export function parseMediaUrn(value: unknown, type: UrnType, what: string): Urn {
	const { id } = parseUrn(value, [type, 'digitalmediaAsset'], what);
	return urnOf(type, id);
}
