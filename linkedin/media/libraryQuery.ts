export type LibraryStatus = 'ACTIVE' | 'ARCHIVED';

/** Whose library, and which entries of it. */
export interface LibraryQuery {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	/** Undefined: entries of any status. */
	readonly status?: LibraryStatus;
	/** Entries per request, up to {@link MAX_PAGE_SIZE}. A function is given how many came so far. */
	readonly pageSize: number | ((entries: number) => number);
	readonly signal?: AbortSignal;
}
