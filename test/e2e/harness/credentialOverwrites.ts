import { CREDENTIAL_TYPE } from './lab';
import type { Simulator } from './simulator';

/**
 * The environment of an n8n whose administrator has set one LinkedIn app for everybody, so that users
 * only connect: what docs/credential.md tells administrators, for the simulator in LinkedIn's place.
 */
export function appForEverybody(simulator: Simulator): Readonly<Record<string, string>> {
	const { clientId, clientSecret, url } = simulator;
	const overwrites = {
		clientId,
		clientSecret,
		app: 'share',
		useCustomBaseUrls: true,
		apiBaseUrl: url,
		authUrl: `${url}/oauth/v2/authorization`,
		accessTokenUrl: `${url}/oauth/v2/accessToken`,
	};
	return { CREDENTIALS_OVERWRITE_DATA: JSON.stringify({ [CREDENTIAL_TYPE]: overwrites }) };
}
