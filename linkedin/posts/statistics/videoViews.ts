import type { LinkedInClient } from '../../api/client';
import { isRefusedWith, LinkedInError } from '../../api/error';
import { UnexpectedAnswer, type JsonFields } from '../../api/parse';
import { mostElements } from '../../api/paging';
import { buildQuery } from '../../api/restli';
import { eachNumber } from './eachNumber';
import { eachPost } from './eachPost';
import { askMember } from './memberAnswer';
import { numberOf, type Numbers, type Statistics } from './numbers';

/** What is counted of a video, in the order of the output. */
const VIDEO_METRICS = ['videoViews', 'videoViewers', 'watchTimeSeconds'] as const;

type VideoMetric = (typeof VIDEO_METRICS)[number];

/** "Video Analytics" page: a view has at least three seconds; the time has those below, too. */
const OF_PAGES: Readonly<Record<VideoMetric, string>> = {
	videoViews: 'VIDEO_VIEW',
	videoViewers: 'VIEWER',
	watchTimeSeconds: 'TIME_WATCHED',
};

/** "Member Video Statistics" page: a play has at least two seconds. */
const OF_MEMBERS: Readonly<Record<VideoMetric, string>> = {
	videoViews: 'VIDEO_PLAY',
	videoViewers: 'VIDEO_VIEWER',
	watchTimeSeconds: 'VIDEO_WATCH_TIME',
};

/** Posts with a video, by one author. */
interface VideoPosts {
	/** `urn:li:organization:…` or `urn:li:person:…` */
	readonly author: string;
	readonly urns: readonly string[];
	readonly signal?: AbortSignal;
}

/**
 * How often, by how many and how long the videos of posts were watched in the feed: one call for each
 * number and post, for a page by `videoAnalytics`, for a member by `memberCreatorVideoAnalytics`.
 *
 * @throws LinkedInError if LinkedIn refuses all of it; CancelledError
 */
export async function getVideoViews(
	client: LinkedInClient,
	{ author, urns, signal }: VideoPosts,
): Promise<readonly Statistics[]> {
	const isPage = author.startsWith('urn:li:organization:');
	const ask = isPage ? askPageVideo : askMemberVideo;
	const found = await eachPost(
		{ urns, signal },
		(urn) => ofOne((metric) => ask(client, { author, urn, metric })),
		(_, warning) => ({ numbers: {}, warnings: [warning] }),
	);
	return urns.map((urn) => {
		const { numbers = {}, warnings = [] } = found.get(urn) ?? {};
		return { urn, from: null, to: null, numbers: { ...NONE, ...numbers }, warnings };
	});
}

const NONE: Numbers = { videoViews: null, videoViewers: null, watchTimeSeconds: null };

/**
 * A number that LinkedIn refuses by itself is null, with a warning.
 *
 * @throws LinkedInError if it refuses all of them, or who asks
 */
async function ofOne(
	ask: (metric: VideoMetric) => Promise<number | null>,
): Promise<Pick<Statistics, 'numbers' | 'warnings'>> {
	const numbers: Record<string, number | null> = { ...NONE };
	const warnings = await eachNumber(
		VIDEO_METRICS,
		async (metric) => {
			const number = await ask(metric);
			numbers[metric] = number;
			return number !== null;
		},
		(metric) => metric,
	);
	return { numbers, warnings };
}

interface VideoQuestion {
	readonly author: string;
	readonly urn: string;
	readonly metric: VideoMetric;
}

function askPageVideo(
	client: LinkedInClient,
	{ author, urn, metric }: VideoQuestion,
): Promise<number | null> {
	const type = OF_PAGES[metric];
	const asked = client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/videoAnalytics${buildQuery([
				['q', 'entity'],
				['entity', urn],
				['type', type],
				['aggregation', 'ALL'],
			])}`,
			purpose: {
				doing: `read the video statistics (${type}) of ${urn}`,
				right: 'readVideoStatistics',
				owner: author,
			},
		},
		(answer) => only(answer.list('elements', mostElements(1)), metric),
	);
	return asked.catch((error: unknown) => {
		throw urn.startsWith('urn:li:share:') && isRefusedWith(error, 400)
			? shareError(error, urn)
			: error;
	});
}

/** The page names the ugcPost as what is counted; that a share is none is not said. */
function shareError({ facts }: LinkedInError, urn: string): LinkedInError {
	return new LinkedInError(`LinkedIn has no video statistics of ${urn}, which is a share`, {
		...facts,
		description:
			'LinkedIn counts the videos of pages by ugcPost (urn:li:ugcPost:…): Post: Create returns one for a video.',
	});
}

function only(elements: readonly JsonFields[], metric: VideoMetric): number | null {
	const [element, another] = elements;
	if (another !== undefined) throw new UnexpectedAnswer('elements has more than one');
	return element === undefined ? null : scaled(numberOf(element.all().value, 'value'), metric);
}

async function askMemberVideo(
	client: LinkedInClient,
	{ urn, metric }: VideoQuestion,
): Promise<number | null> {
	const counts = await askMember(client, {
		resource: 'memberCreatorVideoAnalytics',
		post: urn,
		queryType: OF_MEMBERS[metric],
		isDaily: false,
		period: { from: undefined, to: undefined },
	});
	return scaled(counts[0]?.count ?? null, metric);
}

/** Both pages count the time in milliseconds. */
function scaled(value: number | null, metric: VideoMetric): number | null {
	return value === null || metric !== 'watchTimeSeconds' ? value : value / 1000;
}
