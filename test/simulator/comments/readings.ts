/** What the pages of the comments leave open; `core/readings.ts` has these with the others. */
export const commentReadingChoices = {
	/** Seen: the unversioned twin takes comments of tokens that the versioned API refuses. */
	legacySocialActions: ['served', 'refused'],
	/** Renamed in June 2023; whether the old scopes still do in the versioned API no page says. */
	oldCommentScopes: ['accepted', 'refused'],
	/** What `start` and `length` of a mention count; no page says. */
	commentUnits: ['utf16', 'codePoints'],
	/** A mention whose text is not the name: plain text, as in posts, or a refusal. */
	commentMentions: ['dropped', 'refused'],
	/** The schema has `content`; the error table has 403 for it. */
	commentImages: ['refused', 'accepted'],
	/** A vendor's 1,250 characters; LinkedIn's page names none. */
	commentLength: ['1250', 'none'],
	/** An edit: 200 or 204, sources differ. */
	commentEditStatus: ['204', '200'],
	/** The sample of an edit has a text; whether attributes may stand beside it no page says. */
	commentEditMentions: ['accepted', 'refused'],
	/** Versioned answers and older ones; not every one was seen with a URN. */
	commentUrnField: ['commentUrn', '$URN', 'omitted'],
	/** Samples: an organization; answers about posts also have companies. */
	commentActor: ['organization', 'company'],
	/** Seen: no `actor` for people whose data the caller may not see. */
	commenters: ['shown', 'hidden'],
	/** The table of the Comments page does not list the content administrator; that of the posts does. */
	contentAdminComments: ['refused', 'accepted'],
	/** In which order a page's notifications are listed; no page says. */
	notificationOrder: ['newestFirst', 'oldestFirst'],
	/** Seen in use; the page's samples have no range. */
	notificationRange: ['accepted', 'refused'],
	/** Whether the list of notifications has `paging`; no page says. */
	notificationPaging: ['given', 'omitted'],
	/** Whether a page of the list may have fewer than were asked for; no page names a highest number. */
	notificationCap: ['none', '20'],
	/** The page's sample of a webhook has them; of the list there is none. */
	notificationDecorations: ['given', 'omitted'],
} as const;

export const defaultCommentReadings = {
	legacySocialActions: 'served',
	oldCommentScopes: 'accepted',
	commentUnits: 'utf16',
	commentMentions: 'dropped',
	commentImages: 'refused',
	commentLength: '1250',
	commentEditStatus: '204',
	commentEditMentions: 'accepted',
	commentUrnField: 'commentUrn',
	commentActor: 'organization',
	commenters: 'shown',
	contentAdminComments: 'refused',
	notificationOrder: 'newestFirst',
	notificationRange: 'accepted',
	notificationPaging: 'given',
	notificationCap: 'none',
	notificationDecorations: 'given',
} as const;
