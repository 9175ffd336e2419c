import { toPostRequest } from '../../../../linkedin/posts/content';
import { createPost } from '../../../../linkedin/posts/create';
import { sentBeforeError } from '../../../../linkedin/posts/postErrors';
import { awaitMedia } from '../../../../linkedin/posts/ready';
import { draftWarnings } from '../../../../linkedin/posts/draftWarnings';
import type { Suspicion } from '../../../../linkedin/posts/ownership';
import { captions } from '../../../fields/captions';
import type { Actor } from '../../../fields/owner';
import { thumbnail } from '../../../fields/thumbnail';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { naming } from '../media/naming';
import { readText } from '../media/typedText';
import { content } from './content';
import { shownFiles } from './files';
import { checkFirstComment, type FirstComment, type Posted } from './firstComment';
import { firstComment } from './firstCommentField';
import { foreseePost, shownDraft } from './foresee';
import { media } from './mediaChoice';
import { options } from './options';
import { withPage } from './page';
import { progressOf } from './progress';
import { type ReadyPost } from './readyPost';

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
		'Publish a post as a member or a page: with images, a carousel, a video, a document or an article, a reshare or text only',
	fields: [
		...content.fields,
		...media.fields,
		...content.fieldsAfterMedia,
		...[...captions.fields, ...thumbnail.fields].map((field) => field.when(ofVideo)),
		firstComment,
		options,
	],
	async execute(item) {
		const [chosen, said] = await item.check.gather(
			() => item.read(options),
			() => item.read(content),
		);
		const { adAccount, callToAction, feedDistribution, hashtags, landingPage } = chosen;
		const { isReshareDisabledByAuthor, targetEntities } = chosen;
		const { author, commentary: written, ...rest } = said;
		const typed = readText(item, written, chosen);
		const commentary = typed.text;
		const given = {
			...rest,
			commentary,
			author: asUrn(author),
			feedDistribution,
			hashtags,
			isReshareDisabledByAuthor,
			adAccount,
			callToAction,
			landingPage,
			targetEntities,
		};
		item.warn(...draftWarnings(given));
		item.check.foresee(shownDraft(given));
		const first = await item.check.attempt(() => checkFirstComment(item, chosen));
		const text = async (): Promise<string> => {
			const whole = await typed.whole();
			await first?.foresee(await item.urnOf(author));
			return whole;
		};
		const work = { item, options: chosen, author, commentary: text };
		const ready = await withPage(work, given, item.read(media));

		const urns = ready.media.map(({ urn }) => urn);
		const post = await publish(item, ready, chosen.waitMs, first).catch((error: unknown) => {
			const named = naming(error, ready.uploaded ? urns : []);
			throw first?.naming(named) ?? named;
		});
		const comment = first && { comment: await first.publish(post, ready.draft.author) };
		const { retries, calls } = item.client;
		const { urn, url, status } = post;
		const json = {
			urn,
			url,
			status,
			author: ready.draft.author,
			text: ready.draft.commentary,
			media: urns,
			...comment,
			...shownFiles(ready.facts),
			retries,
			calls,
			warnings: item.warnings,
		};
		return [{ json }];
	},
};

/**
 * For the checks before the first call to LinkedIn: they need only the kind of author, which is a
 * page if only its name is known.
 */
function asUrn(author: Actor): string {
	return 'urn' in author ? author.urn : `urn:li:organization:${author.vanityName}`;
}

async function publish(
	item: Item,
	{ draft, media, areProcessed = false }: ReadyPost,
	waitMs: number,
	first: FirstComment | undefined,
): Promise<Posted> {
	const { client, signal } = item;
	if (item.check.isOn) await foreseePost(item, draft, media, waitMs);
	const progress = progressOf(item);
	const request = toPostRequest(
		draft,
		media.map(({ urn }) => urn),
	);
	if (progress.sent) throw sentBeforeError(request);
	await first?.upload(draft.author);
	const { now } = client.options;
	const deadline = now() + waitMs;
	const { looks } = item.context;
	const awaited = areProcessed ? [] : media;
	const suspicion = await awaitMedia(client, awaited, draft.author, {
		timeoutMs: waitMs,
		looks,
		signal,
	});
	await first?.awaitImage(draft.author, deadline);
	const timeoutMs = Math.max(0, deadline - now());
	const post = await createPost(client, request, {
		timeoutMs,
		suspicion: suspicion ?? ofReshare(draft.parent),
		signal,
		progress,
	});
	return { ...post, at: now() };
}

/** Posts API page: an author may forbid reshares; LinkedIn's refusal does not always say so. */
function ofReshare(parent: string | undefined): Suspicion | undefined {
	if (parent === undefined) return undefined;
	return {
		text: `Check that the post ${parent} still exists, that it is public, and that its author allows reshares.`,
		statuses: [400, 403, 404, 422],
	};
}
