import { appsWith, bringsOneOf } from './appRecipes';
import { needsOf, type Requirement, type Right } from './permissions';
import type { TokenFacts } from './token';

/** A 403 explained: what is missing, and where to get it. */
export interface Explanation {
	readonly what: string;
	readonly advice: string;
}

/**
 * @param owner the owner's URN, where the call has one
 * @param account the ad account whose media library is asked for, where there is one
 */
export function explainForbidden(
	right: Right,
	owner: string | undefined,
	account: string | undefined,
	token: TokenFacts,
): Explanation {
	const needs = needsOf({ right, owner, account });
	const { grantedScopes: granted } = token;
	const forWhom = owner === undefined ? '' : ` for ${owner}`;

	const missing = granted && needs.find(({ scopes }) => !bringsOneOf(scopes, granted));
	if (granted && missing) {
		return {
			what: `the connection lacks the scope ${named(missing.scopes)}${forWhom}`,
			advice: `${scopeAdvice([missing], needs)} Granted are: ${granted.join(', ') || 'none'}.`,
		};
	}
	const roles = needs.map(({ role }) => role).filter((role) => role !== undefined);
	const conditions = roles.length === 0 ? '' : `${capital(roles.join('; '))}. `;
	return {
		what: `LinkedIn does not allow it${forWhom}`,
		advice: granted
			? `${conditions}The scope itself was granted (${needs.map(({ scopes }) => named(scopes)).join(' and ')}).`
			: `${conditions}${scopeAdvice(needs, needs)}`,
	};
}

function named(scopes: readonly string[]): string {
	return scopes.map((scope) => `"${scope}"`).join(' or ');
}

/** @param all every need of the call: an app that meets one and not the others would not do. */
function scopeAdvice(lacking: readonly Requirement[], all: readonly Requirement[]): string {
	const scopes = lacking.map((need) => `the scope ${named(need.scopes)}`).join(' and ');
	const apps = appsWith(...all.map((need) => need.scopes));
	return `This needs ${scopes} (LinkedIn App ${apps} in the credential): connect a credential with an app of that kind.`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
