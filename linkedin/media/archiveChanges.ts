import type { MediaEntity } from './entity';
import type { EventsAndMemory } from './events';
import { libraryMetadata } from './libraryMetadata';
import type { MediaLookup } from './lookup';
import { isUnclearLookup } from './lookup';
import type { LibraryMemory } from './memory';
import { idsOf, idOf } from './memory';

/**
 * Entries that were archived, and entries that are no longer archived.
 *
 * @param listed the library's entries with the status ARCHIVED
 * @param missing lookups of the remembered entries that are not listed
 */
export function archiveChanges(
	memory: LibraryMemory,
	listed: readonly MediaEntity[],
	missing: readonly MediaLookup[],
): EventsAndMemory<'archived'> {
	const before = new Set(idsOf(memory.archived ?? ''));
	// LinkedIn might ignore the filter.
	const now = listed.filter((entity) => libraryStatus(entity) !== 'ACTIVE');
	const archived = now.filter(({ urn }) => !before.has(idOf(urn)));
	const back = missing.flatMap((lookup) =>
		'entity' in lookup && libraryStatus(lookup.entity) !== 'ARCHIVED' ? [lookup.entity] : [],
	);
	// The list changed while it was read: an entry that was missed is still archived.
	const still = missing.filter(
		(lookup) => isUnclearLookup(lookup) || ('entity' in lookup && !back.includes(lookup.entity)),
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
