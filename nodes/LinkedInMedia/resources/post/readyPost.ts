import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { CAROUSEL_TITLE } from '../../../../linkedin/files/carousel';
import { MAX_DOCUMENT_BYTES } from '../../../../linkedin/files/documentSize';
import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import type { FileSource } from '../../../../linkedin/files/source';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import {
	CONTENT_TYPES,
	hasMedia,
	type MediaContentName,
} from '../../../../linkedin/posts/contentTypes';
import { checkDraft, draftChecks, type GivenMedia } from '../../../../linkedin/posts/checkDraft';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { type PostMedia } from '../../../../linkedin/posts/ready';
import { titleByName } from '../../../../linkedin/posts/titleByName';
import { inMemory } from '../../../../linkedin/upload/inMemory';
import type { Actor } from '../../../fields/owner';
import { carouselOf, expandImages, withImages } from '../../../files/carousel';
import { openFile } from '../../../files/open';
import type { Item } from '../../../run/item';
import { isNamed, type MediaFacts } from './files';
import { readFiles, type MediaWork } from './media';
import { type MediaChoice } from './mediaChoice';
import { uploadFiles } from './uploadFiles';

/** What the media of a post are taken from. */
export interface PostWork extends MediaWork {
	readonly author: Actor;
	/** The text with the pages that it mentions, for which LinkedIn is asked. */
	readonly commentary: () => Promise<string>;
}

/** A checked draft, and its media on LinkedIn. */
export interface ReadyPost {
	readonly draft: PostDraft;
	readonly media: readonly PostMedia[];
	/** Whether they were uploaded for it. */
	readonly uploaded: boolean;
	/** Whether they were waited for already. */
	readonly areProcessed?: boolean;
	/** What they are, where they were checked. */
	readonly facts: readonly MediaFacts[];
}

/**
 * The media of a post on LinkedIn: already there, or files that are checked and uploaded.
 *
 * @throws Problem, LinkedInError, UploadFailure, CancelledError
 */
export async function withMedia(
	work: PostWork,
	draft: PostDraft,
	choice: MediaChoice,
): Promise<ReadyPost> {
	const { contentType } = draft;
	if (choice.from === 'files' && contentType === 'carousel') {
		return withCarousel(work, { ...draft, contentType }, choice);
	}
	if (choice.from === 'files' && hasMedia(contentType)) {
		return withFiles(work, { ...draft, contentType }, choice);
	}
	const urns = choice.from === 'urn' ? choice.urns : [];
	const shown = givenMedia(work.item, choice, urns.length);
	const { check } = work.item;
	const mediumFrom = hasMedia(contentType) ? mediumOf(contentType) : undefined;
	const [, media, whole] = await check.gather(
		() => check.gather(...draftChecks(draft, shown)),
		() => check.gather(...(mediumFrom ? urns.map((urn) => () => mediumFrom(urn)) : [])),
		() => completed(work, draft, shown),
	);
	return { draft: whole, media, uploaded: false, facts: [] };
}

function mediumOf(
	contentType: MediaContentName,
): (given: { readonly value: unknown; readonly what: string }) => PostMedia {
	const { collection } = CONTENT_TYPES[contentType];
	return ({ value, what }) => ({
		collection,
		urn: parseMediaUrn(value, collection.urnType, what).text,
	});
}

/** With what LinkedIn alone knows: the author's URN, and the pages that the text mentions. */
async function completed<Draft extends PostDraft>(
	{ item, author, commentary }: PostWork,
	draft: Draft,
	shown: GivenMedia,
): Promise<Draft> {
	const whole = { ...draft, author: await item.urnOf(author), commentary: await commentary() };
	checkDraft(whole, shown);
	return whole;
}

async function withFiles(
	work: PostWork,
	given: PostDraft & { readonly contentType: MediaContentName },
	choice: Extract<MediaChoice, { from: 'files' }>,
): Promise<ReadyPost> {
	const { item } = work;
	const { files: named } = choice;
	const { check } = item;
	// A document's title defaults to its file's name, which is known once it is open.
	const shown = givenMedia(item, choice, named.length);
	const early = draftChecks({ ...given, title: titleOf(given, 'document') }, shown);
	await check.attempt(() => check.gather(...early));
	const files: FileSource[] = [];
	const use = useOf(given.contentType, work.options.acceptChangingEtag);
	for (const file of named) {
		const open = () => (isNamed(file) ? openFile(item, file, use) : file);
		const opened = await check.attempt(open);
		if (opened) files.push(opened);
	}
	const titled = { ...given, title: titleOf(given, titleByName(files[0]?.name ?? 'document')) };
	const uploadAll = async () => {
		const [, ready, draft] = await check.gather(
			() => check.gather(...draftChecks(titled, shown)),
			() => readFiles(work, given.contentType, files),
			() => completed(work, titled, shown),
		);
		return uploadFiles(work, ready, draft);
	};
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	const isWhole = given.contentType !== 'video';
	const sent = await (isWhole ? inMemory(item.context, bytes, uploadAll) : uploadAll());
	return { ...sent, uploaded: true };
}

/**
 * Images become one document, as soon as there is memory for it. Everything is checked before the first
 * call to LinkedIn.
 */
async function withCarousel(
	work: PostWork,
	given: PostDraft & { readonly contentType: 'carousel' },
	choice: Extract<MediaChoice, { from: 'files' }>,
): Promise<ReadyPost> {
	const { item, options } = work;
	const { check } = item;
	const named = expandImages(item, choice.files.filter(isNamed));
	const shown = givenMedia(item, choice, named.length);
	const { title } = given;
	const titled = { ...given, title: title.trim() === '' ? CAROUSEL_TITLE : title };
	await check.attempt(() => check.gather(...draftChecks(titled, shown)));
	const look = { ...options, title: titled.title };
	const sent = await withImages(item, named, async (images) => {
		const [ready, draft] = await check.gather(
			async () => readFiles(work, 'document', [await carouselOf(item, images, look)]),
			() => completed(work, titled, shown),
		);
		return uploadFiles(work, ready, draft);
	});
	return { ...sent, uploaded: true };
}

function givenMedia({ execution }: Item, { what }: MediaChoice, count: number): GivenMedia {
	return { count, what, items: execution.getInputData().length };
}

/** A video goes in parts, everything else in one piece. */
function useOf(contentType: MediaContentName, acceptChangingEtag: boolean): UrlUse {
	if (contentType === 'video') return { acceptChangingEtag };
	return { wholeUpTo: contentType === 'document' ? MAX_DOCUMENT_BYTES : MAX_IMAGE_BYTES };
}

function titleOf({ contentType, title }: PostDraft, byName: string): string {
	return contentType === 'document' && title.trim() === '' ? byName : title;
}
