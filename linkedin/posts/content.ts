import { toCommentary } from './commentary';
import type { PostDraft } from './draft';

/** The only state that a create may request (Posts API page, schema). */
const PUBLISHED = 'PUBLISHED';

/** A post as LinkedIn accepts it. */
export interface PostRequest {
	readonly author: string;
	/** The ad account of a sponsored post. */
	readonly adAccount?: string;
	/** Its `lifecycleState`. */
	readonly status: string;
	/** The body of `POST /rest/posts`. */
	readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Combines a draft and its media (LinkedIn's Posts API page).
 *
 * @param draft checked by `checkDraft`
 * @param media their URNs, in the order in which they are shown
 */
export function toPostRequest(draft: PostDraft, media: readonly string[]): PostRequest {
	const { author, adAccount, visibility, feedDistribution, parent, targetEntities } = draft;
	return {
		author,
		adAccount,
		status: PUBLISHED,
		body: {
			author,
			commentary: toCommentary(draft.commentary, draft.hashtags),
			visibility,
			distribution: { feedDistribution, targetEntities, thirdPartyDistributionChannels: [] },
			// A field that is undefined is none in JSON: LinkedIn refuses an empty one.
			content: toContent(draft, media),
			reshareContext: parent === undefined ? undefined : { parent },
			contentCallToActionLabel: draft.callToAction,
			contentLandingPage: draft.landingPage,
			lifecycleState: PUBLISHED,
			isReshareDisabledByAuthor: draft.isReshareDisabledByAuthor,
			// LinkedIn decides the kind of ad (dscAdType): a post that contains it is refused.
			...(adAccount === undefined
				? {}
				: { adContext: { dscAdAccount: adAccount, dscStatus: 'ACTIVE' } }),
		},
	};
}

function toContent(
	draft: PostDraft,
	media: readonly string[],
): Record<string, unknown> | undefined {
	const { altTexts, title, article, cards } = draft;
	const [first] = media;
	switch (draft.contentType) {
		case 'text':
		case 'reshare':
			return undefined;
		case 'cards':
			return {
				carousel: {
					cards: media.map((id, index) => ({
						media: { id, title: cards?.[index]?.title },
						landingPage: cards?.[index]?.landingPage,
					})),
				},
			};
		case 'multiImage':
			return {
				multiImage: {
					images: media.map((id, index) => ({ id, altText: orNone(altTexts[index]) })),
				},
			};
		case 'article':
			return {
				article: {
					source: article?.source,
					title: title.trim(),
					description: orNone(article?.description),
					thumbnail: first,
					thumbnailAltText: first === undefined ? undefined : orNone(article?.thumbnailAltText),
				},
			};
		default:
			return { media: { id: first, title: orNone(title), altText: orNone(altTexts[0]) } };
	}
}

/** Empty values become undefined, which JSON leaves out. */
function orNone(text: string | undefined): string | undefined {
	return text === undefined || text.trim() === '' ? undefined : text.trim();
}
