import { CODE_EXPLANATIONS, NO_VERSION_ACCEPTED } from './errorCodes';
import type { Explanation } from './explainForbidden';

const RATE_LIMIT: Explanation = {
	what: 'LinkedIn’s rate limit was reached',
	advice:
		'Limits apply per app and per member, and reset at midnight UTC. Try again later, or run the workflow less often.',
};

const SERVER_FAILURE: Explanation = {
	what: 'LinkedIn returned a server error',
	advice: 'Try again later. If it keeps failing, contact LinkedIn support with the request ID.',
};

/** By status, if the code says nothing. */
const BY_STATUS: ReadonlyMap<number, Explanation> = new Map([
	[
		400,
		{
			what: 'LinkedIn rejected the request',
			advice: 'Check the fields of this node against LinkedIn’s message.',
		},
	],
	[
		404,
		{
			what: 'LinkedIn can’t find it',
			advice: 'Check the URN, and "API Base URL" in the credential.',
		},
	],
	[
		407,
		{
			what: 'the proxy between n8n and LinkedIn requires a login',
			advice: 'Check n8n’s proxy settings (HTTPS_PROXY), or ask your network administrator.',
		},
	],
	[
		409,
		{
			what: 'it conflicts with another change on LinkedIn',
			advice: 'Try again in a moment.',
		},
	],
	[413, { what: 'the upload is too large for LinkedIn', advice: 'Use a smaller file.' }],
	[
		422,
		{
			what: 'LinkedIn can’t process the request',
			advice: 'Check the fields of this node against LinkedIn’s message.',
		},
	],
	[429, RATE_LIMIT],
]);

/** What happened and what to do next, for any status that is not a success, except 401 and 403. */
export function explainStatus(status: number, code: string | undefined): Explanation {
	const byCode = code === undefined ? undefined : CODE_EXPLANATIONS.get(code);
	if (byCode) return byCode;
	if (status >= 300 && status < 400) {
		return {
			what: 'LinkedIn responded with a redirect, which is never followed',
			advice:
				'Your token or file must not be passed on. Check "API Base URL" in the credential, and any proxy in between.',
		};
	}
	if (status === 426) return NO_VERSION_ACCEPTED;
	if (status >= 500) return SERVER_FAILURE;
	return (
		BY_STATUS.get(status) ?? {
			what: `LinkedIn responded with status ${status}`,
			advice: 'Check the fields of this node against LinkedIn’s message.',
		}
	);
}
