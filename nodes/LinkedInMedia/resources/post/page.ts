import { isExplained } from '../../../../linkedin/api/error';
import { TURNS } from '../../../../linkedin/api/turns';
import { draftChecks } from '../../../../linkedin/posts/checkDraft';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { fillDraft, withThumbnailText } from '../../../../linkedin/posts/linkPreview/fillDraft';
import type { LinkPreview } from '../../../../linkedin/posts/linkPreview/preview';
import { awaitMedia } from '../../../../linkedin/posts/ready';
import { Problem } from '../../../../linkedin/problem';
import { UploadFailure } from '../../../../linkedin/upload/uploadFailure';
import { openPicture, readPage } from '../../../files/page';
import type { Item } from '../../../run/item';
import { fillFromPage } from './fillFromPage';
import type { MediaChoice } from './mediaChoice';
import { readMediaSource } from './mediaSource';
import { progressOf } from './progress';
import { withMedia, type PostWork, type ReadyPost } from './readyPost';

/**
 * {@link withMedia}; an article's title, description and thumbnail come from its page where the form does
 * not say them. What fails in that is told, and the article goes without it.
 *
 * @throws what `withMedia` throws
 */
export async function withPage(
	work: PostWork,
	given: PostDraft,
	choice: MediaChoice,
): Promise<ReadyPost> {
	const { item } = work;
	const source = given.article?.source;
	if (source === undefined || !item.read(fillFromPage)) return withMedia(work, given, choice);
	const isWithoutThumbnail = item.read({ read: readMediaSource }) === 'none';
	if (!isWithoutThumbnail && isFull(given)) return withMedia(work, given, choice);
	// What is wrong beside the page is found before anybody is asked for it.
	const title = given.title.trim() === '' ? source : given.title;
	const { check } = item;
	const early = draftChecks({ ...given, title }, { count: 0, what: choice.what, items: 1 });
	await check.attempt(() => check.gather(...early));
	const page = await previewFor(item, source);
	if (!page) return withMedia(work, given, choice);
	const { draft, warnings } = fillDraft(given, page);
	item.warn(...warnings);
	if (!isWithoutThumbnail) return withMedia(work, draft, choice);
	return withPicture(work, draft, page, choice);
}

function isFull({ title, article }: PostDraft): boolean {
	return title.trim() !== '' && article?.description.trim() !== '';
}

/** What the page says, read once for all tries of the node; undefined where it cannot be read. */
async function previewFor(item: Item, source: string): Promise<LinkPreview | undefined> {
	const progress = progressOf(item);
	const read = async (): Promise<LinkPreview> => {
		const page = await readPage(item, source, 'Article URL');
		// Loaded here: most runs need no parser.
		const { previewOf } = await import('../../../../linkedin/posts/linkPreview/preview');
		return previewOf(page, () => TURNS.breathe());
	};
	progress.page ??= await read().catch((error: unknown) => {
		if (!(error instanceof Problem)) throw error;
		item.warn(`${error.message}. The article shows only what you filled in.`);
		return undefined;
	});
	return progress.page;
}

/** An article with the page's picture, uploaded and processed, or without any. */
async function withPicture(
	work: PostWork,
	draft: PostDraft,
	page: LinkPreview,
	choice: MediaChoice,
): Promise<ReadyPost> {
	const { item, options } = work;
	if (!page.picture) {
		const ready = await withMedia(work, draft, choice);
		item.warn('The page names no picture (og:image). The article has no thumbnail.');
		return ready;
	}
	const what = 'The picture of the page';
	const { url } = page.picture;
	const upload = async (): Promise<ReadyPost> => {
		const file = await openPicture(item, url, what);
		const ready = await withMedia(
			{ ...work, options: { ...options, checkFile: true } },
			withThumbnailText(draft, page),
			{ from: 'files', files: [file], what },
		);
		const { client, context, signal } = item;
		await awaitMedia(client, ready.media, ready.draft.author, {
			timeoutMs: options.waitMs,
			looks: context.looks,
			signal,
		});
		return { ...ready, areProcessed: true };
	};
	return upload().catch(async (error: unknown) => {
		if (!isExplained(error) && !(error instanceof UploadFailure)) throw error;
		// What is wrong with the article itself is an error here too.
		const ready = await withMedia(work, draft, choice);
		item.warn(`${what} was not used, and the article has no thumbnail. ${error.message}.`);
		return ready;
	});
}
