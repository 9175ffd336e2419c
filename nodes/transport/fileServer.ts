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
const CALLED = 'File Server credential';

/**
 * The secrets that a node has for servers other than LinkedIn's. Asked for them, one that cannot be used
 * throws a Problem, and one that is gone n8n's own error: operations that need none are none the worse.
 */
export interface FileServer {
	/** What goes with the request for a file at this address. */
	readonly headersFor: (url: string) => Readonly<Record<string, string>>;
	/** Signs notifications; empty where there is none. */
	readonly webhookSecret: () => string;
}

/** Reads the credential, where the user has selected one. */
export async function readFileServer(
	execution: IExecuteFunctions,
): Promise<FileServer | undefined> {
	if (!isRecord(execution.getNode().credentials?.[FILE_SERVER])) return undefined;
	return execution.getCredentials(FILE_SERVER).then(fileServerOf).catch(unusable);
}

function unusable(error: unknown): FileServer {
	const fail = (): never => {
		throw error;
	};
	return { headersFor: fail, webhookSecret: fail };
}

/** @throws Problem */
function fileServerOf(credential: unknown): FileServer {
	const { headerName, headerSecret, allowedHosts, webhookSecret } = recordOf(credential);
	const [name, value] = [textOf(headerName).trim(), textOf(headerSecret).trim()];
	const isEmpty = name === '' && value === '';
	if (!isEmpty) assertFileHeader(name, value, CALLED);
	const headers = isEmpty ? {} : { [name]: value };
	const allowed = textOf(allowedHosts)
		.split(/[\s,]+/)
		.filter((entry) => entry !== '')
		.map((entry) => parseAllowedAddress(entry, `${CALLED}, Allowed Hosts`));
	const secret = textOf(webhookSecret);
	if (secret !== '') webhookKey(secret);
	return {
		headersFor: (url) => {
			if (allowed.length === 0) return headers;
			return URL.canParse(url) && isAllowed(new URL(url), allowed) ? headers : {};
		},
		webhookSecret: () => secret,
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
		const { message, description = '' } =
			error instanceof Problem
				? error
				: new Problem('The credential can’t be read', { description: 'Enter its fields again.' });
		return { status: 'Error', message: `${message}. ${description}`.trim() };
	}
	return await Promise.resolve({
		status: 'OK',
		message: 'The header and the secret can be sent. Import a file to check them with its server.',
	});
}
