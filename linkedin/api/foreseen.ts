import { LinkedInError } from './error';
import { explainUnauthorized } from './explainUnauthorized';
import { doubtedScope, lackedScope, type Explanation } from './explainForbidden';
import type { CallPurpose } from './purpose';
import { hasEnded, type TokenFacts } from './token';

/**
 * What LinkedIn is going to refuse because of the token alone: it has expired, or lacks a scope.
 *
 * @param now epoch milliseconds
 * @returns an error for each of these calls that would be refused for a reason of its own, worded
 * like the refusal
 */
export function foreseenRefusals(
	calls: readonly CallPurpose[],
	token: TokenFacts,
	now: number,
): readonly LinkedInError[] {
	const reasons = new Set<string>();
	return calls.flatMap((call) => {
		const why = hasEnded(token, now) ? explainUnauthorized(token) : lackedScope(call, token);
		if (why === undefined || reasons.has(why.what)) return [];
		reasons.add(why.what);
		return [refusal(call, why)];
	});
}

/**
 * What LinkedIn may refuse or not, because its pages don't agree on the scope.
 *
 * @returns a warning for each reason
 */
export function foreseenDoubts(
	calls: readonly CallPurpose[],
	token: TokenFacts,
): readonly string[] {
	const doubts = new Map<string, string>();
	for (const call of calls) {
		const why = doubtedScope(call, token);
		if (why === undefined || doubts.has(why.what)) continue;
		const { what, advice } = why;
		doubts.set(
			what,
			`It’s unclear whether this connection can ${call.doing}. ${what} If LinkedIn refuses it, ${advice}`,
		);
	}
	return [...doubts.values()];
}

function refusal({ doing }: CallPurpose, { what, advice }: Explanation): LinkedInError {
	return new LinkedInError(`Could not ${doing}: ${what}`, { description: advice });
}
