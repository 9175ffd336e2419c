import type { MediaEntity } from './entity';
import type { LibraryMemory } from './memory';

/** What a trigger may be asked to report. */
export const LIBRARY_EVENTS = ['added', 'available', 'failed', 'archived', 'reactivated'] as const;

export type LibraryEventName = (typeof LIBRARY_EVENTS)[number];

/** Something that happened to an entry, and the entry as it was seen then. */
export interface LibraryEvent {
	readonly event: LibraryEventName;
	readonly entity: MediaEntity;
}

/** Added, available, failed: they show at the top of the library, and in the entries themselves. */
export const RECENT_EVENTS: readonly LibraryEventName[] = ['added', 'available', 'failed'];
/** Archived, reactivated: they show in the list of the archived entries alone. */
export const ARCHIVE_EVENTS: readonly LibraryEventName[] = ['archived', 'reactivated'];

/** Events, and what to remember so that they come once. */
export interface EventsAndMemory<Part extends keyof LibraryMemory> {
	readonly events: readonly LibraryEvent[];
	readonly memory: Pick<LibraryMemory, Part>;
}
