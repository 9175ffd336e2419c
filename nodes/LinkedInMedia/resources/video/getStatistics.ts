import { parseMediaUrn } from '../../../../linkedin/api/urn';
import { parsePost } from '../../../../linkedin/posts/postInput';
import { getAdViews } from '../../../../linkedin/posts/statistics/adViews';
import { spanOfAds } from '../../../../linkedin/posts/statistics/span';
import { postsOfVideos } from '../../../../linkedin/posts/statistics/videosPost';
import { getVideoViews } from '../../../../linkedin/posts/statistics/videoViews';
import { account } from '../../../fields/account';
import { itemOptions } from '../../../fields/itemOptions';
import { urnList } from '../../../fields/urns';
import { choice } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import { from, statisticsAuthor, to, today, toStatisticsItems } from '../media/statistics';

const views = choice({
	displayName: 'Views',
	name: 'views',
	options: [
		{
			name: 'In the Feed',
			value: 'organic',
			description: 'Views, viewers and watch time since the post was published',
		},
		{
			name: 'In Ads',
			value: 'sponsored',
			description: 'Starts, views, quartiles and completions in the ads of an ad account',
		},
	],
	default: 'organic',
	description: 'Which views to count',
});

/** A video, by either of its names. */
const VIDEO = /^urn:li:(?:video|digitalmediaAsset):/;

const posts = urnList({
	placeholder: 'e.g. urn:li:ugcPost:68447855235931240',
	description:
		'The URNs of the posts that show the videos, separated by commas or line breaks, or an expression that returns a list. In the feed, each takes 3 calls. The URN of a video also works if one of the newest 100 posts of the page shows it.',
	advice:
		'Enter the URNs of the posts that show the videos (urn:li:ugcPost:…), separated by commas or line breaks.',
	parse: (entry, what) =>
		VIDEO.test(entry) ? parseMediaUrn(entry, 'video', what).text : parsePost(entry, what),
});

const author = statisticsAuthor.when({ views: ['organic'] });

const adAccount = account
	.with({ description: 'The ad account whose ads showed the videos' })
	.when({ views: ['sponsored'] });
const ofAds = { views: ['sponsored'] };
const first = from
	.with({
		description:
			'The first day. If empty, as far back as LinkedIn keeps statistics of ads: ten years.',
	})
	.when(ofAds);
const last = to.when(ofAds);

/** How often videos were watched. */
export const getStatistics: ItemOperation = {
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get the statistics of videos',
	description: 'Get views, viewers and watch time of videos in posts, or their views in ads',
	fields: [author, views, posts, adAccount, first, last, itemOptions()],
	async execute(item) {
		const named = item.read(posts);
		const { client, signal } = item;
		if (item.read(views) === 'sponsored') {
			const of = item.read(adAccount);
			const span = spanOfAds({ from: item.read(first), to: item.read(last), today: today(item) });
			// Whose posts they are makes no difference to LinkedIn.
			const urns = await postsOfVideos(client, undefined, named);
			return toStatisticsItems(
				item,
				await getAdViews(client, { account: of, ...span, urns, signal }),
			);
		}
		const who = item.read(author);
		const whose = () => item.urnOf(who);
		const urns = await postsOfVideos(client, whose, named);
		const found = await getVideoViews(client, { author: await whose(), urns, signal });
		return toStatisticsItems(item, found);
	},
};
