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
	const { author, adAccount, visibility, feedDistribution } = draft;
	return {
		author,
		adAccount,
		status: PUBLISHED,
		body: {
			author,
			commentary: toCommentary(draft.commentary, draft.hashtags),
			visibility,
			distribution: { feedDistribution, targetEntities: [], thirdPartyDistributionChannels: [] },
			content: toContent(draft, media),
			lifecycleState: PUBLISHED,
			isReshareDisabledByAuthor: draft.isReshareDisabledByAuthor,
			// LinkedIn decides the kind of ad (dscAdType): a post that contains it is refused.
			...(adAccount === undefined
				? {}
				: { adContext: { dscAdAccount: adAccount, dscStatus: 'ACTIVE' } }),
		},
	};
}

function toContent(draft: PostDraft, media: readonly string[]): Record<string, unknown> {
	const { altTexts, title, article } = draft;
	const [first] = media;
	switch (draft.contentType) {
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
