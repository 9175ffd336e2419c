import type { Explanation } from './explainForbidden';

export const NO_VERSION_ACCEPTED: Explanation = {
	what: 'LinkedIn accepts none of the API versions that were tried',
	advice:
		'Update this package, or set "API Version" in the credential to a version that LinkedIn supports now (YYYYMM).',
};

/**
 * LinkedIn's error codes ("API Error Details" of the videos and images documents) in words for the
 * person who built the workflow.
 */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
	INVALID_VIDEO_ID: {
		what: 'LinkedIn doesn’t know this video ID',
		advice: 'Use the URN exactly as an upload returned it (urn:li:video:…).',
	},
	INVALID_IMAGE_ID: {
		what: 'LinkedIn doesn’t know this image ID',
		advice: 'Use the URN exactly as an upload returned it (urn:li:image:…).',
	},
	INVALID_CALL_TO_ACTION: {
		what: 'LinkedIn doesn’t know this call to action',
		advice: 'Use one of the calls to action in LinkedIn’s documentation.',
	},
	INVALID_URL: {
		what: 'LinkedIn can’t use one of the URLs',
		advice: 'Check that every URL is complete, public and starts with https://.',
	},
	INVALID_URN_TYPE: {
		what: 'one of the URNs has the wrong type',
		advice:
			'Check the owner (urn:li:person:… or urn:li:organization:…) and the ad account (urn:li:sponsoredAccount:…).',
	},
	INVALID_URN_ID: {
		what: 'one of the URNs has an ID that LinkedIn doesn’t know',
		advice: 'Copy the IDs of the owner and the ad account from LinkedIn again.',
	},
	EXPIRED_UPLOAD_URL: {
		what: 'the upload URL has expired',
		advice: 'Start a new upload: upload URLs can’t be renewed.',
	},
	MEDIA_ASSET_PROCESSING_FAILED: {
		what: 'LinkedIn could not process the media',
		advice: 'Fix the file (format, length or size), then upload the corrected file.',
	},
	MEDIA_ASSET_WAITING_UPLOAD: {
		what: 'the upload of the media is not complete',
		advice: 'Complete the upload first, with "Wait Until Available (Seconds)".',
	},
	UPDATING_ASSET_FAILED: {
		what: 'LinkedIn can’t use this media here',
		advice: 'Upload the media again and use the new URN.',
	},
	NOT_FOUND: {
		what: 'LinkedIn can’t find it',
		advice:
			'Check the URN. Media that was deleted, or that this connection can’t see, also counts as "not found".',
	},
	DUPLICATE_POST: {
		what: 'the author has published the same post before',
		advice: 'Change the text or the media, or wait about 10 minutes.',
	},
	INVALID_DOCUMENT_ID: {
		what: 'LinkedIn doesn’t know this document ID',
		advice: 'Use the URN exactly as an upload returned it (urn:li:document:…).',
	},
	INVALID_VALUE_BLANK_FIELD: {
		what: 'a text that LinkedIn requires is empty',
		advice: 'Fill in "Text", or the field named in LinkedIn’s message.',
	},
	FIELD_LENGTH_TOO_LONG: {
		what: 'one of the texts is too long for LinkedIn',
		advice: 'Shorten "Text", "Title", "Article Description" or "Alt Text".',
	},
	MISSING_REQUIRED_FIELD_FOR_DSC: {
		what: 'the sponsored post has no ad account',
		advice: 'Add the option "Ad Account", or set "Feed Distribution" to "Main Feed".',
	},
	NONEXISTENT_VERSION: NO_VERSION_ACCEPTED,
	VERSION_MISSING: NO_VERSION_ACCEPTED,
};

/** A Map, because a code could be the name of a property that every object has. */
export const CODE_EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map(
	Object.entries(EXPLANATIONS),
);
