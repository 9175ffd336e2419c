import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import type { LinkedInClient } from '../../../../linkedin/api/client';
import { LinkedInError } from '../../../../linkedin/api/error';
import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { toPostRequest } from '../../../../linkedin/posts/content';
import { CONTENT_TYPES } from '../../../../linkedin/posts/contentTypes';
import { createPost, sentBefore } from '../../../../linkedin/posts/create';
import { checkDraft, type PostDraft } from '../../../../linkedin/posts/draft';
import { awaitMedia, type PostMedia } from '../../../../linkedin/posts/ready';
import type { MediaOperation } from '../operation';
import type { ItemRun } from '../run';
import { captionsFields } from '../video/captions';
import { thumbnailFields } from '../video/thumbnail';
import { authorField, contentFields } from './fields';
import { readFiles, type MediaWork } from './media';
import { postOptionsField, readPostOptions, type PostOptions } from './options';
import { isPostProgress, PostProgress } from './progress';
import { readDraft, readMediaChoice, type MediaChoice } from './readPost';
import { openFiles } from './sources';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['post'], operation: ['create'] } },
	[
		authorField,
		...contentFields,
		...updateDisplayOptions(
			{ show: { contentType: ['video'], mediaSource: ['binaryData', 'url'] } },
			[...captionsFields, ...thumbnailFields],
		),
		postOptionsField,
	],
);

/**
 * Publishes a post with its media: those on LinkedIn already, or files that are uploaded first. All
 * is checked before the first call to LinkedIn, and the post is sent when the media are processed.
 *
 * Nothing is ever posted twice: what an earlier try of the node uploaded is used, and a post whose
 * answer was unclear then is not sent again.
 */
export const execute: MediaOperation = async function (itemIndex, item) {
	const options = readPostOptions(this, itemIndex);
	const given = readDraft(this, itemIndex, options);
	const choice = readMediaChoice(this, itemIndex, given.contentType);
	const context = item.uploadContext(options.maxRetries);
	const work = { execution: this, itemIndex, item, context, options, owner: given.author };
	const { draft, media } = await withMedia(work, given, choice);

	const urns = media.map(({ urn }) => urn);
	const post = await publish(item, context.client, draft, media, options).catch(
		(error: unknown) => {
			throw tellMedia(error, choice.source === 'urn' ? [] : urns);
		},
	);
	return [
		{
			json: {
				...post,
				media: urns,
				retries: context.client.retries,
				warnings: [...item.warnings],
			},
		},
	];
};

/** The draft, checked, and its media on LinkedIn. */
async function withMedia(
	work: MediaWork,
	given: PostDraft,
	choice: MediaChoice,
): Promise<{ draft: PostDraft; media: readonly PostMedia[] }> {
	const { collection } = CONTENT_TYPES[given.contentType];
	const count = choice.values.length;
	if (choice.source === 'urn') {
		checkDraft(given, count);
		const media = choice.values.map((value) => ({
			collection,
			urn: parseMediaUrn(value, collection.urnType, choice.what).text,
		}));
		return { draft: given, media };
	}
	// A document goes by its file's name, which is known once it is open.
	checkDraft({ ...given, title: titleOf(given, 'document') }, count);
	const { execution, itemIndex, item, context } = work;
	const files = await openFiles(execution, itemIndex, item, context.client, choice);
	const draft = { ...given, title: titleOf(given, files[0]?.name ?? '') };
	checkDraft(draft, count);
	const ready = await readFiles(work, given.contentType, files);

	const progress = progressOf(item);
	const media: PostMedia[] = [];
	for (const [index, file] of ready.entries()) {
		const session = await file.upload(progress.uploads.get(index), (begun) => {
			progress.uploads.set(index, begun);
		});
		media.push({ collection, urn: session.urn, name: file.name });
	}
	return { draft, media };
}

function titleOf({ contentType, title }: PostDraft, fileName: string): string {
	return contentType === 'document' && title.trim() === '' ? fileName : title;
}

/** What an earlier try of the node left, or a new one that the next try will find. */
function progressOf(item: ItemRun): PostProgress {
	const progress = item.memory.recall(isPostProgress) ?? new PostProgress();
	item.memory.keep(progress);
	return progress;
}

async function publish(
	item: ItemRun,
	client: LinkedInClient,
	draft: PostDraft,
	media: readonly PostMedia[],
	{ waitMs }: PostOptions,
): ReturnType<typeof createPost> {
	const progress = progressOf(item);
	const request = toPostRequest(
		draft,
		media.map(({ urn }) => urn),
	);
	if (progress.sent) throw sentBefore(request);
	const { now } = client.options;
	const deadline = now() + waitMs;
	const suspicion = await awaitMedia(client, media, draft.author, waitMs);
	const timeoutMs = Math.max(0, deadline - now());
	return createPost(client, request, { timeoutMs, suspicion, signal: item.signal, progress });
}

/** Whatever became of the post: what was uploaded for it can be used. */
function tellMedia(error: unknown, uploaded: readonly string[]): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	if (!(error instanceof LinkedInError) || uploaded.length === 0) return error;
	const { message, description, status, code, requestId, retryAfterMs } = error;
	return new LinkedInError(message, {
		description: `${description} Uploaded already: ${uploaded.join(', ')}; "Media Source" "URN" takes it.`,
		status,
		code,
		requestId,
		retryAfterMs,
	});
}
