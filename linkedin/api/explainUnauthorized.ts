import type { Explanation } from './explainForbidden';
import type { TokenFacts } from './token';

/**
 * LinkedIn revokes an app's earlier tokens when a new connection asks for other scopes (OAuth
 * page).
 */
const OTHER_CREDENTIALS =
	'If this happens again within hours, another credential uses the same LinkedIn app with different scopes (n8n’s own LinkedIn credential counts too). Give all of them the same scopes.';

/** A 401: the token is no longer valid. */
export function explainUnauthorized(token: TokenFacts): Explanation {
	return token.hasRefreshToken
		? {
				what: 'the LinkedIn connection has expired and could not be renewed',
				advice: `Open the credential in n8n and connect again. Access was revoked, or the refresh token (365 days) has expired. ${OTHER_CREDENTIALS}`,
			}
		: {
				what: 'the LinkedIn connection has expired',
				advice: `Open the credential in n8n and connect again. Access tokens expire after 60 days, and this one has no refresh token that n8n could renew it with. ${OTHER_CREDENTIALS}`,
			};
}
