import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireVerb } from '../rules/bytePlane';
import { oauthError, readForm, required } from './form';
import type { TokenAnswer } from './tokens';

/** public (authorization code flow; refresh tokens): parameters in a form body, errors as 400. */
export async function accessToken(
	simulation: Simulation,
	request: SimRequest,
): Promise<SimResponse> {
	requireVerb(request, 'POST');
	const form = await readForm(request);
	const grantType = required(form, 'grant_type');
	requireClient(simulation, request, form);
	return answer(simulation, grant(simulation, form, grantType));
}

/**
 * public (authorization code flow): `client_id` and `client_secret` are required parameters of the
 * body. assumed: an Authorization header does not stand in for them.
 */
function requireClient(simulation: Simulation, request: SimRequest, form: URLSearchParams): void {
	if (request.headers.authorization !== undefined) {
		throw oauthError(401, 'invalid_client', 'Client authentication failed');
	}
	const { clientId, clientSecret } = simulation.app;
	if (
		required(form, 'client_id') !== clientId ||
		required(form, 'client_secret') !== clientSecret
	) {
		throw oauthError(401, 'invalid_client', 'Client authentication failed');
	}
}

function grant(simulation: Simulation, form: URLSearchParams, grantType: string): TokenAnswer {
	if (grantType === 'authorization_code') return exchangeCode(simulation, form);
	if (grantType === 'refresh_token') return refresh(simulation, form);
	throw oauthError(400, 'unsupported_grant_type', `grant_type ${grantType} is not supported`);
}

function exchangeCode(simulation: Simulation, form: URLSearchParams): TokenAnswer {
	const code = required(form, 'code');
	const redirectUri = required(form, 'redirect_uri');
	const { codes, settings, tokens } = simulation;
	const found = codes.take(code);
	if (found === undefined) {
		throw oauthError(
			400,
			'invalid_request',
			'Unable to retrieve access token: authorization code not found',
		);
	}
	if (found === 'expired' || found.redirectUri !== redirectUri) {
		throw oauthError(
			400,
			'invalid_redirect_uri',
			'Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists',
		);
	}
	const scopes = new Set(found.scopes);
	tokens.revokeOtherScopes(found.memberId, scopes);
	return tokens.issue({
		memberId: found.memberId,
		scopes,
		seconds: settings.accessTokenSeconds,
		...(settings.refreshTokens ? { refreshSeconds: settings.refreshTokenSeconds } : {}),
	});
}

function refresh(simulation: Simulation, form: URLSearchParams): TokenAnswer {
	const token = required(form, 'refresh_token');
	const renewed = simulation.tokens.renew(token, simulation.settings.accessTokenSeconds);
	if (renewed !== undefined) return renewed;
	throw oauthError(
		400,
		simulation.settings.readings.refusedRefresh,
		'The provided authorization grant or refresh token is invalid, expired or revoked.',
	);
}

function answer({ settings }: Simulation, token: TokenAnswer): SimResponse {
	const type = settings.readings.tokenType === 'given' ? { token_type: 'Bearer' } : {};
	return json(200, { ...token, ...type });
}
