import type { LibraryEventName } from './events';
import { MAX_PAGE_SIZE } from './find';
import { RUN } from './landmarks';

/** A library, and the events to report. */
export interface LibraryWatch {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
	/** Epoch milliseconds after which nothing more is requested: the rest comes next time. */
	readonly deadline: number;
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

export function wants({ events }: LibraryWatch, names: readonly LibraryEventName[]): boolean {
	return names.some((name) => events.has(name));
}
