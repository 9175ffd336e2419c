import { regexOf } from '../../../../linkedin/api/notation';
import { parseReactionTarget, REACTION_TARGET } from '../../../../linkedin/social/target';
import { REACTION_TYPES, type ReactionType } from '../../../../linkedin/social/reactions';
import { actorField } from '../../../fields/owner';
import { byName } from '../../../form/byName';
import { Field } from '../../../form/field';
import { statedChoice } from '../../../form/fields';
import { locatorValue, typed } from '../../../form/locator';

/** Who reacts. */
export const reactor = actorField(['person', 'organization'], {
	name: 'actor',
	displayName: 'Actor',
	description:
		'The member or company page that reacts. If it isn’t in the list, switch to By URN and enter it.',
});

const regex = regexOf(REACTION_TARGET);

/** What is reacted to. */
export const reactedTo = new Field<string, 'urn'>(
	{
		displayName: 'Post or Comment',
		name: 'urn',
		type: 'resourceLocator',
		default: { mode: 'urn', value: '' },
		required: true,
		description:
			'The URN of a post or a comment, or the URL from "Copy link to post" or "Copy link to comment" on LinkedIn',
		modes: [
			typed({
				displayName: 'By URL',
				name: 'url',
				placeholder:
					'e.g. https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678',
				regex,
				errorMessage:
					'Enter the URL from "Copy link to post" or "Copy link to comment" on LinkedIn',
			}),
			typed({
				displayName: 'By URN',
				name: 'urn',
				placeholder: 'e.g. urn:li:share:6844785523593134080',
				regex,
				errorMessage:
					'Enter the URN of a post, e.g. urn:li:share:6844785523593134080, or of a comment, urn:li:comment:(urn:li:activity:…,…)',
			}),
		],
	},
	(value, what) => parseReactionTarget(locatorValue(value), what),
);

/** As LinkedIn's buttons show them. */
const BUTTONS: Readonly<Record<ReactionType, readonly [name: string, description: string]>> = {
	LIKE: ['Like', 'Thumbs up'],
	PRAISE: ['Celebrate', 'Clapping hands'],
	EMPATHY: ['Love', 'A heart'],
	INTEREST: ['Insightful', 'A light bulb'],
	APPRECIATION: ['Support', 'A hand holding a heart'],
	ENTERTAINMENT: ['Funny', 'A laughing face'],
};

export const reactionType = statedChoice<'reactionType', ReactionType>({
	displayName: 'Reaction',
	name: 'reactionType',
	options: REACTION_TYPES.map((value) => {
		const [name, description] = BUTTONS[value];
		return { name, value, description };
	}).sort((one, other) => byName(one.name, other.name)),
	default: 'LIKE',
	description: 'Which reaction to add. It replaces an earlier reaction of the same member or page.',
});
