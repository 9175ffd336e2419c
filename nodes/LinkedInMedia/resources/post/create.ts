import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { MAX_DOCUMENT_BYTES } from '../../../../linkedin/files/documentSize';
import { MAX_IMAGE_BYTES } from '../../../../linkedin/files/imageLimits';
import type { FileSource } from '../../../../linkedin/files/source';
import { toPostRequest } from '../../../../linkedin/posts/content';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import { CONTENT_TYPES, type ContentTypeName } from '../../../../linkedin/posts/contentTypes';
import { createPost } from '../../../../linkedin/posts/create';
import { sentBeforeError } from '../../../../linkedin/posts/postErrors';
import { checkDraft } from '../../../../linkedin/posts/checkDraft';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { awaitMedia, type PostMedia } from '../../../../linkedin/posts/ready';
import { wellFormed } from '../../../../linkedin/posts/littleText';
import { titleByName } from '../../../../linkedin/posts/titleByName';
import { textWarnings } from '../../../../linkedin/posts/textWarnings';
import { captions } from '../../../fields/captions';
import type { Actor } from '../../../fields/owner';
import type { NamedFile } from '../../../fields/source';
import { thumbnail } from '../../../fields/thumbnail';
import { openFile } from '../../../files/open';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { content } from './content';
import { shownFiles, type MediaFacts } from './files';
import { readFiles, type MediaWork } from './media';
import { media, type MediaChoice } from './mediaChoice';
import { naming } from './naming';
import { options } from './options';
import { isPostProgress, PostProgress } from './progress';

const ofVideo = { contentType: ['video'], mediaSource: ['binaryData', 'url'] };

/**
 * Publishes a post with its media: those on LinkedIn already, or files that are uploaded first. All
 * is checked before the first call to LinkedIn, and the post is sent when the media are processed.
 *
 * Nothing is ever posted twice: what an earlier try of the node uploaded is used, and a post whose
 * answer was unclear then is not sent again.
 */
export const create: ItemOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a post',
	description: 'Publish a post with images, a video, a document or an article',
	fields: [
		...content.fields,
		...media.fields,
		...content.fieldsAfterMedia,
		...[...captions.fields, ...thumbnail.fields].map((field) => field.when(ofVideo)),
		options,
	],
	async execute(item) {
		const chosen = item.read(options);
		const { adAccount, feedDistribution, hashtags, isReshareDisabledByAuthor } = chosen;
		const { author, commentary: typed, ...said } = item.read(content);
		const commentary = wellFormed(typed);
		item.warn(...warningsOf(typed, commentary));
		const given = {
			...said,
			commentary,
			author: asUrn(author),
			feedDistribution,
			hashtags,
			isReshareDisabledByAuthor,
			adAccount,
		};
		const ready = await withMedia({ item, options: chosen, author }, given, item.read(media));

		const urns = ready.media.map(({ urn }) => urn);
		const post = await publish(item, ready, chosen.waitMs).catch((error: unknown) => {
			throw naming(error, ready.uploaded ? urns : []);
		});
		const { retries, calls } = item.client;
		const files = shownFiles(ready.facts);
		return [{ json: { ...post, media: urns, ...files, retries, calls, warnings: item.warnings } }];
	},
};

function warningsOf(typed: string, commentary: string): readonly string[] {
	const cut =
		typed === commentary
			? []
			: ['Text contains half of an emoji, cut in two by an expression: it was replaced by "�".'];
	return [...cut, ...textWarnings(commentary)];
}

/**
 * For the checks that come before LinkedIn is asked for anything: to them only the kind of author
 * counts, and it is a page where its name is all that is known.
 */
function asUrn(author: Actor): string {
	return 'urn' in author ? author.urn : `urn:li:organization:${author.vanityName}`;
}

interface PostWork extends MediaWork {
	readonly author: Actor;
}

/** A draft that was checked, and its media on LinkedIn. */
interface ReadyPost {
	readonly draft: PostDraft;
	readonly media: readonly PostMedia[];
	/** Whether they were uploaded for it. */
	readonly uploaded: boolean;
	/** What they are, where they were checked. */
	readonly facts: readonly MediaFacts[];
}

async function withMedia(
	work: PostWork,
	draft: PostDraft,
	choice: MediaChoice,
): Promise<ReadyPost> {
	if (choice.from === 'files') return withFiles(work, draft, choice.files);
	const { collection } = CONTENT_TYPES[draft.contentType];
	checkDraft(draft, choice.values.length);
	const media = choice.values.map((value) => ({
		collection,
		urn: parseMediaUrn(value, collection.urnType, choice.what).text,
	}));
	const author = await work.item.urnOf(work.author);
	return { draft: { ...draft, author }, media, uploaded: false, facts: [] };
}

async function withFiles(
	work: PostWork,
	given: PostDraft,
	named: readonly NamedFile[],
): Promise<ReadyPost> {
	const { item } = work;
	const { collection } = CONTENT_TYPES[given.contentType];
	// A document goes by its file's name, which is known once it is open.
	checkDraft({ ...given, title: titleOf(given, 'document') }, named.length);
	const files: FileSource[] = [];
	const use = useOf(given.contentType, work.options.acceptChangingEtag);
	for (const file of named) files.push(await openFile(item, file, use));
	const draft = { ...given, title: titleOf(given, titleByName(files[0]?.name ?? '')) };
	checkDraft(draft, named.length);
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
	const facts = ready.map((file) => file.facts);
	return { draft: { ...draft, author }, media, uploaded: true, facts };
}

/** A video goes in parts, everything else in one piece. */
function useOf(contentType: ContentTypeName, acceptChangingEtag: boolean): UrlUse {
	if (contentType === 'video') return { acceptChangingEtag };
	return { wholeUpTo: contentType === 'document' ? MAX_DOCUMENT_BYTES : MAX_IMAGE_BYTES };
}

function titleOf({ contentType, title }: PostDraft, byName: string): string {
	return contentType === 'document' && title.trim() === '' ? byName : title;
}

/** What an earlier try of the node left, or a new one that the next try will find. */
function progressOf(item: Item): PostProgress {
	const progress = item.memory.recall(isPostProgress) ?? new PostProgress();
	item.memory.keep(progress);
	return progress;
}

async function publish(
	item: Item,
	{ draft, media }: ReadyPost,
	waitMs: number,
): ReturnType<typeof createPost> {
	const { client, signal } = item;
	const progress = progressOf(item);
	const request = toPostRequest(
		draft,
		media.map(({ urn }) => urn),
	);
	if (progress.sent) throw sentBeforeError(request);
	const { now } = client.options;
	const deadline = now() + waitMs;
	const { looks } = item.context;
	const suspicion = await awaitMedia(client, media, draft.author, {
		timeoutMs: waitMs,
		looks,
		signal,
	});
	const timeoutMs = Math.max(0, deadline - now());
	return createPost(client, request, { timeoutMs, suspicion, signal, progress });
}
