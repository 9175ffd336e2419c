import { anyCase, anyOf, either, notation, type Notation } from '../api/notation';
import { isEmpty } from '../api/parse';
import { COLON, parseUrn, shown, urnOf, urnPattern, type UrnType } from '../api/urn';
import { ON_LINKEDIN, ON_THE_WEB, TAIL } from '../api/webAddress';
import { Problem } from '../problem';

/** The kinds of URN that a post may have: LinkedIn decides which. */
const POST_TYPES = ['share', 'ugcPost'] as const satisfies UrnType[];

/** Those by which a post may be commented on (Comments API page, `object`). */
const COMMENTED_TYPES = [...POST_TYPES, 'activity'] as const satisfies UrnType[];

const SHARED_POST = `${ON_LINKEDIN}${anyCase('posts')}/`;

/**
 * A post: its URN, a URL that contains the URN, or the URL that LinkedIn's "Copy link to post"
 * provides for some: `/posts/ada_some-words-share-7464260847507447809-81ri` is `urn:li:share:74…`.
 * LinkedIn's IDs have 19 digits, so a year among the words doesn't count. The suffix after the ID
 * may begin with a hyphen of its own.
 */
export const POST = postNotation(POST_TYPES);

/** The same, or its activity: most links that the website copies contain nothing else. */
export const COMMENTED_POST = postNotation(COMMENTED_TYPES);

function postNotation(types: readonly UrnType[]): Notation<string> {
	return either([
		either(types.map((type) => notation(urnPattern(type), (id = '') => urnOf(type, id).text))),
		notation(
			`${ON_THE_WEB}\\S*?${anyOf(types.map(urnPattern))}(?![0-9])\\S*`,
			(...ids) =>
				types.flatMap((type, at) => {
					const id = ids[at];
					return id === undefined ? [] : [urnOf(type, id).text];
				})[0] ?? '',
		),
		...types.map((type) =>
			notation(
				`${SHARED_POST}(?:[^\\s/?#]*[_-])?${type}-([0-9]{15,25})(?:-[A-Za-z0-9_-]{1,10})?${TAIL}`,
				(id = '') => urnOf(type, id).text,
			),
		),
	]);
}

/** What the website calls a post, but the API doesn't. */
const ACTIVITY = either([
	notation(`urn${COLON}li${COLON}activity${COLON}\\S*`, () => true),
	notation(`${ON_LINKEDIN}\\S*?activity(?:-|${COLON})[0-9]\\S*`, () => true),
]);

const ANY_SHARED_POST = notation(`${SHARED_POST}\\S*`, () => true);

/**
 * Reads which post is meant.
 *
 * @param what the field's name, as the form shows it
 * @returns the URN
 * @throws Problem showing the value and what is expected
 */
export function parsePost(value: unknown, what: string): string {
	if (typeof value === 'string') {
		const urn = POST.read(value);
		if (urn !== undefined) return urn;
		if (ACTIVITY.read(value)) throw withoutUrn(value, what, 'contains an activity ID');
		if (ANY_SHARED_POST.read(value))
			throw withoutUrn(value, what, 'doesn’t contain the post’s URN');
	}
	return parseUrn(value, POST_TYPES, what).text;
}

/**
 * Reads which post is commented on. LinkedIn takes a comment by the activity too (Comments API page,
 * `object`), so the links that its website copies are good here.
 *
 * @param what the field's name, as the form shows it
 * @returns the URN: a share, a ugcPost or an activity
 * @throws Problem showing the value and what is expected
 */
export function parseCommentedPost(value: unknown, what: string): string {
	// Not a required field everywhere (a choice may hide it), so n8n may let an empty one through.
	if (isEmpty(value)) {
		throw new Problem(`${what} is empty`, {
			description:
				'Enter a URN or a URL. If it is an expression, check that it returns a value for this item.',
		});
	}
	if (typeof value === 'string') {
		const urn = COMMENTED_POST.read(value);
		if (urn !== undefined) return urn;
		if (ANY_SHARED_POST.read(value))
			throw withoutUrn(value, what, 'doesn’t contain the post’s URN');
	}
	return parseUrn(value, COMMENTED_TYPES, what).text;
}

/** An activity's ID is not the post's, and can't be converted to it (LinkedIn's Posts API). */
function withoutUrn(value: string, what: string, why: string): Problem {
	return new Problem(`${what} "${shown(value)}" ${why}`, {
		description:
			'LinkedIn’s API finds posts only by URN. Use the URN that Create returned (urn:li:share:… or urn:li:ugcPost:…). For other people’s posts, copy the URL in the code that the post’s menu shows under "Embed this post".',
	});
}
