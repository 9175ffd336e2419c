import { parseTargetEntities } from '../../../../linkedin/posts/targetEntities';
import { background, pageSize } from '../../../fields/carouselLook';
import { writeOptions } from '../../../fields/itemOptions';
import { sponsoringAccount } from '../../../fields/account';
import {
	acceptChangingEtag,
	checkFile,
	connectedTv,
	onSupplementFailure,
	partConcurrency,
	postWaitSeconds,
} from '../../../fields/options';
import { textFormat } from '../../../fields/textFormat';
import { flag, json, statedChoice } from '../../../form/fields';
import { callToAction, landingPage } from './adFields';
import { lifecycleState } from './lifecycleState';
import { hashtags } from './textOptions';

const isReshareDisabledByAuthor = flag({
	displayName: 'Disable Resharing',
	name: 'isReshareDisabledByAuthor',
	default: false,
	description: 'Whether to prevent others from resharing the post',
});

const feedDistribution = statedChoice({
	displayName: 'Feed Distribution',
	name: 'feedDistribution',
	options: [
		{ name: 'Main Feed', value: 'MAIN_FEED', description: 'In the feed, as usual' },
		{ name: 'None', value: 'NONE', description: 'Not in any feed: for ads, with an ad account' },
	],
	default: 'MAIN_FEED',
	description: 'Where LinkedIn shows the post. With an ad account, it defaults to None.',
}).optional();

/** The audience of a page's post, as LinkedIn takes it. */
const targetEntities = json({
	displayName: 'Audience',
	name: 'targetEntities',
	default: '[]',
	description:
		'Who sees the post, as LinkedIn’s targetEntities (JSON); only for a page’s post. The audience must have more than 300 followers.',
}).map(parseTargetEntities);

const ofCarousel = { '/contentType': ['carousel'] };

/** The options for creating a post. */
export const options = writeOptions(
	sponsoringAccount,
	acceptChangingEtag,
	background.when(ofCarousel),
	callToAction.optional(),
	checkFile.with({
		description:
			'Whether to check files first and stop if LinkedIn would reject them. Captions are always checked and repaired.',
	}),
	connectedTv,
	isReshareDisabledByAuthor,
	feedDistribution,
	hashtags,
	landingPage.optional(),
	onSupplementFailure,
	lifecycleState,
	pageSize.when(ofCarousel),
	partConcurrency,
	postWaitSeconds,
	targetEntities,
	textFormat,
).map(({ feedDistribution: distribution, waitSeconds: seconds, ...rest }) => ({
	...rest,
	// What is implied by a post for an ad account needn't be chosen.
	feedDistribution: distribution ?? (rest.adAccount === undefined ? 'MAIN_FEED' : 'NONE'),
	/** Milliseconds within which LinkedIn must have processed the media. */
	waitMs: seconds * 1000,
}));

/** Options of a post, by item. */
export type PostOptions = ReturnType<typeof options.read>;
