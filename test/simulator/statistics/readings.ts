/** What the pages of statistics and reactions leave open; `core/readings.ts` has these with the others. */
export const statisticsReadingChoices = {
	/** Only of posts the page says that what has no activity is left out. */
	quietDays: ['given', 'omitted'],
	/** Whether a range may end in the future, as one does that includes today; no page says. */
	futureEnd: ['accepted', 'refused'],
	/** "12 months": of whole days, or to the millisecond; no page says. */
	statisticsBound: ['day', 'millisecond'],
	/** The pages of members' statistics say nothing of what has no activity. */
	quietMember: ['zero', 'omitted'],
	/** What becomes of a post of somebody else among a page's; no page says. */
	foreignPosts: ['omitted', 'refused'],
	/** How many posts may be named in a call; no page says. */
	statisticsList: ['any', 'atMost20'],
	/** The page names ugcPosts; a share that holds a video was not seen. */
	videoShares: ['refused', 'accepted'],
	/** Seen: numbers, and numbers as text. */
	videoValue: ['number', 'text'],
	/**
	 * The Reactions and Social Metadata pages of 2023-07 to 2025-01 list the scopes without `_feed`, that
	 * of Reactions of 2026 only those with it. Seen: 403 `partnerApiReactions.CREATE` for `w_member_social`
	 * of an app without Community Management.
	 */
	oldReactionScopes: ['refused', 'accepted'],
	/** What a create answers that takes the place of another reaction; no page says. */
	reactionReplaced: ['201', '200'],
	/** What a second deletion of a reaction answers; no page says. */
	reactionGone: ['204', '404'],
} as const;

export const defaultStatisticsReadings = {
	quietDays: 'given',
	futureEnd: 'accepted',
	statisticsBound: 'day',
	quietMember: 'zero',
	foreignPosts: 'omitted',
	statisticsList: 'any',
	videoShares: 'refused',
	videoValue: 'number',
	oldReactionScopes: 'refused',
	reactionReplaced: '201',
	reactionGone: '204',
} as const;
