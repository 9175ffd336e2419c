import { ARCHIVE_EVENTS, type LibraryEventName } from './events';
import { MAX_PAGE_SIZE } from './find';
import { RUN } from './landmarks';
import type { SingleReads } from './singleReads';

/** A library, and the events to report. */
export interface LibraryWatch {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
	/** Epoch milliseconds after which nothing more is requested: the rest comes next time. */
	readonly deadline: number;
	/** The poll's, shared by all libraries; without it this one alone has them. */
	readonly singles?: SingleReads;
	readonly sizes?: PollSizes;
}

/** How much is read at once. */
interface PollSizes {
	/** Changes since the last poll are at the top: most polls need no more than this. */
	readonly firstPage: number;
	readonly page: number;
	/** See {@link Landmarks}. */
	readonly run: number;
}

export const POLL_SIZES: PollSizes = { firstPage: 100, page: MAX_PAGE_SIZE, run: RUN };

/** How many of a library's events look for entries by their ids: those of its top, those of its archive. */
export function askersOf(watch: Pick<LibraryWatch, 'events'>): number {
	return [FOLLOWED, ARCHIVE_EVENTS].filter((names) => wants(watch, names)).length;
}

/** Events for which an entry is followed until its processing has ended. */
export const FOLLOWED: readonly LibraryEventName[] = ['available', 'failed'];

export function wants(
	{ events }: Pick<LibraryWatch, 'events'>,
	names: readonly LibraryEventName[],
): boolean {
	return names.some((name) => events.has(name));
}
