import { bringsOneOf } from './appRecipes';

/** What a call needs of the connection, and of the person behind it. */
export interface Requirement {
	/** One of these scopes must be granted. */
	readonly scopes: readonly string[];
	/** So does one of these, which LinkedIn grants to selected partners: nobody is advised to ask for it. */
	readonly ofPartners?: readonly string[];
	/** The role that the person behind the token must have, as a clause. */
	readonly role?: string;
	/** LinkedIn takes no requests for it: no app of the user's brings it. */
	readonly closed?: true;
	/** Each scope is for owners of its own: one that was granted does not stand for another. */
	readonly byOwner?: true;
}

/** Whether these scopes are enough; the person behind the token may still lack a role. */
export function isMet(
	{ scopes, ofPartners = [] }: Requirement,
	granted: readonly string[],
): boolean {
	return bringsOneOf([...scopes, ...ofPartners], granted);
}
