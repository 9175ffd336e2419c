import { itemOptions } from '../../../fields/itemOptions';
import { sponsoringAccount } from '../../../fields/account';
import {
	acceptChangingEtag,
	checkFile,
	connectedTv,
	onSupplementFailure,
	partConcurrency,
	postWaitSeconds,
} from '../../../fields/options';
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

/** What to do with Markdown, which LinkedIn would show with all its marks. */
const textFormat = choice({
	displayName: 'Text Format',
	name: 'textFormat',
	options: [
		{ name: 'As Typed', value: 'asTyped', description: 'Publish every character as it is' },
		{
			name: 'Markdown',
			value: 'markdown',
			description:
				'Convert Markdown to plain text: marks for bold, italics, headings and code are removed, list entries begin with •, links become their text and URL',
		},
	],
	default: 'asTyped',
	description:
		'How to read Text. LinkedIn shows plain text only. AI agents write Markdown, so as a tool the node converts it unless you choose As Typed.',
});

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

/** The options for creating a post. */
export const options = itemOptions(
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
	lifecycleState,
	partConcurrency,
	postWaitSeconds,
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
