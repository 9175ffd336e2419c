import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { isRecord, recordOf } from '../../linkedin/api/parse';
import { assertFileHeader } from '../../linkedin/files/url/fileHeader';
import { isAllowed, parseAllowedAddress } from '../../linkedin/imports/allowedAddresses';
import { webhookKey } from '../../linkedin/imports/webhookSignature';
import { Problem } from '../../linkedin/problem';
import { textOf } from './connection';

const FILE_SERVER = 'linkedInMediaFileServerApi';
const CREDENTIAL = 'File Server credential';

/** The secrets that a node has for servers other than LinkedIn's. */
export interface FileServer {
	/** What goes with the request for a file at this address. */
	readonly headersFor: (url: string) => Readonly<Record<string, string>>;
	/** Signs notifications; empty where there is none. */
	readonly webhookSecret: string;
}

/**
 * Reads the credential, where the user has selected one.
 *
 * @throws Problem for one that cannot be used; n8n's own error where it is gone
 */
export async function readFileServer(
	execution: IExecuteFunctions,
): Promise<FileServer | undefined> {
	if (!isRecord(execution.getNode().credentials?.[FILE_SERVER])) return undefined;
	return fileServerOf(await execution.getCredentials(FILE_SERVER));
}

/** @throws Problem */
function fileServerOf(credential: unknown): FileServer {
	const { headerName, headerValue, allowedHosts, webhookSecret } = recordOf(credential);
	const [name, value] = [textOf(headerName).trim(), textOf(headerValue).trim()];
	const isEmpty = name === '' && value === '';
	if (!isEmpty) assertFileHeader(name, value, CREDENTIAL);
	const headers = isEmpty ? {} : { [name]: value };
	const allowed = textOf(allowedHosts)
		.split(/[\s,]+/)
		.filter((entry) => entry !== '')
		.map((entry) => parseAllowedAddress(entry, `${CREDENTIAL}, Allowed Hosts`));
	const secret = textOf(webhookSecret);
	if (secret !== '') webhookKey(secret);
	return {
		headersFor: (url) => {
			if (allowed.length === 0) return headers;
			return URL.canParse(url) && isAllowed(new URL(url), allowed) ? headers : {};
		},
		webhookSecret: secret,
	};
}

/**
 * n8n's test of the credential. Which files its server protects is not known here: whether it takes the
 * header shows when a file is read.
 */
export async function testFileServer(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		fileServerOf(credential.data);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return { status: 'Error', message: `${error.message}. ${error.description ?? ''}` };
	}
	return await Promise.resolve({
		status: 'OK',
		message: 'The header and the secret can be sent. Import a file to check them with its server.',
	});
}
