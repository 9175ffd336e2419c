import type { ContentTypeName } from './contentTypes';
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
	readonly article?: { readonly source: string; readonly description: string };
	readonly visibility: 'PUBLIC' | 'CONNECTIONS' | 'LOGGED_IN';
	readonly feedDistribution: 'MAIN_FEED' | 'NONE';
	readonly isReshareDisabledByAuthor: boolean;
	/** `urn:li:sponsoredAccount:…`: the post is for ads and appears in no feed. */
	readonly adAccount?: string;
}
