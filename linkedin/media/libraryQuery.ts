export type LibraryStatus = 'ACTIVE' | 'ARCHIVED';

/** Whose library, and which entries of it. */
export interface LibraryQuery {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	/** Undefined: entries of any status. */
	readonly status?: LibraryStatus;
	/** Entries to pass over, last modified first; none by default. */
	readonly start?: number;
	/** Entries asked for in one request, up to {@link MAX_PAGE_SIZE}. A function sees how many came. */
	readonly pageSize: number | ((entries: number) => number);
	/** Entries whose `id` LinkedIn leaves out are wanted too: to be shown, since nothing else can be done. */
	readonly nameless?: true;
	readonly signal?: AbortSignal;
}
