import { anyCase, either, notation, type Notation } from '../api/notation';
import { parseUrn, shown, urnOf, urnPattern, type UrnType } from '../api/urn';
import { ON_LINKEDIN } from '../api/webAddress';
import { Problem } from '../problem';
import { PAGE_ADDRESS, type PageInput } from './pageAddress';

/**
 * An owner or author: a URN of one of these kinds or, where pages are among them, the address of a
 * page. `regexOf` makes the form's regex of it.
 */
export function ownerNotation(types: readonly UrnType[]): Notation<PageInput> {
	return either<PageInput>([
		...types.map((type) =>
			notation(urnPattern(type), (id = '') => ({ urn: urnOf(type, id).text })),
		),
		...(types.includes('organization') ? [PAGE_ADDRESS] : []),
	]);
}

/** For those who do not know the URN. */
export const CHOOSE_FROM_LIST = 'To choose it by name, set the field to "From List".';

/** The address of a member's profile, which names nobody to an app. */
const PROFILE_ADDRESS = notation(`${ON_LINKEDIN}${anyCase('in')}/\\S*`, () => true);

/**
 * Reads who owns media or writes a post.
 *
 * @param types the kinds of URN that make sense here
 * @param what the field's name, as the form shows it
 * @throws Problem showing the value and what is expected. A bare number is none of it: whether it is
 * a page's or an account's is not guessed
 */
export function parseOwner(value: unknown, types: readonly UrnType[], what: string): PageInput {
	if (typeof value !== 'string') return { urn: parseUrn(value, types, what).text };
	const owner = ownerNotation(types).read(value);
	if (owner) return owner;
	if (PROFILE_ADDRESS.read(value)) {
		throw new Problem(`${what} "${shown(value)}" is the URL of a profile`, {
			description:
				'LinkedIn doesn’t tell apps which member a profile URL belongs to. Set the field to "From List" and select the member, or enter the URN (urn:li:person:…).',
		});
	}
	return { urn: parseUrn(value, types, what, CHOOSE_FROM_LIST).text };
}
