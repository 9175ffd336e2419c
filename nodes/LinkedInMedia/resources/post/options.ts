import { sponsoringAccount } from '../../../fields/account';
import {
	acceptChangingEtag,
	checkFile,
	connectedTv,
	itemConcurrency,
	maxRetries,
	onSupplementFailure,
	partConcurrency,
	waitTimeout,
} from '../../../fields/options';
import { optionsWith } from '../../../form/collection';
import { choice, flag, statedChoice } from '../../../form/fields';
import { lifecycleState } from './lifecycleState';

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
	description: 'Where LinkedIn shows the post. With an ad account: None.',
}).optional();

const hashtags = choice({
	displayName: 'Hashtags',
	name: 'hashtags',
	options: [
		{ name: 'Link', value: 'link', description: '#word becomes a hashtag that readers can click' },
		{ name: 'Text', value: 'text', description: '#word stays plain text' },
	],
	default: 'link',
	description: 'How to publish #word',
});

/** The options of a post that is created. */
export const options = optionsWith(
	sponsoringAccount,
	acceptChangingEtag,
	checkFile.with({
		description:
			'Whether to check files first and stop if LinkedIn would reject them. Captions are always checked and repaired.',
	}),
	connectedTv,
	isReshareDisabledByAuthor,
	feedDistribution,
	hashtags,
	onSupplementFailure,
	itemConcurrency,
	lifecycleState,
	maxRetries,
	partConcurrency,
	waitTimeout.with({
		description: 'Maximum number of seconds to wait for LinkedIn to process the media',
	}),
).map(({ feedDistribution: distribution, waitTimeout: seconds, ...rest }) => ({
	...rest,
	// What an ad account's post is by nature need not be said.
	feedDistribution: distribution ?? (rest.adAccount === undefined ? 'MAIN_FEED' : 'NONE'),
	/** Milliseconds until LinkedIn must have processed the media. */
	waitMs: seconds * 1000,
}));

/** Options of a post, by item. */
export type PostOptions = ReturnType<typeof options.read>;
