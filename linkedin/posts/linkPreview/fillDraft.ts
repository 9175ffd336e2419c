import type { PostDraft } from '../draft';
import { cutAtWord } from './cutAtWord';
import type { LinkPreview } from './preview';

/** LinkedIn's schema of an article: fewer than 400, and fewer than 4,086 characters. */
const MOST_TITLE = 399;
const MOST_TEXT = 4085;

/** A draft that knows what its page says, and what has been shortened of that. */
interface FilledDraft {
	readonly draft: PostDraft;
	readonly warnings: readonly string[];
}

/** Fills what an article's author has left empty. What is too long for LinkedIn is cut at a word. */
export function fillDraft(draft: PostDraft, page: LinkPreview): FilledDraft {
	const { article, title } = draft;
	if (!article) return { draft, warnings: [] };
	const warnings: string[] = [];
	const filled = (given: string, what: string, ofPage: string, most: number): string => {
		if (given.trim() !== '') return given;
		const cut = cutAtWord(ofPage, most);
		if (cut !== ofPage) {
			warnings.push(
				`The ${what} of the page has ${ofPage.length} characters, and LinkedIn allows ${most}. It was shortened.`,
			);
		}
		return cut;
	};
	return {
		draft: {
			...draft,
			title: filled(title, 'title', page.title, MOST_TITLE),
			article: {
				...article,
				description: filled(article.description, 'description', page.description, MOST_TEXT),
			},
		},
		warnings,
	};
}

/** The same article, with the page's picture as its thumbnail: what is in it, for those who do not see it. */
export function withThumbnailText(draft: PostDraft, { picture }: LinkPreview): PostDraft {
	const { article } = draft;
	if (!article || !picture) return draft;
	return {
		...draft,
		article: { ...article, thumbnailAltText: cutAtWord(picture.altText, MOST_TEXT) },
	};
}
