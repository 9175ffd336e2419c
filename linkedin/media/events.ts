import type { MediaEntity } from './entity';
import type { LibraryMemory } from './memory';

/** What a trigger can report. */
export const LIBRARY_EVENTS = ['added', 'available', 'failed', 'archived', 'reactivated'] as const;

export type LibraryEventName = (typeof LIBRARY_EVENTS)[number];

/** Something that happened to an entry, and the entry as it was seen then. */
export interface LibraryEvent {
	readonly event: LibraryEventName;
	readonly entity: MediaEntity;
}

/** Added, available, failed: visible at the top of the library, and in the entries themselves. */
export const RECENT_EVENTS: readonly LibraryEventName[] = ['added', 'available', 'failed'];
/** Archived, reactivated: visible only in the list of archived entries. */
export const ARCHIVE_EVENTS: readonly LibraryEventName[] = ['archived', 'reactivated'];

/** Events, and what to remember so that they are reported only once. */
export interface EventsAndMemory<Part extends keyof LibraryMemory> {
	readonly events: readonly LibraryEvent[];
	readonly memory: Pick<LibraryMemory, Part>;
}
