import { appsWith } from './appRecipes';
import { capital } from './capital';
import { needsOf, type Claim, type Right } from './permissions';
import { isMet, type Requirement } from './requirement';
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
		advice: `${missing.closed && missing.role !== undefined ? `${missing.role}. ` : ''}${scopeAdvice([missing], needs)} Granted scopes: ${granted.join(', ') || 'none'}.`,
	};
}

function nameOf(owner: string | undefined): string {
	return owner === undefined ? '' : ` for ${owner}`;
}

/** Of the scopes that would do: those that were granted, and those whose owners can't be reached. */
function grantedOf(
	{ scopes, ofPartners = [], byOwner }: Requirement,
	granted: readonly string[],
): string {
	const has = [...scopes, ...ofPartners].filter((scope) => granted.includes(scope));
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
	const apps = appsWith(...all.map((need) => need.scopes));
	return `This needs ${scopes}. Connect a credential whose LinkedIn App is ${apps}.`;
}
