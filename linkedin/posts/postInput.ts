import { anyCase, anyOf, either, notation, type Notation } from '../api/notation';
import { parseUrn, shown, urnOf, urnPattern, type UrnType } from '../api/urn';
import { ON_LINKEDIN, ON_THE_WEB, TAIL } from '../api/webAddress';
import { Problem } from '../problem';

/** The kinds of URN that a post may have: LinkedIn decides which. */
const POST_TYPES = ['share', 'ugcPost'] as const satisfies UrnType[];

const SHARED_POST = `${ON_LINKEDIN}${anyCase('posts')}/`;

/**
 * A post: its URN, a URL that contains the URN, or the URL that LinkedIn's "Copy link to post"
 * provides for some: `/posts/ada_some-words-share-7464260847507447809-81ri` is `urn:li:share:74…`.
 * LinkedIn's IDs have 19 digits, so a year among the words doesn't count. The suffix after the ID
 * may begin with a hyphen of its own.
 */
export const POST: Notation<string> = either([
	either(POST_TYPES.map((type) => notation(urnPattern(type), (id = '') => urnOf(type, id).text))),
	notation(
		`${ON_THE_WEB}\\S*?${anyOf(POST_TYPES.map(urnPattern))}(?![0-9])\\S*`,
		(share, ugcPost = '') =>
			share === undefined ? urnOf('ugcPost', ugcPost).text : urnOf('share', share).text,
	),
	...POST_TYPES.map((type) =>
		notation(
			`${SHARED_POST}(?:[^\\s/?#]*[_-])?${type}-([0-9]{15,25})(?:-[A-Za-z0-9_-]{1,10})?${TAIL}`,
			(id = '') => urnOf(type, id).text,
		),
	),
]);

const COLON = '(?::|%3[Aa])';

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

/** An activity's ID is not the post's, and can't be converted to it (LinkedIn's Posts API). */
function withoutUrn(value: string, what: string, why: string): Problem {
	return new Problem(`${what} "${shown(value)}" ${why}`, {
		description:
			'LinkedIn’s API finds posts only by URN. Use the URN that Create returned (urn:li:share:… or urn:li:ugcPost:…). For other people’s posts, copy the URL in the code that the post’s menu shows under "Embed this post".',
	});
}
