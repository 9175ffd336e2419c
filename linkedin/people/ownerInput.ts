import { anyCase, either, notation, type Notation } from '../api/notation';
import { parseUrn, shown, urnOf, urnPattern, type UrnType } from '../api/urn';
import { ON_LINKEDIN } from '../api/webAddress';
import { Problem } from '../problem';
import { PAGE_ADDRESS, type PageInput } from './pageAddress';

/**
 * An owner or author: a URN of one of these kinds or, if pages are among them, a page's URL.
 * `regexOf` turns it into the form's regex.
 */
export function ownerNotation(types: readonly UrnType[]): Notation<PageInput> {
	return either<PageInput>([
		...types.map((type) =>
			notation(urnPattern(type), (id = '') => ({ urn: urnOf(type, id).text })),
		),
		...(types.includes('organization') ? [PAGE_ADDRESS] : []),
	]);
}

/** For users who don't know the URN. */
export const CHOOSE_FROM_LIST = 'To choose it by name, set the field to "From list".';

/** The URL of a member's profile, which doesn't identify the member to an app. */
const PROFILE_ADDRESS = notation(`${ON_LINKEDIN}${anyCase('in')}/\\S*`, () => true);

/**
 * Reads the owner of media or the author of a post.
 *
 * @param types the kinds of URN that are valid here
 * @param what the field's name, as the form shows it
 * @throws Problem showing the value and what is expected. A bare number is not accepted: it could
 * be a page or an account
 */
export function parseOwner(value: unknown, types: readonly UrnType[], what: string): PageInput {
	if (typeof value !== 'string') return { urn: parseUrn(value, types, what).text };
	const owner = ownerNotation(types).read(value);
	if (owner) return owner;
	if (PROFILE_ADDRESS.read(value)) {
		throw new Problem(`${what} "${shown(value)}" is the URL of a profile`, {
			description:
				'LinkedIn doesn’t tell apps which member a profile URL belongs to. Set the field to "From list" and select the member, or enter the URN (urn:li:person:…).',
		});
	}
	return { urn: parseUrn(value, types, what, CHOOSE_FROM_LIST).text };
}
