import type { IDataObject } from 'n8n-workflow';

import type { CallRange } from '../../../../linkedin/api/intent';
import type { MediaCollection } from '../../../../linkedin/media/collections';
import { looksWithin } from '../../../../linkedin/media/lookTimes';
import { shownCommentary } from '../../../../linkedin/posts/commentary';
import { publishPurpose } from '../../../../linkedin/posts/create';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import { foreseeMedia } from '../../../../linkedin/posts/foreseeMedia';
import type { PostMedia } from '../../../../linkedin/posts/ready';
import { uploadWrites } from '../../../../linkedin/upload/uploadWrites';
import type { Item } from '../../../run/item';

/** A file that will be uploaded for a post. */
interface NewMedium {
	readonly name: string;
	readonly bytes: number;
}

/** A post as a check shows it: as its readers see it. The author, if it is known, is a URN. */
export function shownDraft(draft: PostDraft): IDataObject {
	const { commentary, hashtags, targetEntities, cards, article, ...rest } = draft;
	const { text, characters } = shownCommentary(commentary, hashtags);
	const said: Record<string, unknown> = {
		...rest,
		...(targetEntities.length > 0 && { targetEntities }),
		...(cards && { cards: cards.map(({ title, landingPage }) => ({ title, landingPage })) }),
		article,
	};
	const given = Object.entries(said).filter(([, value]) => isSaid(value));
	return { text, characters, ...Object.fromEntries(given) };
}

/** Without what nobody has said. */
function isSaid(value: unknown): boolean {
	return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Ends a check before the files of a post are uploaded. In a run it does nothing. @throws Announced */
export function foreseeUploads(
	item: Item,
	draft: PostDraft,
	{ collection, files }: { collection: MediaCollection; files: readonly NewMedium[] },
	waitMs: number,
): void {
	const { author: owner } = draft;
	item.check.announce({
		preview: shownDraft(draft),
		writes: [
			...files.flatMap(({ name }) => uploadWrites(collection, { owner, fileName: name })),
			publishPurpose(draft),
		],
		reads: waitReads(collection, files, waitMs),
	});
}

/** Files that were uploaded together are looked for together, where LinkedIn lets the app. */
function waitReads(
	{ urnType }: MediaCollection,
	files: readonly NewMedium[],
	timeoutMs: number,
): CallRange {
	const isVideo = urnType === 'video';
	const looks = files.map(
		({ bytes }) => looksWithin({ isVideo, bytes }, { timeoutMs, pausesFirst: isVideo }).most,
	);
	const together = timeoutMs > 0 && files.length > 1 ? Math.max(...looks) : 0;
	return {
		least: timeoutMs === 0 ? files.length : Math.min(1, files.length),
		most: looks.reduce((sum, each) => sum + each, together),
	};
}

/**
 * Ends a check before a post is published whose media are on LinkedIn, by their state today.
 *
 * @throws Announced; Problem, LinkedInError for media that LinkedIn would refuse, or that a wait won't
 * help
 */
export async function foreseePost(
	item: Item,
	draft: PostDraft,
	media: readonly PostMedia[],
	waitMs: number,
): Promise<void> {
	const { check, client, context } = item;
	const limits = { timeoutMs: waitMs, looks: context.looks };
	const found = await foreseeMedia(client, media, draft.author, limits);
	item.warn(...found.warnings);
	const shown = media.map(({ urn }, index) => ({ urn, status: found.statuses[index] }));
	check.foresee({ ...shownDraft(draft), ...(shown.length > 0 && { media: shown }) });
	await check.gather(
		...found.problems.map((problem) => () => {
			throw problem;
		}),
	);
	check.announce({ writes: [publishPurpose(draft)], reads: found.reads });
}
