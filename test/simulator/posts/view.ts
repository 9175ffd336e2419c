import type { Simulation } from '../core/simulation';
import { attachmentsReady } from './attachments';
import { plainText, storedText } from './littleText';
import type { AdContext, Post, Reshare } from './post';

export interface MentionView {
	readonly name: string | undefined;
	readonly urn: string;
}

export interface PostView {
	readonly urn: string;
	readonly author: string;
	/** Little text, as a get answers with it. */
	readonly commentary: string;
	/** What a member reads. */
	readonly text: string;
	/** Where it was cut: what was sent from there on; `''` for a post that is whole. */
	readonly lostText: string;
	readonly mentions: readonly MentionView[];
	/** Without their sign. */
	readonly hashtags: readonly string[];
	readonly visibility: string;
	readonly feedDistribution: 'MAIN_FEED' | 'NONE';
	readonly lifecycleState: 'PUBLISHED' | 'DRAFT';
	/** As a get answers with it. */
	readonly content: object | undefined;
	/** URNs of the videos, images and documents in it. */
	readonly media: readonly string[];
	readonly isReshareDisabledByAuthor: boolean;
	readonly adContext: AdContext | undefined;
	readonly contentLandingPage: string | undefined;
	readonly contentCallToActionLabel: string | undefined;
	readonly targetEntities: readonly object[];
	readonly reshareContext: Reshare | undefined;
	/** Published, not deleted, and all of its media available. */
	readonly visible: boolean;
	readonly deleted: boolean;
	readonly isEditedByAuthor: boolean;
	readonly createdAt: number;
	readonly lastModifiedAt: number;
	/** The body as it came. */
	readonly createRequest: unknown;
}

export function viewPost(simulation: Simulation, post: Post): PostView {
	const { commentary, content, deletedAt, lifecycleState } = post;
	const media = content?.media ?? [];
	const published = lifecycleState === 'PUBLISHED' && deletedAt === undefined;
	return {
		urn: post.urn,
		author: post.author,
		commentary: storedText(commentary),
		text: plainText(commentary, (urn) => nameOf(simulation, urn)),
		lostText: commentary.lost,
		mentions: commentary.elements.flatMap((element) =>
			element.kind === 'mention' ? [{ name: element.name, urn: element.urn }] : [],
		),
		hashtags: commentary.elements.flatMap((element) =>
			element.kind === 'hashtag' ? [element.word] : [],
		),
		visibility: post.visibility,
		feedDistribution: post.distribution.feedDistribution,
		lifecycleState,
		content: content?.shown,
		media,
		isReshareDisabledByAuthor: post.isReshareDisabledByAuthor,
		adContext: post.adContext,
		contentLandingPage: post.contentLandingPage,
		contentCallToActionLabel: post.contentCallToActionLabel,
		targetEntities: post.distribution.targetEntities,
		reshareContext: post.reshare,
		visible: published && attachmentsReady(simulation, media),
		deleted: deletedAt !== undefined,
		isEditedByAuthor: post.isEdited,
		createdAt: post.createdAt,
		lastModifiedAt: post.modified.at,
		createRequest: post.createRequest,
	};
}

/** Of the world; a stranger goes by the URN. */
function nameOf({ world }: Simulation, urn: string): string {
	const id = urn.split(':')[3] ?? '';
	if (urn.startsWith('urn:li:organization:')) return world.organizations[id]?.name ?? urn;
	const member = world.members[id];
	return member === undefined ? urn : `${member.givenName} ${member.familyName}`;
}
