import { adAccountsPaging } from './adAccountsPaging';
import { adsScopeForPages } from './adsScopeForPages';
import { advertisingScopes } from './advertisingScopes';
import { assetAccountOwner } from './assetAccountOwner';
import { assetEncryptionHeaders } from './assetEncryptionHeaders';
import { batchGet } from './batchGet';
import { batchKeys } from './batchKeys';
import { batchMaximum } from './batchMaximum';
import { batchNotFound } from './batchNotFound';
import { captionsField } from './captionsField';
import { captionsUrl } from './captionsUrl';
import { commentThread } from './commentThread';
import { commentUrn } from './commentUrn';
import { deprecatedRecipe } from './deprecatedRecipe';
import { downloadRanges } from './downloadRanges';
import { draftOnCreate } from './draftOnCreate';
import { duplicate } from './duplicate';
import { etag } from './etag';
import { hashtag } from './hashtag';
import { imageFields } from './imageFields';
import { imageLibraryFilter } from './imageLibraryFilter';
import { lastByte } from './lastByte';
import { legacyImageGet } from './legacyImageGet';
import { libraryMetadata } from './libraryMetadata';
import { me } from './me';
import { mediaOwner } from './mediaOwner';
import { movie } from './movie';
import { nextLink } from './nextLink';
import { notFound } from './notFound';
import { notUploaded } from './notUploaded';
import { ownerPassword } from './ownerPassword';
import { pagingTotal } from './pagingTotal';
import { postAuthor } from './postAuthor';
import { postBeforeReady } from './postBeforeReady';
import { postIdHeader } from './postIdHeader';
import { postsBatchVerb } from './postsBatchVerb';
import { protocolVersion } from './protocolVersion';
import { reshareDisabled } from './reshareDisabled';
import { restliMethod } from './restliMethod';
import { scopeRefusal } from './scopeRefusal';
import { secondCaptions } from './secondCaptions';
import { supplementsAfterFinalize } from './supplementsAfterFinalize';
import { textPostContent } from './textPostContent';
import { thumbnailUrl } from './thumbnailUrl';
import { tokenOnSignedUrls } from './tokenOnSignedUrls';
import { unknownToken } from './unknownToken';
import { uploadToken } from './uploadToken';
import { versionForm } from './versionForm';
import { videoLibraryFilter } from './videoLibraryFilter';
import { wrongSignature } from './wrongSignature';
import type { Question } from '../question';

/**
 * All questions, in the order in which they are asked: those of one scene together, what takes long
 * later, and what is public last, so that it is deleted soon. A new question is a file and two lines here.
 */
export const questions: readonly Question[] = [
	versionForm,
	unknownToken,
	me,
	advertisingScopes,
	adAccountsPaging,
	notFound,
	batchNotFound,
	adsScopeForPages,
	scopeRefusal,
	lastByte,
	uploadToken,
	captionsUrl,
	thumbnailUrl,
	mediaOwner,
	restliMethod,
	protocolVersion,
	batchGet,
	batchKeys,
	batchMaximum,
	tokenOnSignedUrls,
	etag,
	wrongSignature,
	secondCaptions,
	supplementsAfterFinalize,
	legacyImageGet,
	deprecatedRecipe,
	assetAccountOwner,
	assetEncryptionHeaders,
	videoLibraryFilter,
	imageLibraryFilter,
	nextLink,
	pagingTotal,
	libraryMetadata,
	imageFields,
	downloadRanges,
	captionsField,
	movie,
	ownerPassword,
	notUploaded,
	postBeforeReady,
	postIdHeader,
	commentUrn,
	commentThread,
	hashtag,
	textPostContent,
	postAuthor,
	postsBatchVerb,
	duplicate,
	reshareDisabled,
	draftOnCreate,
];
