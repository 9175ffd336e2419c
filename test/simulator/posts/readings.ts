/** What the pages of the posts leave open; `core/readings.ts` has these with the others. */
export const postReadingChoices = {
	/** The page of the posts: `x-restli-id`. The page of the images: `x-linkedin-id`. */
	postIdHeader: ['both', 'restliId', 'linkedinId'],
	/** Seen: videos make a ugcPost, the rest a share. Nothing says what makes which. */
	postUrn: ['ugcPostForVideo', 'share', 'ugcPost'],
	/** Samples of get: an organization here, a company there. */
	postAuthor: ['organization', 'company'],
	/** Schema: DRAFT is a state, and PUBLISHED the only one that a create may ask for. */
	draftOnCreate: ['refused', 'accepted'],
	/** The schema requires `commentary`; an empty one beside media was seen both ways. */
	blankCommentary: ['accepted', 'refused'],
	/** The page of the posts lists social scopes alone; a sponsored post names an ad account. */
	sponsoredScope: ['ads', 'social'],
	/** What the 3,000 characters of a commentary are; no page says. */
	commentaryLength: ['plainCodePoints', 'plainUtf16', 'asSent'],
	/** Whether the `_` of a member's id in a mention is escaped as elsewhere. */
	mentionUrn: ['rawOrEscaped', 'escaped', 'raw'],
	/** The page of little text names members and organizations only; brands are organizations too. */
	brandMention: ['linked', 'text'],
	/** Seen: a code in the details. The page of UGC posts has its message alone. */
	duplicate: ['withCode', 'messageOnly'],
	/** Codes of the videos' page against "the post will not be visible" of the assets' page. */
	postBeforeReady: ['videosRefused', 'allRefused', 'accepted'],
	/** The pages write POST for a batch get; rest.li defines GET. */
	postsBatchVerb: ['get', 'getOrPost', 'post'],
	/** Samples of posts without content: an empty record. Rest.li leaves out what is not there. */
	textPostContent: ['empty', 'omitted'],
	/** The samples of get show no target entities; no sample says of a post that it had some. */
	targetsInAnswers: ['given', 'omitted'],
	/** Whether a button needs a landing page: seen both ways. */
	labelWithoutLandingPage: ['refused', 'accepted'],
	/** Content of its own beside a reshare: no page tells of it. */
	reshareWithContent: ['refused', 'accepted'],
	/** What a create answers where the author of the parent allows no reshares; no page says. */
	reshareDisabled: ['403', '400', '422'],
	/** The page makes no difference; seen: text and button of a sponsored post stay as they are. */
	darkPostEdits: ['accepted', 'refused'],
	/** Whether the finder lists posts that no feed shows. */
	darkPostsFound: ['listed', 'hidden'],
	/** Older samples of the finder have `isDsc`, newer ones have not. */
	finderIsDsc: ['refused', 'accepted'],
	/** By which URN of a post LinkedIn takes its comments and reactions; seen: refused with the name of the other. */
	threadUrn: ['any', 'post', 'activity'],
} as const;

export const defaultPostReadings = {
	postIdHeader: 'both',
	postUrn: 'ugcPostForVideo',
	postAuthor: 'organization',
	draftOnCreate: 'refused',
	blankCommentary: 'accepted',
	sponsoredScope: 'ads',
	commentaryLength: 'plainCodePoints',
	mentionUrn: 'rawOrEscaped',
	brandMention: 'linked',
	duplicate: 'withCode',
	postBeforeReady: 'videosRefused',
	postsBatchVerb: 'get',
	textPostContent: 'empty',
	targetsInAnswers: 'given',
	labelWithoutLandingPage: 'refused',
	reshareWithContent: 'refused',
	reshareDisabled: '403',
	darkPostEdits: 'accepted',
	darkPostsFound: 'listed',
	finderIsDsc: 'refused',
	threadUrn: 'any',
} as const;
