import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { request } from 'undici';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import type { Simulator } from '../simulator';
import { defineNode, runNode, startEngine } from './harness';
import { CREDENTIAL_TYPE } from './lab';

/** A node that only shows the credential as n8n decrypts and resolves it for nodes. */
const showCredential = defineNode(
	{ name: 'show', credentials: [{ name: CREDENTIAL_TYPE, required: true }] },
	async (context) => [{ json: { ...(await context.getCredentials(CREDENTIAL_TYPE)) } }],
);

type Fields = Readonly<Record<string, unknown>>;

/** What n8n makes of a stored credential, and its button "Connect". */
export interface Connecting {
	/** The credential as n8n resolves it: expressions, and defaults of what was not stored. */
	readonly resolved: (fields: Fields) => Promise<Record<string, unknown>>;
	/**
	 * The way to LinkedIn's authorization page and back, with the member's consent.
	 *
	 * @returns LinkedIn's answer with the token, or its error
	 */
	readonly connect: (simulator: Simulator, fields: Fields) => Promise<Record<string, string>>;
	readonly close: () => Promise<void>;
}

const REDIRECT_URI = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/** @param overwrites what n8n's administrator has set for all credentials of the type */
export async function openConnecting(
	overwrites: ICredentialDataDecryptedObject = {},
): Promise<Connecting> {
	const shower = await startEngine({
		binaryMode: 'default',
		nodeTypes: { show: showCredential },
		credentialTypes: [new LinkedInMediaOAuth2Api()],
		credentialOverwrites: { [CREDENTIAL_TYPE]: overwrites },
	});
	const resolved: Connecting['resolved'] = async (fields) => {
		const result = await runNode(shower, {
			type: 'test.show',
			credentials: {
				[CREDENTIAL_TYPE]: JSON.parse(JSON.stringify(fields)) as Record<string, string>,
			},
		});
		return result.items[0]?.json ?? {};
	};
	return {
		resolved,
		connect: (simulator, fields) => connect(simulator, { ...fields }, resolved),
		close: () => shower.close(),
	};
}

async function connect(
	simulator: Simulator,
	fields: Fields,
	resolved: Connecting['resolved'],
): Promise<Record<string, string>> {
	const at = await resolved({
		...fields,
		useCustomBaseUrls: true,
		oauthBaseUrl: simulator.url,
	});
	const back = await authorize(simulator, at);
	expect(back.get('state')).toBe('st4te');
	const error = back.get('error');
	if (error !== null) return { error };
	const answer = await request(String(at.accessTokenUrl), {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code: back.get('code') ?? '',
			redirect_uri: REDIRECT_URI,
			client_id: simulator.app.clientId,
			client_secret: simulator.app.clientSecret,
		}).toString(),
	});
	expect(answer.statusCode).toBe(200);
	return (await answer.body.json()) as Record<string, string>;
}

/** The answer of the authorization page: a code, or LinkedIn's error. */
async function authorize(
	simulator: Simulator,
	{ authUrl, scope }: Readonly<Record<string, unknown>>,
): Promise<URLSearchParams> {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: simulator.app.clientId,
		redirect_uri: REDIRECT_URI,
		scope: String(scope),
		state: 'st4te',
	});
	const page = await request(`${String(authUrl)}?${query.toString()}`);
	await page.body.dump();
	return new URL(String(page.headers.location)).searchParams;
}
