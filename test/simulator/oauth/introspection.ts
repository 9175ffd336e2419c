import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireVerb } from '../rules/bytePlane';
import { oauthError, readForm, required } from './form';

/**
 * public (token introspection): client and token in a form; what is known of the token, times in
 * epoch seconds, scopes separated by commas. A wrong secret is 401, a wrong client 400; a token that
 * this app did not get is `{active: false}`.
 */
export async function introspectToken(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	requireVerb(request, 'POST');
	const form = await readForm(request);
	const { app, tokens } = simulation;
	const clientId = required(form, 'client_id');
	const clientSecret = required(form, 'client_secret');
	const token = required(form, 'token');
	if (clientId !== app.clientId) {
		throw oauthError(400, 'invalid_request', 'The client ID is not known');
	}
	if (clientSecret !== app.clientSecret) {
		throw oauthError(401, 'invalid_client', 'Client authentication failed');
	}
	const found = tokens.look(token);
	if (found === undefined) return json(200, { active: false });
	const { state, issuedAt, expiresAt, scopes } = found;
	return json(200, {
		active: state === 'active',
		client_id: clientId,
		authorized_at: seconds(issuedAt),
		created_at: seconds(issuedAt),
		status: state,
		expires_at: seconds(expiresAt),
		scope: [...scopes].join(','),
		auth_type: '3L',
	});
}

function seconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}
