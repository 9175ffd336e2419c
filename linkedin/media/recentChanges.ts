import type { MediaEntity } from './entity';
import type { EventsAndMemory, LibraryEvent } from './events';
import { fingerprint, FINGERPRINT_LENGTH, pieces } from './fingerprint';
import { isUnclearLookup, type MediaLookup } from './lookup';
import { idOf, MAX_KNOWN, type LibraryMemory } from './memory';
import { readPending, writePending, type PendingEntry } from './pending';
import { WAITING_UPLOAD } from './watchWarnings';

/**
 * Events of the entries at the top of the library and of those that were not processed yet. Without
 * a memory, everything is only recorded.
 *
 * @param top the library from its newest entry on, as far as it may have changed
 * @param lookups the pending entries below `top` that were looked for
 * @param now minutes since 1970
 */
export function recentChanges(
	memory: LibraryMemory,
	top: readonly MediaEntity[],
	lookups: readonly MediaLookup[],
	now: number,
): EventsAndMemory<'known' | 'pending'> {
	const first = memory.known === undefined;
	const known = new Set(pieces(memory.known ?? '', FINGERPRINT_LENGTH));
	const added = top.filter(({ urn }) => !known.has(fingerprint(urn)));
	const isNew = new Set(added);
	const waiting = new Map(readPending(memory.pending ?? '', now).map((entry) => [entry.id, entry]));
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
	const open = news
		.filter((entity) => endOf(entity).length === 0)
		.map((entity) => toPending(entity, waiting.get(idOf(entity.urn)), now));
	const unclear = lookups
		.filter(isUnclearLookup)
		.flatMap(({ urn }) => waiting.get(idOf(urn)) ?? []);
	const asked = new Set([...news, ...lookups].map(({ urn }) => idOf(urn)));
	const unasked = [...waiting.values()].filter(({ id }) => !asked.has(id));
	return {
		events: first ? [] : events,
		memory: {
			known: [...added.map(({ urn }) => fingerprint(urn)), ...known].slice(0, MAX_KNOWN).join(''),
			// Who was seen just now is the last to be looked for, where not all can be.
			pending: writePending([...unasked, ...open, ...unclear], now),
		},
	};
}

/** Its time starts again when its file has arrived: from then on LinkedIn is at work. */
function toPending(
	{ urn, status }: MediaEntity,
	before: PendingEntry | undefined,
	now: number,
): PendingEntry {
	const waitsForUpload = status === WAITING_UPLOAD;
	const isSame = before?.waitsForUpload === waitsForUpload;
	return { id: idOf(urn), since: isSame ? before.since : now, waitsForUpload };
}

/** The event of an entry whose processing has ended. */
function endOf(entity: MediaEntity): LibraryEvent[] {
	if (entity.status === 'AVAILABLE') return [{ event: 'available', entity }];
	return entity.status === 'PROCESSING_FAILED' ? [{ event: 'failed', entity }] : [];
}
