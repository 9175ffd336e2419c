import type { LinkedInClient } from '../api/client';
import { Problem } from '../problem';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import type { LibraryEvent, LibraryEventName } from './events';
import { findByAccount, MAX_PAGE_SIZE } from './find';
import { libraryMetadata } from './libraryMetadata';
import type { LibraryStatus } from './libraryQuery';

/** Entries that are looked through for one that fits. */
const MOST = 10_000;
/** Nearly always enough. */
const FIRST_PAGE = 100;

/** How an entry looks right after each event; the most telling event first. */
const FITS: ReadonlyArray<readonly [LibraryEventName, (entity: MediaEntity) => boolean]> = [
	['available', ({ status }) => status === 'AVAILABLE'],
	['failed', ({ status }) => status === 'PROCESSING_FAILED'],
	['archived', (entity) => libraryMetadata(entity).mediaLibraryStatus === 'ARCHIVED'],
	['reactivated', (entity) => libraryMetadata(entity).mediaLibraryStatus === 'ACTIVE'],
	['added', () => true],
];

interface Wanted {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
}

/**
 * The newest entry of a library as one of these events would bring it: nothing in it is made up.
 *
 * @returns how many entries were looked at, where none fits
 * @throws LinkedInError
 */
export async function newestOf(
	client: LinkedInClient,
	collection: LibraryCollection,
	{ account, events }: Wanted,
): Promise<LibraryEvent | { readonly read: number }> {
	const pageSize = (entries: number): number => (entries === 0 ? FIRST_PAGE : MAX_PAGE_SIZE);
	const query = { account, status: statusOf(events), pageSize };
	let read = 0;
	for await (const page of findByAccount(client, collection, query)) {
		for (const entity of page) {
			const fit = FITS.find(([event, fits]) => events.has(event) && fits(entity));
			if (fit) return { event: fit[0], entity };
		}
		read += page.length;
		if (read >= MOST) break;
	}
	return { read };
}

/** Where only that part of the library can have one. */
function statusOf(events: ReadonlySet<LibraryEventName>): LibraryStatus | undefined {
	if (events.size !== 1) return undefined;
	if (events.has('archived')) return 'ARCHIVED';
	return events.has('reactivated') ? 'ACTIVE' : undefined;
}

/** @param read entries that were looked at, none of which fits */
export function noSample(account: string, read: number): Problem {
	if (read >= MOST) {
		return new Problem(
			`None of the newest entries in the media library of ${account} fits the events`,
			{
				description: `The newest ${MOST} were checked. Choose other events, or publish the workflow.`,
			},
		);
	}
	return new Problem(`No entry in the media library of ${account} fits the events`, {
		description:
			'So there is no test event. Upload media with "Media Library Entry" first, choose other events, or publish the workflow.',
	});
}
