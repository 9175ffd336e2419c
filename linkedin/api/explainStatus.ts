import { CODE_EXPLANATIONS, NO_VERSION_ACCEPTED } from './errorCodes';
import type { Explanation } from './explainForbidden';

const RATE_LIMIT: Explanation = {
	what: 'LinkedIn’s rate limit is reached',
	advice:
		'Limits count per app and per member, and start again at midnight UTC. Run the workflow later, or less often.',
};

const SERVER_FAILURE: Explanation = {
	what: 'LinkedIn had a failure of its own',
	advice: 'Run the workflow again later. If it stays, give the request id to LinkedIn’s support.',
};

/** By status, where the code says nothing. */
const BY_STATUS: ReadonlyMap<number, Explanation> = new Map([
	[
		400,
		{
			what: 'LinkedIn says the request is wrong',
			advice: 'Check the fields of the node.',
		},
	],
	[
		404,
		{
			what: 'LinkedIn does not find it',
			advice: 'Check the URN, and the API Base URL of the credential.',
		},
	],
	[
		407,
		{
			what: 'the proxy between n8n and LinkedIn wants a login',
			advice: 'Check n8n’s proxy settings (HTTPS_PROXY), or ask who runs the network.',
		},
	],
	[
		409,
		{
			what: 'LinkedIn reports a conflict with another change',
			advice: 'Run it again in a moment.',
		},
	],
	[413, { what: 'LinkedIn says the upload is too large', advice: 'Use a smaller file.' }],
	[
		422,
		{
			what: 'LinkedIn cannot carry it out as it stands',
			advice: 'Check the fields of the node.',
		},
	],
	[429, RATE_LIMIT],
]);

/** What happened and how to go on, for any status that is not a success, 401 and 403 aside. */
export function explainStatus(status: number, code: string | undefined): Explanation {
	const byCode = code === undefined ? undefined : CODE_EXPLANATIONS.get(code);
	if (byCode) return byCode;
	if (status >= 300 && status < 400) {
		return {
			what: 'the answer was a redirect, which is never followed',
			advice:
				'A token or a file must not be handed on. Check the API Base URL of the credential, and proxies in between.',
		};
	}
	if (status === 426) return NO_VERSION_ACCEPTED;
	if (status >= 500) return SERVER_FAILURE;
	return (
		BY_STATUS.get(status) ?? {
			what: `LinkedIn answered with status ${status}`,
			advice: 'Check the fields of the node.',
		}
	);
}
