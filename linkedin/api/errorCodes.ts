import type { Explanation } from './explainForbidden';

export const NO_VERSION_ACCEPTED: Explanation = {
	what: 'LinkedIn accepts none of the API versions tried',
	advice:
		'Set "API Version" in the credential to a version that LinkedIn supports now (YYYYMM), or update this package.',
};

/**
 * LinkedIn's error codes ("API Error Details" of the videos and images documents) in words for the
 * person who built the workflow.
 */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
	INVALID_VIDEO_ID: {
		what: 'LinkedIn does not know this video id',
		advice: 'Use the URN exactly as an upload returned it (urn:li:video:…).',
	},
	INVALID_IMAGE_ID: {
		what: 'LinkedIn does not know this image id',
		advice: 'Use the URN exactly as an upload returned it (urn:li:image:…).',
	},
	INVALID_CALL_TO_ACTION: {
		what: 'LinkedIn does not know this call to action',
		advice: 'Choose one of the calls to action that LinkedIn documents.',
	},
	INVALID_URL: {
		what: 'LinkedIn cannot use one of the URLs',
		advice: 'Check that every URL is complete, public and starts with https://.',
	},
	INVALID_URN_TYPE: {
		what: 'one of the URNs is of the wrong kind',
		advice:
			'Check the owner (urn:li:person:… or urn:li:organization:…) and the ad account (urn:li:sponsoredAccount:…).',
	},
	INVALID_URN_ID: {
		what: 'one of the URNs has an id that LinkedIn does not know',
		advice: 'Copy the owner’s and the ad account’s id again from LinkedIn.',
	},
	EXPIRED_UPLOAD_URL: {
		what: 'the upload URL has expired',
		advice: 'Start a new upload: LinkedIn’s upload URLs cannot be renewed.',
	},
	MEDIA_ASSET_PROCESSING_FAILED: {
		what: 'LinkedIn could not process the media',
		advice: 'Check the file (format, length, size) and upload it again.',
	},
	MEDIA_ASSET_WAITING_UPLOAD: {
		what: 'LinkedIn is still waiting for the media’s bytes, or for the upload to be finalized',
		advice: 'Finish the upload first, and set "Wait Until Available (Seconds)" there.',
	},
	UPDATING_ASSET_FAILED: {
		what: 'LinkedIn could not use the media for this purpose',
		advice: 'Upload the media again and use the new URN.',
	},
	NOT_FOUND: {
		what: 'LinkedIn does not find it',
		advice:
			'Check the URN. Media that was deleted, or that this connection may not see, is also "not found".',
	},
	DUPLICATE_POST: {
		what: 'LinkedIn says the author has published the same post before',
		advice: 'Change the text or the media, or wait for some minutes.',
	},
	INVALID_DOCUMENT_ID: {
		what: 'LinkedIn does not know this document id',
		advice: 'Use the URN exactly as an upload returned it (urn:li:document:…).',
	},
	INVALID_VALUE_BLANK_FIELD: {
		what: 'LinkedIn wants one of the empty texts filled in',
		advice: 'Fill in the text of the post, or the field that LinkedIn names.',
	},
	FIELD_LENGTH_TOO_LONG: {
		what: 'LinkedIn says one of the texts is too long',
		advice: 'Shorten the text, the title, the description or the alt text.',
	},
	MISSING_REQUIRED_FIELD_FOR_DSC: {
		what: 'LinkedIn misses the ad account of a sponsored post',
		advice: 'Set the ad account of the post, or let it appear in the feed.',
	},
	NONEXISTENT_VERSION: NO_VERSION_ACCEPTED,
	VERSION_MISSING: NO_VERSION_ACCEPTED,
};

/** A Map: a code of LinkedIn's may be a word that every object knows. */
export const CODE_EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map(
	Object.entries(EXPLANATIONS),
);
