import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { MAX_DOCUMENT_BYTES } from '../../../../linkedin/files/documentSize';
import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import type { FileSource } from '../../../../linkedin/files/source';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import { CONTENT_TYPES, type ContentTypeName } from '../../../../linkedin/posts/contentTypes';
import { checkDraft, type GivenMedia } from '../../../../linkedin/posts/checkDraft';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { type PostMedia } from '../../../../linkedin/posts/ready';
import { titleByName } from '../../../../linkedin/posts/titleByName';
import { inMemory } from '../../../../linkedin/upload/inMemory';
import type { Actor } from '../../../fields/owner';
import { openFile } from '../../../files/open';
import type { Item } from '../../../run/item';
import type { MediaFacts } from './files';
import { readFiles, type MediaWork } from './media';
import { type MediaChoice } from './mediaChoice';
import { isPostProgress, PostProgress } from './progress';

/** Where the media of a post come from. */
interface PostWork extends MediaWork {
	readonly author: Actor;
}

/** A checked draft, and its media on LinkedIn. */
export interface ReadyPost {
	readonly draft: PostDraft;
	readonly media: readonly PostMedia[];
	/** Whether they were uploaded for it. */
	readonly uploaded: boolean;
	/** What they are, if they were checked. */
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
	if (choice.from === 'files') return withFiles(work, draft, choice);
	const { collection } = CONTENT_TYPES[draft.contentType];
	checkDraft(draft, givenMedia(work.item, choice, choice.urns.length));
	const media = choice.urns.map(({ value, what }) => ({
		collection,
		urn: parseMediaUrn(value, collection.urnType, what).text,
	}));
	const author = await work.item.urnOf(work.author);
	return { draft: { ...draft, author }, media, uploaded: false, facts: [] };
}

async function withFiles(
	work: PostWork,
	given: PostDraft,
	choice: Extract<MediaChoice, { from: 'files' }>,
): Promise<ReadyPost> {
	const { item } = work;
	const { files: named } = choice;
	const { collection } = CONTENT_TYPES[given.contentType];
	// A document's title defaults to its file's name, which is known once it is open.
	const shown = givenMedia(item, choice, named.length);
	checkDraft({ ...given, title: titleOf(given, 'document') }, shown);
	const files: FileSource[] = [];
	const use = useOf(given.contentType, work.options.acceptChangingEtag);
	for (const file of named) files.push(await openFile(item, file, use));
	const draft = { ...given, title: titleOf(given, titleByName(files[0]?.name ?? '')) };
	checkDraft(draft, shown);
	const uploadAll = async () => {
		const ready = await readFiles(work, given.contentType, files);
		const author = await item.urnOf(work.author);
		const progress = progressOf(item);
		const media: PostMedia[] = [];
		for (const [index, file] of ready.entries()) {
			const session = await file.upload(author, progress.uploads.get(index), (begun) => {
				progress.uploads.set(index, begun);
			});
			media.push({ collection, urn: session.urn, name: file.name, bytes: file.bytes });
		}
		return { author, media, facts: ready.map((file) => file.facts) };
	};
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	const isWhole = given.contentType !== 'video';
	const { author, media, facts } = await (isWhole
		? inMemory(item.context, bytes, uploadAll)
		: uploadAll());
	return { draft: { ...draft, author }, media, uploaded: true, facts };
}

function givenMedia({ execution }: Item, { what }: MediaChoice, count: number): GivenMedia {
	return { count, what, items: execution.getInputData().length };
}

/** A video is sent in parts, everything else in one piece. */
function useOf(contentType: ContentTypeName, acceptChangingEtag: boolean): UrlUse {
	if (contentType === 'video') return { acceptChangingEtag };
	return { wholeUpTo: contentType === 'document' ? MAX_DOCUMENT_BYTES : MAX_IMAGE_BYTES };
}

function titleOf({ contentType, title }: PostDraft, byName: string): string {
	return contentType === 'document' && title.trim() === '' ? byName : title;
}

/** What an earlier try of the node left, or a new record that the next try will find. */
export function progressOf(item: Item): PostProgress {
	const progress = item.memory.recall(isPostProgress) ?? new PostProgress();
	item.memory.keep(progress);
	return progress;
}
