import { anyCase, either, notation, type Notation } from '../../api/notation';
import { shown } from '../../api/urn';
import { ON_LINKEDIN, ON_THE_WEB } from '../../api/webAddress';
import { Problem } from '../../problem';
import { parsePost, POST } from '../postInput';

const ID = '([0-9]{1,100})';

/** Plain, or percent-encoded as in a browser's address bar. */
const ACTIVITY_URN = ['urn', 'li', 'activity', ID].join('(?::|%3[Aa])');

/** The website's own name of a post. Other APIs than that of the posts take it ("Reactions" page, `root`). */
const ACTIVITY: Notation<string> = either([
	notation(ACTIVITY_URN, activityOf),
	notation(`${ON_THE_WEB}\\S*?${ACTIVITY_URN}(?![0-9])\\S*`, activityOf),
	notation(`${ON_LINKEDIN}${anyCase('posts')}/\\S*?[_-]activity-${ID}(?![0-9])\\S*`, activityOf),
]);

const COMMENT: Notation<string> = notation(
	`urn:li:comment:\\((?:urn:li:)?(activity|share|ugcPost):([0-9]{1,100}),([0-9]{1,100})\\)`,
	(type = '', post = '', id = '') => `urn:li:comment:(urn:li:${type}:${post},${id})`,
);

function activityOf(id = ''): string {
	return `urn:li:activity:${id}`;
}

/** What people react to: a post by any of its names, or a comment. */
export const REACTION_TARGET: Notation<string> = either([POST, ACTIVITY, COMMENT]);

/**
 * Reads what is to be reacted to.
 *
 * @param what the field's name, as the form shows it
 * @returns the URN
 * @throws Problem showing the value and what is expected
 */
export function parseReactionTarget(value: unknown, what: string): string {
	const urn = typeof value === 'string' ? REACTION_TARGET.read(value) : undefined;
	if (urn !== undefined) return urn;
	if (typeof value === 'string' && value.trim().startsWith('urn:li:comment:')) {
		throw new Problem(`${what} "${shown(value)}" is not the URN of a comment`, {
			description: 'Expected urn:li:comment:(urn:li:activity:…,…).',
		});
	}
	return parsePost(value, what);
}
