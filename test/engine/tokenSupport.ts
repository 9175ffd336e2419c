import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';

/** A token as the stored credential has it. */
export function tokenOf(
	{ oauthTokenData }: ICredentialDataDecryptedObject = {},
	name: 'access_token' | 'refresh_token' = 'access_token',
): string {
	const token = isRecord(oauthTokenData) ? oauthTokenData[name] : undefined;
	if (typeof token !== 'string') throw new Error(`the credential has no ${name}`);
	return token;
}
