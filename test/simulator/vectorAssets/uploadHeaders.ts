import type { SimRequest } from '../core/http';
import type { Readings } from '../core/readings';
import { refuseBytes } from '../core/refusal';
import type { MediaType } from './recipes';

export type UploadHeaders = Readonly<Record<string, string>>;

/** linkedin-vector-assets-api, samples: `mediaTypeFamily`, and the header of the same name. */
export const mediaTypeFamilies: Readonly<Record<MediaType, string>> = {
	image: 'STILLIMAGE',
	video: 'VIDEO',
};

/** What a PUT of the whole file has to carry. */
export function wholeHeaders(mediaType: MediaType): UploadHeaders {
	return { 'media-type-family': mediaTypeFamilies[mediaType] };
}

/**
 * linkedin-vector-assets-api: two headers of a video's answer "can be ignored" and "are only present
 * now for backwards compatibility"; the samples do not show them.
 */
export function shownHeaders(mediaType: MediaType, readings: Readings): UploadHeaders {
	if (mediaType === 'image' || readings.assetEncryptionHeaders === 'omitted') {
		return wholeHeaders(mediaType);
	}
	return {
		...wholeHeaders(mediaType),
		'x-amz-server-side-encryption': 'aws:kms',
		'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:123456789:key/example',
	};
}

/**
 * linkedin-vector-assets-api: the register answer names headers. Its sample uploads do not send
 * `media-type-family`, so whether it is needed is a reading.
 */
export function requireWholeHeaders(
	request: SimRequest,
	mediaType: MediaType,
	readings: Readings,
): void {
	for (const [name, value] of Object.entries(wholeHeaders(mediaType))) {
		const given = request.headers[name];
		// Another value is wrong in each reading.
		if (given === value || (given === undefined && readings.assetHeaders === 'optional')) continue;
		throw refuseBytes(400, `${name} must be ${value}`);
	}
}
