import { bodyRefusals } from './bodyRefusals';
import { refuse } from './refusal';

export type AssetKind = 'video' | 'image' | 'document';

const invalidIds = {
	video: { code: 'INVALID_VIDEO_ID', message: 'This Video ID is invalid' },
	image: { code: 'INVALID_IMAGE_ID', message: 'This Image ID is invalid' },
	document: { code: 'INVALID_DOCUMENT_ID', message: 'This Document ID is invalid' },
} as const;

/** Every refusal of the control plane, in one place. Evidence of each: FIDELITY.md. */
export const refusals = {
	emptyToken: () =>
		refuse({ status: 401, serviceErrorCode: 401, message: 'Empty oauth2_access_token' }),
	unknownScheme: () =>
		refuse({ status: 401, serviceErrorCode: 401, message: 'Unknown authentication schema' }),
	invalidToken: () =>
		refuse({
			status: 401,
			serviceErrorCode: 65600,
			code: 'INVALID_ACCESS_TOKEN',
			message: 'Invalid access token',
		}),
	revokedToken: () =>
		refuse({
			status: 401,
			serviceErrorCode: 65601,
			code: 'REVOKED_ACCESS_TOKEN',
			message: 'The token used in the request has been revoked by the user',
		}),
	expiredToken: () =>
		refuse({
			status: 401,
			serviceErrorCode: 65602,
			code: 'EXPIRED_ACCESS_TOKEN',
			message: 'The token used in the request has expired',
		}),
	versionMissing: () =>
		refuse({
			status: 400,
			code: 'VERSION_MISSING',
			message:
				'A version must be present. Please specify a version by adding the LinkedIn-Version header.',
		}),
	versionMalformed: (version: string) =>
		refuse({
			status: 400,
			code: 'ILLEGAL_ARGUMENT',
			message: `Version ${version} is not of the form YYYYMM`,
		}),
	versionInactive: (version: string) =>
		refuse({
			status: 426,
			code: 'NONEXISTENT_VERSION',
			message: `Requested version ${version} is not active`,
		}),
	protocolMissing: () =>
		refuse({ status: 400, message: 'X-Restli-Protocol-Version header is required' }),
	protocolUnsupported: (version: string) =>
		refuse({
			status: 400,
			message: `Rest.li protocol version ${version} used by the client is not supported!`,
		}),
	restliMethodMissing: (expected: string) =>
		refuse({ status: 400, message: `X-RestLi-Method header is required, expected ${expected}` }),
	restliMethodWrong: (expected: string, given: string) =>
		refuse({
			status: 400,
			message: `X-RestLi-Method ${given} does not match the call, expected ${expected}`,
		}),
	wrongVerb: (verb: string, allowed: string) =>
		refuse({ status: 405, message: `${verb} is not supported here` }, { allow: allowed }),
	unsupportedMedia: (given: string, expected: string) =>
		refuse({ status: 415, message: `Content-Type ${given} is not ${expected}` }),
	malformedBody: () =>
		refuse({ status: 400, message: 'Cannot parse request entity: it is not valid JSON' }),
	invalidParameters: (method: string, errors: readonly string[]) =>
		refuse({
			status: 400,
			message: `Parameters of method '${method}' failed validation with error '${errors
				.map((error) => `ERROR :: ${error}\n`)
				.join('')}'`,
		}),
	unpermittedParameter: (name: string) =>
		refuse({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/${name}]`,
		}),
	unpermittedFields: (paths: readonly string[]) =>
		refuse({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [${paths.join(', ')}]`,
		}),
	forbidden: (kind: AssetKind) =>
		refuse({
			status: 403,
			message: `Accessing this ${kind} resource is forbidden. Please check your permissions for this resource`,
		}),
	notEnoughPermissions: (permission: string) =>
		refuse({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Not enough permissions to access: ${permission}`,
		}),
	invalidUrnType: (field: string, value: string, expected: string) =>
		refuse({
			status: 400,
			code: 'INVALID_URN_TYPE',
			message: `${field} value ${value} must be a ${expected} URN`,
		}),
	invalidUrnId: (kind: AssetKind) =>
		refuse({
			status: 400,
			code: 'INVALID_URN_ID',
			message: kind === 'video' ? 'This URN Id is invalid' : 'This Urn ID is invalid',
		}),
	invalidAssetId: (kind: AssetKind) => refuse({ status: 400, ...invalidIds[kind] }),
	notFound: (status: 400 | 404) =>
		refuse({ status, code: 'NOT_FOUND', message: 'Could not find entity' }),
	noResource: (path: string) =>
		refuse({
			status: 404,
			code: 'RESOURCE_NOT_FOUND',
			message: `No virtual resource found for ${path}`,
		}),
	expiredUploadUrl: () =>
		refuse({
			status: 400,
			code: 'EXPIRED_UPLOAD_URL',
			message: 'The Video upload URL is expired',
		}),
	updatingFailed: (urn: string) =>
		refuse({
			status: 400,
			code: 'UPDATING_ASSET_FAILED',
			message: `Failed to update asset ${urn} for the intended usecase. Please recreate the asset and try again.`,
		}),
	tooLong: (what: string) => refuse({ status: 414, message: `URI Too Long: ${what}` }),
	invalidQuery: (parameter: string, problem: string) =>
		refuse({ status: 400, message: `Invalid query parameter ${parameter}: ${problem}` }),
	missingParameter: (parameter: string) =>
		refuse({ status: 400, message: `Query parameter ${parameter} is required` }),
	...bodyRefusals,
	badRequest: (message: string) => refuse({ status: 400, message }),
} as const;
