import { refuse } from './refusal';

/** Nobody says which: each is a reading. */
const reshareDisabledCodes = {
	'400': 'INVALID_VALUE_FOR_FIELD',
	'403': 'ACCESS_DENIED',
	'422': 'UNPROCESSABLE_ENTITY',
} as const;

/** What the posts' resource says of one field of a body; its form was seen in public reports. */
function inputError(code: string, field: string, message: string) {
	const inputErrors = [{ description: message, input: { inputPath: { fieldPath: field } }, code }];
	return refuse({
		status: 400,
		errorDetailType: 'com.linkedin.common.error.BadRequest',
		code,
		message,
		errorDetails: { inputErrors },
	});
}

/** What the resources of posts and comments say of a body, and of what it names. Evidence of each: FIDELITY.md. */
export const bodyRefusals = {
	missingField: (field: string) =>
		inputError('MISSING_FIELD', field, `Field ${field} is required but missing`),
	invalidFieldValue: (field: string, value: string) =>
		inputError('INVALID_VALUE_FOR_FIELD', field, `Field ${field} can't be set to ${value}`),
	blankField: (field: string) =>
		inputError('INVALID_VALUE_BLANK_FIELD', field, `Field ${field} can't be blank`),
	fieldTooLong: (field: string, length: number, maximum: number) =>
		inputError(
			'FIELD_LENGTH_TOO_LONG',
			field,
			`Field ${field} length ${length} exceeds the maximum of ${maximum}`,
		),
	invalidUrl: (field: string) => inputError('INVALID_URL', field, `Field ${field} is not a URL`),
	invalidCallToAction: (field: string, label: string) =>
		inputError('INVALID_CALL_TO_ACTION', field, `${label} is an invalid Call To Action`),
	reshareDisabled: (status: keyof typeof reshareDisabledCodes, parent: string) =>
		refuse({
			status: Number(status),
			code: reshareDisabledCodes[status],
			message: `The author of ${parent} does not allow reshares of it`,
		}),
	missingForSponsored: (field: string) =>
		inputError(
			'MISSING_REQUIRED_FIELD_FOR_DSC',
			field,
			`Field ${field} is required when the post is a Direct Sponsored Content, but missing in the request`,
		),
	/** rest.li's validation filter, which stands before every create. */
	invalidEntity: (problems: readonly string[]) =>
		refuse({ status: 422, message: problems.map((problem) => `ERROR :: ${problem}\n`).join('') }),
	deniedField: (field: string) =>
		refuse({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields [${field}]`,
		}),
	duplicatePost: (urn: string) =>
		refuse({
			status: 422,
			errorDetailType: 'com.linkedin.common.error.BadRequest',
			message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${urn}`,
			errorDetails: {
				inputErrors: [
					{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' },
				],
			},
		}),
	duplicateByMessage: (urn: string) =>
		refuse({
			status: 422,
			code: 'UNPROCESSABLE_ENTITY',
			message: `Content is a duplicate of ${urn}`,
		}),
	foreignAsset: () =>
		refuse({
			status: 400,
			message:
				'One or more of the assets is not owned by the author. All assets must be owned by the author',
		}),
	assetWaiting: () =>
		refuse({
			status: 400,
			code: 'MEDIA_ASSET_WAITING_UPLOAD',
			message: 'Media asset is waiting upload',
		}),
	assetFailed: () =>
		refuse({
			status: 400,
			code: 'MEDIA_ASSET_PROCESSING_FAILED',
			message: 'Media asset failed processing',
		}),
	/** Seen of comments and reactions: the URN of another family, and the one that LinkedIn wants. */
	otherThread: (given: string, actual: string) =>
		refuse({
			status: 400,
			message: `Provided threadUrn: ${given} is not the same as the actual threadUrn: ${actual}`,
		}),
	unauthorizedOn: (urn: string) =>
		refuse({ status: 403, code: 'ACCESS_DENIED', message: `member is unauthorized on ${urn}` }),
	commentThrottled: () =>
		refuse({
			status: 429,
			message: 'Comment create throttled: creation rate limit exceeded for member',
		}),
};
