import { libraryMetadata, type MediaEntity } from './entity';
import { isAboutTheEntry, type MediaLookup } from './lookup';
import {
	fingerprint,
	FINGERPRINT_LENGTH,
	idOf,
	idsOf,
	MAX_KNOWN,
	MAX_PENDING,
	pieces,
	type LibraryMemory,
} from './memory';

export const LIBRARY_EVENTS = ['added', 'available', 'failed', 'archived', 'reactivated'] as const;

export type LibraryEventName = (typeof LIBRARY_EVENTS)[number];

/** Something that happened to an entry, and the entry as it was seen then. */
export interface LibraryEvent {
	readonly event: LibraryEventName;
	readonly entity: MediaEntity;
}

/** Events, and what to remember so that they come once. */
export interface Change<Part extends keyof LibraryMemory> {
	readonly events: readonly LibraryEvent[];
	readonly memory: Pick<LibraryMemory, Part>;
}

/** Added, available, failed: they show at the top of the library, and in the entries themselves. */
export const RECENT_EVENTS: readonly LibraryEventName[] = ['added', 'available', 'failed'];
/** Archived, reactivated: they show in the list of the archived entries alone. */
export const ARCHIVE_EVENTS: readonly LibraryEventName[] = ['archived', 'reactivated'];

/**
 * What became of the entries at the top of the library and of those that were not processed yet.
 * Without a memory everything is only remembered.
 *
 * @param top the library from its newest entry on, as far as it may have changed
 * @param lookups the pending entries that do not stand in `top`
 */
export function recentChanges(
	memory: LibraryMemory,
	top: readonly MediaEntity[],
	lookups: readonly MediaLookup[],
): Change<'known' | 'pending'> {
	const first = memory.known === undefined;
	const known = new Set(pieces(memory.known ?? '', FINGERPRINT_LENGTH));
	const added = top.filter(({ urn }) => !known.has(fingerprint(urn)));
	const isNew = new Set(added);
	const waiting = new Set(idsOf(memory.pending ?? ''));
	const watched = (urn: string): boolean => waiting.has(idOf(urn));
	const found = lookups.flatMap((lookup) => ('entity' in lookup ? [lookup.entity] : []));
	const before = [...top, ...found].filter(({ urn }) => watched(urn));
	const news = [...added, ...before.filter((entity) => !isNew.has(entity))];

	// The list is newest first; what happened first comes first.
	const events = [...news]
		.reverse()
		.flatMap((entity) => [
			...(isNew.has(entity) ? [{ event: 'added', entity } as const] : []),
			...endOf(entity),
		]);
	const open = news.filter((entity) => endOf(entity).length === 0).map(({ urn }) => idOf(urn));
	const unclear = lookups.filter(isUnclear).map(({ urn }) => idOf(urn));
	const asked = new Set([...news, ...lookups].map(({ urn }) => idOf(urn)));
	const unasked = [...waiting].filter((id) => !asked.has(id));
	return {
		events: first ? [] : events,
		memory: {
			known: [...added.map(({ urn }) => fingerprint(urn)), ...known].slice(0, MAX_KNOWN).join(''),
			pending: [...open, ...unclear, ...unasked].slice(0, MAX_PENDING).join(','),
		},
	};
}

/** The event of an entry whose processing has ended. */
function endOf(entity: MediaEntity): LibraryEvent[] {
	if (entity.status === 'AVAILABLE') return [{ event: 'available', entity }];
	return entity.status === 'PROCESSING_FAILED' ? [{ event: 'failed', entity }] : [];
}

/** An entry that is there no more is forgotten; one that cannot be read now is asked for again. */
function isUnclear(lookup: MediaLookup): boolean {
	if ('entity' in lookup) return false;
	const { status, code } = lookup.error;
	return status !== 404 && !isAboutTheEntry(code);
}

/**
 * Entries that were archived, and entries that are archived no more.
 *
 * @param listed the library's entries with the status ARCHIVED
 * @param missing what became of the remembered ones that are not listed
 */
export function archiveChanges(
	memory: LibraryMemory,
	listed: readonly MediaEntity[],
	missing: readonly MediaLookup[],
): Change<'archived'> {
	const before = new Set(idsOf(memory.archived ?? ''));
	// LinkedIn might not understand the filter.
	const now = listed.filter((entity) => libraryStatus(entity) !== 'ACTIVE');
	const archived = now.filter(({ urn }) => !before.has(idOf(urn)));
	const back = missing.flatMap((lookup) =>
		'entity' in lookup && libraryStatus(lookup.entity) !== 'ARCHIVED' ? [lookup.entity] : [],
	);
	// The list moved while it was read: an entry that slipped through is still archived.
	const still = missing.filter(
		(lookup) => isUnclear(lookup) || ('entity' in lookup && !back.includes(lookup.entity)),
	);
	const asked = new Set([...now, ...missing].map(({ urn }) => idOf(urn)));
	const unasked = [...before].filter((id) => !asked.has(id));
	const events = [
		...[...archived].reverse().map((entity) => ({ event: 'archived', entity }) as const),
		...back.map((entity) => ({ event: 'reactivated', entity }) as const),
	];
	return {
		events: memory.archived === undefined ? [] : events,
		memory: {
			archived: [...now, ...still]
				.map(({ urn }) => idOf(urn))
				.concat(unasked)
				.join(','),
		},
	};
}

function libraryStatus(entity: MediaEntity): string | undefined {
	return libraryMetadata(entity).mediaLibraryStatus;
}

// Old names, until nodes/ follows.
export { LIBRARY_EVENTS as EVENTS };
