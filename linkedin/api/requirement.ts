import { bringsOneOf } from './appRecipes';

/** What a call needs of the connection, and of the person behind it. */
export interface Requirement {
	/** One of these scopes must be granted. */
	readonly scopes: readonly string[];
	/**
	 * What earlier versions of LinkedIn's pages call these scopes. No page says that they have stopped
	 * working, so LinkedIn decides: nobody is refused for them, or advised to ask for them.
	 */
	readonly formerly?: readonly string[];
	/** So does one of these, which LinkedIn grants to selected partners: nobody is advised to ask for it. */
	readonly ofPartners?: readonly string[];
	/** The role that the person behind the token must have, as a clause. */
	readonly role?: string;
	/** LinkedIn takes no requests for it: no app of the user's brings it. */
	readonly closed?: true;
	/** Each scope is for owners of its own: one that was granted does not stand for another. */
	readonly byOwner?: true;
}

/** Whether these scopes may be enough; the person behind the token may still lack a role. */
export function isMet(need: Requirement, granted: readonly string[]): boolean {
	return bringsOneOf(sufficientFor(need), granted);
}

/** Whether only a former name of the scope was granted: what LinkedIn does with it is unclear. */
export function isMetByFormer(need: Requirement, granted: readonly string[]): boolean {
	const { scopes, formerly = [], ofPartners = [] } = need;
	return bringsOneOf(formerly, granted) && !bringsOneOf([...scopes, ...ofPartners], granted);
}

/** Every scope that may do. */
export function sufficientFor({
	scopes,
	formerly = [],
	ofPartners = [],
}: Requirement): readonly string[] {
	return [...scopes, ...formerly, ...ofPartners];
}
