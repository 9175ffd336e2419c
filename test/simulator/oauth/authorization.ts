import { empty, html, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { requireVerb } from '../rules/bytePlane';
import { consentPage, errorPage } from './pages';

/**
 * public (authorization code flow): the browser comes with `response_type`, `client_id`,
 * `redirect_uri`, `state`, `scope`, and leaves with `code` and `state`, or with `error`,
 * `error_description` and `state`. A wrong client or redirect URL never redirects.
 */
export function authorization(simulation: Simulation, request: SimRequest): SimResponse {
	requireVerb(request, 'GET');
	const { app, codes, settings } = simulation;
	const { query } = request;
	const redirectUri = query.get('redirect_uri') ?? '';
	if (query.get('client_id') !== app.clientId) {
		return html(400, errorPage('The client_id does not match the client ID of an application'));
	}
	if (!isRegistered(app.redirectUris, redirectUri)) {
		return html(400, errorPage('The redirect_uri does not match the registered value'));
	}
	const state = query.get('state');
	const back = (answer: Readonly<Record<string, string>>) =>
		redirect(redirectUri, { ...answer, ...(state === null ? {} : { state }) });
	if (query.get('response_type') !== 'code') {
		return back({ error: 'invalid_request', error_description: 'response_type must be code' });
	}
	const scopes = (query.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
	// public (S): one scope that was not granted fails it all; assumed: so does an empty list.
	const foreign = scopes.find((scope) => !app.scopes.includes(scope));
	if (scopes.length === 0 || foreign !== undefined) {
		return back({
			error: 'unauthorized_scope_error',
			error_description: `Scope &quot;${foreign ?? ''}&quot; is not authorized for your application`,
		});
	}
	const decision = query.get('simulator_decision');
	if (decision === 'cancel') {
		return back({
			error: 'user_cancelled_authorize',
			error_description: 'The user cancelled the authorization',
		});
	}
	if (settings.interactive && decision !== 'allow') return html(200, consentPage(query, scopes));
	return back({ code: codes.issue({ memberId: settings.signedInMember, redirectUri, scopes }) });
}

/** public: redirect URLs are absolute and carry no fragment. */
function isRegistered(registered: readonly string[] | 'any', redirectUri: string): boolean {
	if (!URL.canParse(redirectUri) || redirectUri.includes('#')) return false;
	return registered === 'any' || registered.includes(redirectUri);
}

function redirect(to: string, parameters: Readonly<Record<string, string>>): SimResponse {
	const url = new URL(to);
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	return empty(302, { location: url.href });
}
