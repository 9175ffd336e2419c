import { toPostRequest } from '../../../../linkedin/posts/content';
import { createPost } from '../../../../linkedin/posts/create';
import { sentBeforeError } from '../../../../linkedin/posts/postErrors';
import { awaitMedia } from '../../../../linkedin/posts/ready';
import { wellFormed } from '../../../../linkedin/posts/littleText';
import { markdownWarnings } from '../../../../linkedin/posts/markdown/warnings';
import { plainText } from '../../../../linkedin/posts/markdown/plainText';
import { textWarnings } from '../../../../linkedin/posts/textWarnings';
import { captions } from '../../../fields/captions';
import type { Actor } from '../../../fields/owner';
import { thumbnail } from '../../../fields/thumbnail';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { content } from './content';
import { shownFiles } from './files';
import { media } from './mediaChoice';
import { naming } from './naming';
import { options } from './options';
import { progressOf, withMedia, type ReadyPost } from './readyPost';

const ofVideo = { contentType: ['video'], mediaSource: ['binaryData', 'url'] };

/**
 * Publishes a post with its media, which are already on LinkedIn, or are uploaded first. Everything
 * is checked before the first call to LinkedIn, and the post is sent once the media are processed.
 *
 * Nothing is ever posted twice: uploads of an earlier try of the node are used, and a post whose
 * answer was unclear is not sent again.
 */
export const create: ItemOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a post',
	description:
		'Publish a post with images, a video, a document or an article as a member or a page',
	fields: [
		...content.fields,
		...media.fields,
		...content.fieldsAfterMedia,
		...[...captions.fields, ...thumbnail.fields].map((field) => field.when(ofVideo)),
		options,
	],
	async execute(item) {
		const chosen = item.read(options);
		const { adAccount, feedDistribution, hashtags, isReshareDisabledByAuthor, textFormat } = chosen;
		const { author, commentary: written, ...said } = item.read(content);
		const isMarkdown = textFormat === 'markdown';
		const typed = isMarkdown ? plainText(written) : written;
		const commentary = wellFormed(typed);
		item.warn(...warningsOf(typed, commentary), ...(isMarkdown ? [] : markdownWarnings(written)));
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
		const json = {
			...post,
			author: ready.draft.author,
			text: commentary,
			media: urns,
			...shownFiles(ready.facts),
			retries,
			calls,
			warnings: item.warnings,
		};
		return [{ json }];
	},
};

function warningsOf(typed: string, commentary: string): readonly string[] {
	const cut =
		typed === commentary
			? []
			: ['Text contains half an emoji, probably cut by an expression. It was replaced with "�".'];
	return [...cut, ...textWarnings(commentary)];
}

/**
 * For the checks before the first call to LinkedIn: they need only the kind of author, which is a
 * page if only its name is known.
 */
function asUrn(author: Actor): string {
	return 'urn' in author ? author.urn : `urn:li:organization:${author.vanityName}`;
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
