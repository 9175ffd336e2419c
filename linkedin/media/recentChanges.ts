import type { MediaEntity } from './entity';
import type { EventsAndMemory, LibraryEvent } from './events';
import { fingerprint, FINGERPRINT_LENGTH, pieces } from './fingerprint';
import { isUnclearLookup, type MediaLookup } from './lookup';
import { idOf, idsOf, MAX_KNOWN, MAX_PENDING, type LibraryMemory } from './memory';

/**
 * Events of the entries at the top of the library and of those that were not processed yet. Without
 * a memory, everything is only recorded.
 *
 * @param top the library from its newest entry on, as far as it may have changed
 * @param lookups the pending entries that are not in `top`
 */
export function recentChanges(
	memory: LibraryMemory,
	top: readonly MediaEntity[],
	lookups: readonly MediaLookup[],
): EventsAndMemory<'known' | 'pending'> {
	const first = memory.known === undefined;
	const known = new Set(pieces(memory.known ?? '', FINGERPRINT_LENGTH));
	const added = top.filter(({ urn }) => !known.has(fingerprint(urn)));
	const isNew = new Set(added);
	const waiting = new Set(idsOf(memory.pending ?? ''));
	const watched = (urn: string): boolean => waiting.has(idOf(urn));
	const found = lookups.flatMap((lookup) => ('entity' in lookup ? [lookup.entity] : []));
	const before = [...top, ...found].filter(({ urn }) => watched(urn));
	const news = [...added, ...before.filter((entity) => !isNew.has(entity))];

	// The list is newest first; events are oldest first.
	const events = [...news]
		.reverse()
		.flatMap((entity) => [
			...(isNew.has(entity) ? [{ event: 'added', entity } as const] : []),
			...endOf(entity),
		]);
	const open = news.filter((entity) => endOf(entity).length === 0).map(({ urn }) => idOf(urn));
	const unclear = lookups.filter(isUnclearLookup).map(({ urn }) => idOf(urn));
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

/** The event of an entry whose processing has finished. */
function endOf(entity: MediaEntity): LibraryEvent[] {
	if (entity.status === 'AVAILABLE') return [{ event: 'available', entity }];
	return entity.status === 'PROCESSING_FAILED' ? [{ event: 'failed', entity }] : [];
}
