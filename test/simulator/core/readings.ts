/**
 * Where LinkedIn's documents contradict themselves, or say nothing, each name is a question and
 * each value one answer that a client may meet. The first value is the default.
 */
export const readingChoices = {
	/** Text: ranges follow the file. Sample: 1,055,736 bytes and `lastByte` 4194303. */
	lastByte: ['clipped', 'beyondEnd'],
	/** Samples: `""`. Schema: an identifier that nobody should interpret. */
	uploadToken: ['empty', 'opaque'],
	/** Sample of the upload: a bare path. Description of `uploadedPartIds`: a quoted hash. */
	etag: ['path', 'quoted'],
	/** Schema: "a 401 error". Error table: 400 EXPIRED_UPLOAD_URL. */
	expiredUrl: ['401', '400'],
	wrongSignature: ['403', '401'],
	/** The samples ask for captions or a thumbnail and show no URL. */
	captionsUrl: ['given', 'omitted'],
	thumbnailUrl: ['given', 'omitted'],
	/** Metadata "is tied to an account which must be specified"; the samples of get name none. */
	libraryMetadataOnGet: ['whenAsked', 'always'],
	/** Videos: 404 in the batch sample. Images: 400 in the error table. */
	notFound: ['404', '400'],
	/** The documents show the resource's own refusal; the gateway in front has another. */
	scopeRefusal: ['resource', 'gateway'],
	/** Reading a video with `w_member_social` alone is only known from others' code. */
	memberReadsVideo: ['allowed', 'refused'],
	/** Whether `rw_ads` alone may upload for a page. */
	adsScopeForPages: ['refused', 'accepted'],
	/** The assets page: a video's upload "does not accept" a token. */
	tokenOnSignedUrls: ['refused', 'ignored'],
	restliMethod: ['required', 'optional'],
	supplementsAfterFinalize: ['refused', 'accepted'],
	/** The page of the flow shows no `token_type`. */
	tokenType: ['omitted', 'given'],
	/** The page of refresh tokens: invalid_request. Seen by others: invalid_grant. */
	refusedRefresh: ['invalid_request', 'invalid_grant'],
} as const;

type Choices = typeof readingChoices;

export type ReadingName = keyof Choices;

export type Readings = { readonly [Name in ReadingName]: Choices[Name][number] };

export const defaultReadings: Readings = {
	lastByte: 'clipped',
	uploadToken: 'empty',
	etag: 'path',
	expiredUrl: '401',
	wrongSignature: '403',
	captionsUrl: 'given',
	thumbnailUrl: 'given',
	libraryMetadataOnGet: 'whenAsked',
	notFound: '404',
	scopeRefusal: 'resource',
	memberReadsVideo: 'allowed',
	adsScopeForPages: 'refused',
	tokenOnSignedUrls: 'refused',
	restliMethod: 'required',
	supplementsAfterFinalize: 'refused',
	tokenType: 'omitted',
	refusedRefresh: 'invalid_request',
};
