import type { LibraryStatus } from './libraryQuery';

/** The fields that LinkedIn takes; it ignores all others without a word. */
export interface LibraryChange {
	readonly assetName?: string;
	readonly mediaLibraryStatus?: LibraryStatus;
}

/** An entry of an ad account's library, and what is to change. */
export interface LibraryUpdate {
	readonly urn: string;
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly change: LibraryChange;
}
