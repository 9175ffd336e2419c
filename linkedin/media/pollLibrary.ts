import type { LinkedInClient } from '../api/client';
import { archiveChanges } from './archiveChanges';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { ARCHIVE_EVENTS, RECENT_EVENTS, type LibraryEvent } from './events';
import { Landmarks } from './landmarks';
import { LibraryReader } from './libraryReader';
import { FOLLOWED, POLL_SIZES, wants, type LibraryWatch } from './libraryWatch';
import { dueEntries } from './lookSchedule';
import { idOf, idsOf, MAX_ARCHIVED, MAX_KNOWN, type LibraryMemory } from './memory';
import { minuteOf, readPending, type PendingEntry } from './pending';
import { tooManyProblem, tooSlowProblem } from './pollProblems';
import { recentChanges } from './recentChanges';

/** What happened since the last poll, and the memory to keep for the next one. */
interface PollResult {
	readonly events: readonly LibraryEvent[];
	readonly memory: LibraryMemory;
}

/**
 * One poll of a library. It can be repeated with the same memory: no event is reported twice unless
 * the memory was not kept, and what one poll doesn't reach, the next one finds.
 *
 * @param memory of the last poll; what is missing in it is only recorded now, without an event
 * @throws LinkedInError; Problem for a library that is too large for the requested events
 */
export async function pollLibrary(
	client: LinkedInClient,
	collection: LibraryCollection,
	watch: LibraryWatch,
	memory: LibraryMemory,
): Promise<PollResult> {
	const reader = new LibraryReader(client, collection, watch, memory);
	const recent = wants(watch, RECENT_EVENTS) ? await pollRecent(reader, memory) : NOTHING;
	const archive = wants(watch, ARCHIVE_EVENTS) ? await pollArchive(reader, memory) : NOTHING;
	return {
		events: [...recent.events, ...archive.events].filter(({ event }) => watch.events.has(event)),
		memory: { ...recent.memory, ...archive.memory, refused: reader.refused },
	};
}

const NOTHING: PollResult = { events: [], memory: {} };
const NONE_DUE = { entries: [], looks: undefined };

/** The top of the library down to what has not changed, and the pending entries below it. */
async function pollRecent(reader: LibraryReader, memory: LibraryMemory): Promise<PollResult> {
	const { watch, collection } = reader;
	const { firstPage, page, run } = watch.sizes ?? POLL_SIZES;
	const follow = wants(watch, FOLLOWED);
	const now = minuteOf(reader.now);
	const first = memory.known === undefined || (follow && memory.pending === undefined);
	const before: LibraryMemory = first ? {} : memory;
	const landmarks = new Landmarks(before.newest ?? '', run);
	const { entities, whole } = await reader.read({
		pageSize: (read) => (read === 0 && !first ? firstPage : page),
		enough: (entries, read) => landmarks.pass(entries) || read >= MAX_KNOWN,
	});
	if (first && !whole) throw tooSlowProblem(collection, watch.account);
	const due = follow
		? dueEntries(pendingBelow(before, entities, now), before.looks, now)
		: NONE_DUE;
	const lookups = follow ? await reader.lookUp(due.entries.map(({ id }) => id)) : [];
	const { events, memory: after } = recentChanges(before, entities, lookups, now);
	return {
		events,
		memory: {
			known: after.known,
			// What was not reached will still be found above the old landmarks.
			newest: whole ? landmarks.newest : before.newest,
			pending: follow ? after.pending : undefined,
			looks: due.looks,
		},
	};
}

/** All archived entries: archiving doesn't move an entry to the top. */
async function pollArchive(reader: LibraryReader, memory: LibraryMemory): Promise<PollResult> {
	const { watch, collection } = reader;
	const { entities, whole } = await reader.read({
		status: 'ARCHIVED',
		pageSize: (watch.sizes ?? POLL_SIZES).page,
		enough: (_, read) => {
			if (read > MAX_ARCHIVED) throw tooManyProblem(collection, watch.account);
			return false;
		},
	});
	if (memory.archived === undefined && !whole) throw tooSlowProblem(collection, watch.account);
	const listed = new Set(entities.map(({ urn }) => idOf(urn)));
	const missing = idsOf(memory.archived ?? '').filter((id) => !listed.has(id));
	return archiveChanges(memory, entities, whole ? await reader.lookUp(missing) : []);
}

/** What stands at the top was seen with it. */
function pendingBelow(
	memory: LibraryMemory,
	top: readonly MediaEntity[],
	now: number,
): PendingEntry[] {
	const seen = new Set(top.map(({ urn }) => idOf(urn)));
	return readPending(memory.pending ?? '', now).filter(({ id }) => !seen.has(id));
}
