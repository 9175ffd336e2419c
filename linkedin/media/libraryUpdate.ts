import type { LibraryStatus } from './libraryQuery';

/** The fields that LinkedIn accepts; it silently ignores all others. */
export interface LibraryChange {
	readonly assetName?: string;
	readonly mediaLibraryStatus?: LibraryStatus;
}

/** An entry of an ad account's library, and its changes. */
export interface LibraryUpdate {
	readonly urn: string;
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly change: LibraryChange;
}
