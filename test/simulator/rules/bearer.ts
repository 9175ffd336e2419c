import { refusals } from '../core/catalogue';
import type { SimRequest } from '../core/http';
import type { Simulation } from '../core/simulation';
import type { Bearer } from '../oauth/tokens';

/**
 * public (error handling): 401 for a missing token, another scheme than Bearer, an unknown, an
 * expired and a revoked token; each has its own code.
 */
export function requireBearer(request: SimRequest, simulation: Simulation): Bearer {
	const header = request.headers.authorization;
	if (header === undefined || header === '') throw refusals.emptyToken();
	const [, scheme, token] = /^(\S+)\s*(.*)$/.exec(header) ?? [];
	if (scheme?.toLowerCase() !== 'bearer') throw refusals.unknownScheme();
	if (token === undefined || token === '') throw refusals.emptyToken();
	const found = simulation.tokens.check(token);
	if (found === 'unknown') throw refusals.invalidToken();
	if (found === 'revoked') throw refusals.revokedToken();
	if (found === 'expired') throw refusals.expiredToken();
	return found;
}
