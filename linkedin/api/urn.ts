import { Problem } from '../problem';
import { brokenExpression, NO_VALUES } from './brokenExpression';
import { either, notation, type Notation } from './notation';

const DIGITS = '[0-9]';
const WORD = '[A-Za-z0-9_-]';

/** The kinds of URN this package works with, and what their ids are made of. */
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

/** Far longer than any id of LinkedIn; a URN becomes part of a URL. */
const MAX_ID_LENGTH = 100;

const NO_VALUE = `${NO_VALUES}(?![A-Za-z0-9_-])`;

/** Before what a user names: {@link NO_VALUE} names nothing, though it may be made of the right letters. */
export const VALUE_AHEAD = `(?!${NO_VALUE})`;

/** The id of a URN, as the text of a regex. */
export function idPattern(type: UrnType): string {
	return `${VALUE_AHEAD}${ID_CHARACTERS[type]}{1,${MAX_ID_LENGTH}}`;
}

/** `urn:li:<type>:<id>`, or percent-encoded as in an address bar; the group catches the id. */
export function urnPattern(type: UrnType): string {
	return `(?:urn:li:${type}:|urn%3[Aa]li%3[Aa]${type}(?::|%3[Aa]))(${idPattern(type)})`;
}

/** Made once for each kind: thousands of URNs may be read. */
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

/** Old names that LinkedIn still shows in places, and what takes their place in requests. */
const MODERN_TYPE: Readonly<Record<string, string>> = { company: 'organization' };

/**
 * Reads a URN that a person typed or an expression gave.
 *
 * @param value `urn:li:organization:2414183`; surrounding space and percent-encoding are forgiven
 * @param allowed the kinds that make sense here
 * @param what the field's name, as the form shows it
 * @param orElse another way to fill in the field, as a sentence
 * @throws Problem naming the value and the kinds expected; nothing that could change a URL
 * (`/ ? # %` ...) gets through
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

/** Says why a value is no URN of these kinds, which is certain already. */
function refusalOf(
	typed: unknown,
	allowed: readonly UrnType[],
	what: string,
	orElse: string | undefined,
): Problem {
	const expected = `Expected ${allowed.map((type) => `urn:li:${type}:…`).join(' or ')}.`;
	if (typeof typed !== 'string' || typed.trim() === '') {
		// n8n asks for required fields itself: what comes here was left out by an expression.
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

/** A value as error texts quote it: anything may have been pasted. */
export function shown(value: string): string {
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
	return urnOf(type, id);
}
