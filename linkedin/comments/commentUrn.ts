import { brokenExpression } from '../api/brokenExpression';
import { anyOf, either, notation, type Notation } from '../api/notation';
import { encodeValue } from '../api/restli';
import { COLON, shown, VALUE_AHEAD } from '../api/urn';
import { ON_LINKEDIN } from '../api/webAddress';
import { Problem } from '../problem';

/** A comment: `urn:li:comment:(urn:li:activity:1,2)` (Comments API page, "Schema"). */
export interface CommentUrn {
	readonly text: string;
	/** The URN of what is commented on: an activity in LinkedIn's answers. */
	readonly thread: string;
	readonly id: string;
}

/** The kinds of post that a comment's URN names. */
const THREADS = ['activity', 'share', 'ugcPost'];

const ID = `(${VALUE_AHEAD}[0-9]{1,100})`;

/** As LinkedIn writes it, percent-encoded, or short as in its links: `urn:li:comment:(activity:1,2)`. */
const COMMENT_PATTERN = [
	`urn${COLON}li${COLON}comment${COLON}(?:\\(|%28)`,
	`(?:urn${COLON}li${COLON})?(${anyOf(THREADS)})${COLON}${ID}(?:,|%2[Cc])${ID}(?:\\)|%29)`,
].join('');

const inLink = (parameter: string): Notation<CommentUrn> =>
	notation(`${ON_LINKEDIN}\\S*?[?&]${parameter}=${COMMENT_PATTERN}(?:[&#]\\S*)?`, toUrn);

/** A comment: its URN, or the link that *Copy link to comment* provides; of a reply, the reply. */
export const COMMENT: Notation<CommentUrn> = either([
	notation(COMMENT_PATTERN, toUrn),
	inLink('replyUrn'),
	inLink('commentUrn'),
]);

function toUrn(type = '', thread = '', id = ''): CommentUrn {
	return commentOf(`urn:li:${type}:${thread}`, id);
}

export function commentOf(thread: string, id: string): CommentUrn {
	return { text: `urn:li:comment:(${thread},${id})`, thread, id };
}

const EXPECTED = 'Expected urn:li:comment:(urn:li:activity:…,…), as Create and Get Many return it.';

/**
 * Reads which comment is meant.
 *
 * @param what the field's name, as the form shows it
 * @throws Problem showing the value and what is expected
 */
export function parseComment(value: unknown, what: string): CommentUrn {
	const typed = typeof value === 'number' ? String(value) : value;
	if (typeof typed !== 'string' || typed.trim() === '') {
		throw new Problem(`${what} is empty`, {
			description:
				'Enter a URN or a URL. If it is an expression, check that it returns a value for this item.',
		});
	}
	const urn = COMMENT.read(typed);
	if (urn) return urn;
	// A trace of an expression stands between the marks of the URN.
	for (const part of typed.replace(/^\s*urn:li:comment:\(/, '').split(/[(),]/)) {
		const broken = brokenExpression(part);
		if (broken === undefined) continue;
		throw new Problem(`${what} "${shown(typed)}" ${broken.what}`, {
			description: `${EXPECTED} ${broken.advice}`,
		});
	}
	throw new Problem(`${what} "${shown(typed)}" is not the URN of a comment`, {
		description: `${EXPECTED} The URL from "Copy link to comment" on LinkedIn works too.`,
	});
}

/**
 * A comment in LinkedIn's own answer: built from its `object` and `id`, because LinkedIn may answer with
 * another URN of the post than it was asked with. Without them, as LinkedIn names it: `commentUrn`
 * in versioned answers, `$URN` in older ones.
 *
 * @param fields the comment, as it came
 * @returns undefined if it names none
 */
export function ownUrn(fields: Readonly<Record<string, unknown>>): CommentUrn | undefined {
	const { object, id, commentUrn, $URN: older } = fields;
	if (typeof object === 'string' && typeof id === 'string') {
		const isPost = /^urn:li:[A-Za-z]+:[0-9]+$/.test(object);
		if (isPost && /^[0-9]+$/.test(id)) return commentOf(object, id);
	}
	return [commentUrn, older]
		.map((urn) => (typeof urn === 'string' ? COMMENT.read(urn) : undefined))
		.find((urn) => urn !== undefined);
}

/** Where people see it. */
export function commentUrl({ thread, id }: CommentUrn): string {
	const short = `urn:li:comment:(${thread.replace(/^urn:li:/, '')},${id})`;
	return `https://www.linkedin.com/feed/update/${thread}?commentUrn=${encodeValue(short)}`;
}
