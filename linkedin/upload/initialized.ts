import { UnexpectedAnswer, type JsonFields } from '../api/parse';
import type { MediaCollection } from '../media/collections';
import { MOST_PARTS, planParts, readInstruction, type PlannedPart } from './plan';
import { withUrnInErrors } from './urnInErrors';

/** The checked answer to `videos?action=initializeUpload`. */
export interface InitializedVideo {
	readonly urn: string;
	readonly uploadToken: string;
	readonly expiresAt?: number;
	readonly parts: readonly PlannedPart[];
	readonly captionsUploadUrl?: string;
	readonly thumbnailUploadUrl?: string;
}

/**
 * @param fileSize bytes; the plan must cover exactly these
 * @throws UnexpectedAnswer for a missing field or an invalid plan
 */
export function readInitializedVideo(answer: JsonFields, fileSize: number): InitializedVideo {
	const value = answer.object('value');
	const expiresAt = value.optionalInteger('uploadUrlsExpireAt');
	const captionsUploadUrl = value.optionalString('captionsUploadUrl');
	const thumbnailUploadUrl = value.optionalString('thumbnailUploadUrl');
	const urn = readUrn(value, 'video');
	return {
		urn,
		// Absent and empty are the same to LinkedIn; it is sent back unchanged.
		uploadToken: value.optionalString('uploadToken') ?? '',
		...(expiresAt === undefined ? {} : { expiresAt }),
		parts: withUrnInErrors(urn, () =>
			planParts(value.list('uploadInstructions', MOST_PARTS).map(readInstruction), fileSize),
		),
		...(captionsUploadUrl === undefined ? {} : { captionsUploadUrl }),
		...(thumbnailUploadUrl === undefined ? {} : { thumbnailUploadUrl }),
	};
}

/**
 * The checked answer to `images?action=initializeUpload`, or that of another collection without
 * parts.
 */
interface InitializedSingle {
	readonly urn: string;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
}

/** @param field the URN's field in the answer, which is also its type */
export function readInitializedSingle(
	answer: JsonFields,
	field: MediaCollection['urnType'],
): InitializedSingle {
	const value = answer.object('value');
	const expiresAt = value.optionalInteger('uploadUrlExpiresAt');
	const urn = readUrn(value, field);
	return {
		urn,
		uploadUrl: withUrnInErrors(urn, () => value.string('uploadUrl')),
		...(expiresAt === undefined ? {} : { expiresAt }),
	};
}

function readUrn(value: JsonFields, field: MediaCollection['urnType']): string {
	const urn = value.string(field);
	if (!new RegExp(`^urn:li:${field}:[A-Za-z0-9_-]{1,100}$`).test(urn)) {
		throw new UnexpectedAnswer(`value.${field} is not the URN of the ${field}`);
	}
	return urn;
}
