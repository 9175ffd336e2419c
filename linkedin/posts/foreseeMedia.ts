import type { LinkedInClient } from '../api/client';
import { isExplained, type LinkedInError } from '../api/error';
import type { CallRange } from '../api/intent';
import { seconds } from '../api/seconds';
import type { MediaEntity } from '../media/entity';
import { looksWithin } from '../media/lookTimes';
import type { SharedLooks } from '../media/sharedLooks';
import { calledMedia, processingFailedError } from '../media/wait';
import { WAITING_UPLOAD } from '../media/watchWarnings';
import type { Problem } from '../problem';
import { mayShow } from './ownership';
import { foreignProblem, notReadyError, readNamed, type PostMedia, type ShownIn } from './ready';

/** What LinkedIn says today of media that a post is going to show. */
interface ForeseenMedia {
	/** Of each: `UNKNOWN` if the connection may not read it. */
	readonly statuses: readonly string[];
	readonly problems: ReadonlyArray<LinkedInError | Problem>;
	/** Sentences. */
	readonly warnings: readonly string[];
	/** What a wait for those that are not ready asks LinkedIn, after this. */
	readonly reads: CallRange;
}

/** How long the post is going to wait for them, and in what they are shown. */
interface ForeseenWait {
	readonly timeoutMs: number;
	readonly looks: SharedLooks;
	readonly of?: ShownIn;
}

interface Showing {
	readonly author: string;
	readonly timeoutMs: number;
	readonly of: ShownIn;
}

/** A medium, and what a wait for it would mean. */
interface Verdict {
	readonly status: string;
	readonly problem?: LinkedInError | Problem;
	readonly warning?: string;
	readonly looks?: CallRange;
}

/**
 * The state of media that are on LinkedIn: the reads with which `awaitMedia` begins, without its
 * wait.
 *
 * @throws CancelledError
 */
export async function foreseeMedia(
	client: LinkedInClient,
	media: readonly PostMedia[],
	author: string,
	{ timeoutMs, looks, of = 'post' }: ForeseenWait,
): Promise<ForeseenMedia> {
	const verdicts = await Promise.all(
		media.map(async (medium): Promise<Verdict> => {
			try {
				return judge(medium, await readNamed(client, medium, looks), { author, timeoutMs, of });
			} catch (error) {
				if (!isExplained(error)) throw error;
				return { status: 'NOT_FOUND', problem: error };
			}
		}),
	);
	return {
		statuses: verdicts.map(({ status }) => status),
		problems: verdicts.flatMap(({ problem }) => problem ?? []),
		warnings: verdicts.flatMap(({ warning }) => warning ?? []),
		reads: {
			least: Math.min(1, verdicts.filter((verdict) => verdict.looks).length),
			most: verdicts.reduce((sum, verdict) => sum + (verdict.looks?.most ?? 0), 0),
		},
	};
}

function judge(
	medium: PostMedia,
	entity: MediaEntity | undefined,
	{ author, timeoutMs, of }: Showing,
): Verdict {
	if (entity === undefined) return { status: 'UNKNOWN' };
	const { status, fields } = entity;
	const { owner } = fields;
	if (typeof owner === 'string' && !mayShow(owner, author)) {
		return { status, problem: foreignProblem(medium, owner, author, of) };
	}
	if (status === 'AVAILABLE') return { status };
	if (status === 'PROCESSING_FAILED') {
		return { status, problem: processingFailedError(calledMedia(medium), entity) };
	}
	if (status === WAITING_UPLOAD || (timeoutMs === 0 && status !== 'UNKNOWN')) {
		return { status, problem: notReadyError(medium, `is still ${status}`, status) };
	}
	const isVideo = medium.collection.urnType === 'video';
	return {
		status,
		warning: `The ${calledMedia(medium)} is still ${status}. The ${of} waits for it up to ${seconds(timeoutMs)}.`,
		looks: looksWithin({ isVideo }, { timeoutMs, pausesFirst: false }),
	};
}
