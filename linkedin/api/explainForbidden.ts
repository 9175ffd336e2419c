import { appsWith } from './appRecipes';
import { capital } from './capital';
import { needsOf, type Claim, type Right } from './permissions';
import { isMet, isMetByFormer, sufficientFor, type Requirement } from './requirement';
import type { TokenFacts } from './token';

/** A 403 explained: what is missing, and where to get it. */
export interface Explanation {
	readonly what: string;
	readonly advice: string;
}

/**
 * @param owner the owner's URN, if the call has one
 * @param account the ad account whose media library is requested, if any
 */
export function explainForbidden(
	right: Right,
	owner: string | undefined,
	account: string | undefined,
	token: TokenFacts,
): Explanation {
	const lacked = lackedScope({ right, owner, account }, token);
	if (lacked) return lacked;
	const needs = needsOf({ right, owner, account });
	const { grantedScopes: granted } = token;
	const forWhom = nameOf(owner);
	const doubted = doubtedScope({ right, owner, account }, token);
	if (doubted) {
		const advice = `${doubted.what} ${capital(doubted.advice)}`;
		return { what: `LinkedIn denied access${forWhom}`, advice };
	}
	const roles = needs.map(({ role }) => role).filter((role) => role !== undefined);
	const conditions = roles.length === 0 ? '' : `${capital(roles.join('; '))}. `;
	return {
		what: `LinkedIn denied access${forWhom}`,
		advice: granted
			? `${conditions}The connection has ${needs.map((need) => grantedOf(need, granted)).join(' and ')}.`
			: `${conditions}${scopeAdvice(needs, needs)}`,
	};
}

/** The scope that a call needs and the token is known not to have, if there is one. */
export function lackedScope(
	claim: Claim,
	{ grantedScopes: granted }: TokenFacts,
): Explanation | undefined {
	const needs = needsOf(claim);
	const missing = granted && needs.find((need) => !isMet(need, granted));
	if (!missing) return undefined;
	return {
		what: `the connection lacks the scope ${named(missing.scopes)}${nameOf(claim.owner)}`,
		advice: `${closedRole(missing)}${scopeAdvice([missing], needs)} Granted scopes: ${granted.join(', ') || 'none'}.`,
	};
}

/**
 * Why LinkedIn may refuse a call for its scopes, though its pages don't agree that it does: the token
 * has the scope by a former name alone.
 *
 * @returns a sentence, and what to do if it is refused, as a sentence without its capital; undefined where
 * there is no such doubt
 */
export function doubtedScope(
	claim: Claim,
	{ grantedScopes: granted }: TokenFacts,
): Explanation | undefined {
	const needs = needsOf(claim);
	const doubtful = granted && needs.find((need) => isMetByFormer(need, granted));
	if (!doubtful) return undefined;
	const has = sufficientFor(doubtful).filter((scope) => granted.includes(scope));
	return {
		what: `The connection has ${named(has, 'and')}, which LinkedIn’s earlier documentation names; the current one names ${named(doubtful.scopes)}. ${closedRole(doubtful)}`.trimEnd(),
		advice: connectAdvice(needs),
	};
}

/** Of a scope that no app of the user's brings, that this is so. */
function closedRole({ closed, role }: Requirement): string {
	return closed && role !== undefined ? `${role}. ` : '';
}

function nameOf(owner: string | undefined): string {
	return owner === undefined ? '' : ` for ${owner}`;
}

/** Of the scopes that would do: those that were granted, and those whose owners can't be reached. */
function grantedOf(need: Requirement, granted: readonly string[]): string {
	const { scopes, byOwner } = need;
	const has = sufficientFor(need).filter((scope) => granted.includes(scope));
	const lacks = byOwner ? scopes.filter((scope) => !granted.includes(scope)) : [];
	const but = lacks.length === 0 ? '' : `, but not ${named(lacks)}`;
	return `${named(has, 'and')}${but}`;
}

function named(scopes: readonly string[], word = 'or'): string {
	return scopes.map((scope) => `"${scope}"`).join(` ${word} `);
}

/** @param all every need of the call: an app must meet all of them */
function scopeAdvice(lacking: readonly Requirement[], all: readonly Requirement[]): string {
	const scopes = lacking.map((need) => `the scope ${named(need.scopes)}`).join(' and ');
	return `This needs ${scopes}. ${capital(connectAdvice(all))}`;
}

function connectAdvice(all: readonly Requirement[]): string {
	return `connect a credential whose LinkedIn App is ${appsWith(...all.map((need) => need.scopes))}.`;
}
