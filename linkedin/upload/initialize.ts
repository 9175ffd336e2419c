import type { JsonFields } from '../api/parse';
import { UnexpectedAnswer } from '../api/parse';
import { assertAllowedUrl } from '../api/hosts';
import type { MediaCollection } from '../media/collections';
import { Problem } from '../problem';
import { planParts, type PlannedPart } from './plan';

/** The media library entry that an upload makes (linkedin-videos-api, MediaLibraryMetadata). */
export interface LibraryEntry {
	/** `urn:li:sponsoredAccount:…` */
	readonly associatedAccount: string;
	readonly assetName: string;
}

/** What `videos?action=initializeUpload` answered, checked. */
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
 * @throws UnexpectedAnswer for a missing field or a bad plan
 */
export function readInitializedVideo(answer: JsonFields, fileSize: number): InitializedVideo {
	const value = answer.object('value');
	const expiresAt = value.optionalInteger('uploadUrlsExpireAt');
	const captionsUploadUrl = value.optionalString('captionsUploadUrl');
	const thumbnailUploadUrl = value.optionalString('thumbnailUploadUrl');
	const urn = readUrn(value, 'video');
	return {
		urn,
		// Absent and empty are the same to LinkedIn, and it is sent back as it came.
		uploadToken: value.optionalString('uploadToken') ?? '',
		...(expiresAt === undefined ? {} : { expiresAt }),
		parts: readParts(value, fileSize, urn),
		...(captionsUploadUrl === undefined ? {} : { captionsUploadUrl }),
		...(thumbnailUploadUrl === undefined ? {} : { thumbnailUploadUrl }),
	};
}

function readParts(value: JsonFields, fileSize: number, urn: string): PlannedPart[] {
	return namingUrn(urn, () => {
		const instructions = value.list('uploadInstructions').map((instruction) => ({
			uploadUrl: instruction.string('uploadUrl'),
			firstByte: instruction.integer('firstByte'),
			lastByte: instruction.integer('lastByte'),
		}));
		return planParts(instructions, fileSize);
	});
}

/** Errors name the URN, because by now it exists on LinkedIn. */
function namingUrn<Result>(urn: string, read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof UnexpectedAnswer)) throw error;
		throw new UnexpectedAnswer(`${error.message} (no byte was sent; the empty upload is ${urn})`);
	}
}

/** What `images?action=initializeUpload` answered, or the one of another collection without parts. */
export interface InitializedSingle {
	readonly urn: string;
	readonly uploadUrl: string;
	readonly expiresAt?: number;
}

/** @param field the URN's name in the answer, which is also its kind */
export function readInitializedSingle(
	answer: JsonFields,
	field: MediaCollection['urnType'],
): InitializedSingle {
	const value = answer.object('value');
	const expiresAt = value.optionalInteger('uploadUrlExpiresAt');
	const urn = readUrn(value, field);
	return {
		urn,
		uploadUrl: namingUrn(urn, () => value.string('uploadUrl')),
		...(expiresAt === undefined ? {} : { expiresAt }),
	};
}

function readUrn(value: JsonFields, field: MediaCollection['urnType']): string {
	const urn = value.string(field);
	if (!new RegExp(`^urn:li:${field}:[A-Za-z0-9_-]+$`).test(urn)) {
		throw new UnexpectedAnswer(`value.${field} is not the URN of the ${field}`);
	}
	return urn;
}

/** Every URL of a plan, before the first byte goes to any of them. @throws Problem */
export function assertUploadUrls(urls: readonly string[], baseUrl: string): void {
	for (const url of urls) assertAllowedUrl(url, baseUrl, 'The upload URL from LinkedIn’s answer');
}

/** LinkedIn was asked for a captions or thumbnail URL and gave none. */
export function missingAddressProblem(what: 'captions' | 'thumbnail', fileName: string): Problem {
	return new Problem(`LinkedIn gave no address for the ${what} of "${fileName}"`, {
		description: `It was asked for one (${what === 'captions' ? 'uploadCaptions' : 'uploadThumbnail'}: true). No byte was sent. Run the workflow again, upload without ${what}, or set "If Captions or Thumbnail Fail" to continue.`,
	});
}
