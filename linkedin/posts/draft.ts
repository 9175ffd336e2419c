import type { CallToAction } from './callToAction';
import type { ContentTypeName } from './contentTypes';
import type { TargetEntity } from './targetEntities';
import type { Hashtags } from './typedText';

/** A post as entered in the form, without its media, which may not be uploaded yet. */
export interface PostDraft {
	/** `urn:li:person:…` or `urn:li:organization:…` */
	readonly author: string;
	/** As typed; may be empty. */
	readonly commentary: string;
	readonly hashtags: Hashtags;
	readonly contentType: ContentTypeName;
	/** In the order of the images; empty for no text. */
	readonly altTexts: readonly string[];
	/** Empty: none. */
	readonly title: string;
	readonly article?: {
		readonly source: string;
		readonly description: string;
		/** What its thumbnail shows, for those who do not see it. */
		readonly thumbnailAltText?: string;
	};
	/** One per medium, in its order, of an ad that has cards. */
	readonly cards?: readonly Card[];
	/** The URN of the post that is shared. */
	readonly parent?: string;
	readonly visibility: 'PUBLIC' | 'CONNECTIONS' | 'LOGGED_IN';
	readonly feedDistribution: 'MAIN_FEED' | 'NONE';
	readonly isReshareDisabledByAuthor: boolean;
	/** `urn:li:sponsoredAccount:…`: the post is for ads and appears in no feed. */
	readonly adAccount?: string;
	/** LinkedIn's word for the button of an ad. */
	readonly callToAction?: CallToAction;
	/** Where a click on an ad leads. */
	readonly landingPage?: string;
	/** Who sees a page's post, as LinkedIn takes it; empty: everybody. */
	readonly targetEntities: readonly TargetEntity[];
}

/** What a card says besides its image. */
interface Card {
	readonly title: string;
	readonly landingPage: string;
}
