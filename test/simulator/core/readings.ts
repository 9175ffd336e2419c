import { defaultPostReadings, postReadingChoices } from '../posts/readings';
import { defaultStatisticsReadings, statisticsReadingChoices } from '../statistics/readings';

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
	/** Reading one's own video with `w_member_social` alone is only known from others' code. */
	memberReadsVideo: ['allowed', 'refused'],
	/** Whether `rw_ads` alone may upload for a page. */
	adsScopeForPages: ['refused', 'accepted'],
	/** The assets page: a video's upload "does not accept" a token. */
	tokenOnSignedUrls: ['refused', 'ignored'],
	restliMethod: ['required', 'optional'],
	/** Samples: plain URNs. Rest.li encodes keys that are records, and some gateways all keys. */
	batchKeys: ['plain', 'encoded'],
	/** Others' code: apps on the development tier get 403. */
	batchGet: ['allowed', 'refused'],
	/** Samples: an organization, and in the finder of images a company. */
	mediaOwner: ['organization', 'company'],
	/** The page of the access control names the admin scopes; others' code asks with social ones. */
	aclScopes: ['admin', 'social'],
	/** Rest.li gives links; the samples of these answers show none. */
	aclLinks: ['given', 'omitted'],
	/** Rest.li: `count` is the most that comes; a list may give fewer, and have more. */
	aclCount: ['asked', 'fewer'],
	/** "Many of the Organization APIs" are for administrators only. */
	organizationsFor: ['administrators', 'roleHolders'],
	/** The page of the lookup names the admin scopes; some clients say that it asks for none. */
	lookupScope: ['admin', 'none'],
	/** By cursor since 202401; some of LinkedIn's own samples still go by index. */
	adAccountsPaging: ['cursor', 'index'],
	/** Sample: the upload URL. Schema: "File identifier to retrieve the caption file." */
	captionsField: ['uploadUrl', 'unreadableUploadUrl', 'downloadUrl'],
	expiredDownload: ['403', '410'],
	/** Nobody says whether a part of a file can be asked for. */
	downloadRanges: ['served', 'ignored'],
	/** Each page has its own form of the filter; nobody says whether the other is understood. */
	libraryFilter: ['own', 'both', 'other'],
	/** Samples: the `next` link has no filter and names another account than the one asked for. */
	nextLink: ['asSample', 'sound'],
	/** Rest.li: a full page has a `next` link even where nothing follows. */
	lastFullPage: ['withoutNext', 'withNext'],
	/** The samples of these finders show none; other LinkedIn finders do. */
	pagingTotal: ['omitted', 'given'],
	/** Only a change of the library status is said to leave the last-modified time alone. */
	renaming: ['modifies', 'leaves'],
	supplementsAfterFinalize: ['refused', 'accepted'],
	/** "Each video can include only one caption file": the second takes its place, or has none. */
	secondCaptions: ['replaces', 'refused'],
	/** "For images with SponsoredContentAccount URN owners, all GET's and UPDATE's are permitted." */
	accountImages: ['withRole', 'everyone'],
	/** Schema: `altText` and two ratios. The samples of the answers show none. */
	imageFields: ['asSample', 'asSchema'],
	/** Sample of the videos: 404. Error table of the images: NOT_FOUND is a 400. */
	batchNotFound: ['404', '400'],
	/** `w_member_social` is "sufficient to make legacy GET calls"; which ones these are, no page says. */
	legacyImageGet: ['refused', 'served'],
	/** A permission of `rest/images`; for whose uploads, no page says. */
	powerCreators: ['read', 'upload'],
	...statisticsReadingChoices,
	...postReadingChoices,
	memberReadsDocument: ['refused', 'allowed'],
	/** Nobody says when LinkedIn finds out: as the bytes arrive, or as it processes them. */
	tooManyPages: ['refused', 'failed'],
	/** The page of the flow shows no `token_type`. */
	tokenType: ['omitted', 'given'],
	/** The page of refresh tokens: invalid_request. Seen by others: invalid_grant. */
	refusedRefresh: ['invalid_request', 'invalid_grant'],
	/** The assets page: the register answer names headers, the sample uploads send none of them. */
	assetHeaders: ['required', 'optional'],
	/** The assets page: two old headers "are only present now" for old clients; no sample has them. */
	assetEncryptionHeaders: ['omitted', 'given'],
	/** Sample of the assets page: a quoted hash. The videos page: a bare path, quoted or not. */
	assetEtag: ['quoted', 'path'],
	/** The completion's sample has no quotes, and no text forbids them. */
	assetEtagInComplete: ['bare', 'either'],
	/** Which megabyte the 200 MB of a single upload are. */
	assetMegabyte: ['decimal', 'binary'],
	/** Whether an ad account owns an asset by its newer URN too. */
	assetAccountOwner: ['either', 'sponsoredAdAccount'],
	/** `ads-video` is "Deprecated". */
	deprecatedRecipe: ['accepted', 'refused'],
	/** The assets page: "only jpeg and png formats are supported", and "JPG, GIF, and PNG formats". */
	assetGif: ['accepted', 'refused'],
	/** The assets page lists `w_compliance`, "to manage and delete data". */
	complianceScope: ['nothing', 'membersAssets'],
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
	batchKeys: 'plain',
	batchGet: 'allowed',
	mediaOwner: 'organization',
	aclScopes: 'admin',
	aclLinks: 'given',
	aclCount: 'asked',
	organizationsFor: 'administrators',
	lookupScope: 'admin',
	adAccountsPaging: 'cursor',
	captionsField: 'uploadUrl',
	expiredDownload: '403',
	downloadRanges: 'served',
	libraryFilter: 'own',
	nextLink: 'asSample',
	lastFullPage: 'withoutNext',
	pagingTotal: 'omitted',
	renaming: 'modifies',
	supplementsAfterFinalize: 'refused',
	secondCaptions: 'replaces',
	accountImages: 'withRole',
	imageFields: 'asSample',
	batchNotFound: '404',
	legacyImageGet: 'refused',
	powerCreators: 'read',
	...defaultStatisticsReadings,
	...defaultPostReadings,
	memberReadsDocument: 'refused',
	tooManyPages: 'refused',
	tokenType: 'omitted',
	refusedRefresh: 'invalid_request',
	assetHeaders: 'required',
	assetEncryptionHeaders: 'omitted',
	assetEtag: 'quoted',
	assetEtagInComplete: 'bare',
	assetMegabyte: 'decimal',
	assetAccountOwner: 'either',
	deprecatedRecipe: 'accepted',
	assetGif: 'accepted',
	complianceScope: 'nothing',
};
