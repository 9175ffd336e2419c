import { isRecord } from '../api/parse';
import type { MediaEntity } from './entity';
import { libraryMetadata } from './libraryMetadata';
import { fingerprint, digest, FINGERPRINT_LENGTH } from './fingerprint';

/**
 * What a trigger remembers of one collection of a library between two polls: plain JSON, and only
 * what its events need. Entries are stored as fingerprints of 8 characters, because n8n keeps this
 * with the workflow, unless their URN is needed again.
 */
export interface LibraryMemory {
	/** Added, available, failed: every entry seen, newest first, in one text. */
	readonly known?: string;
	/** The same: the newest entries in their order, 12 characters each. See {@link Landmarks}. */
	readonly newest?: string;
	/** Available, failed: the entries whose processing has not ended. See {@link readPending}. */
	readonly pending?: string;
	/** The same: when the older ones of them were looked for. See {@link dueEntries}. */
	readonly looks?: string;
	/** Where LinkedIn refused batch get: the day, UTC, as days since 1970. */
	readonly refused?: string;
	/** Archived, reactivated: ids of the archived entries, separated by commas. */
	readonly archived?: string;
}

/** Entries that are remembered as seen; in a larger library, the newest. */
export const MAX_KNOWN = 20_000;
/** Archived entries of a library that can be watched. */
export const MAX_ARCHIVED = 10_000;
/** Entries at the top of the list whose order is remembered. */
export const MAX_NEWEST = 200;

export const LANDMARK_LENGTH = 12;

/**
 * An entry and what its last-modified time covers: name and state. Not the library status, because
 * LinkedIn doesn't change the time for it.
 */
export function landmark(entity: MediaEntity): string {
	const state = JSON.stringify([entity.status, libraryMetadata(entity).assetName ?? null]);
	return fingerprint(entity.urn) + digest(state, LANDMARK_LENGTH - FINGERPRINT_LENGTH);
}

export function idsOf(text: string): string[] {
	return text === '' ? [] : text.split(',');
}

export function idOf(urn: string): string {
	return urn.slice(urn.lastIndexOf(':') + 1);
}

/** Reads what n8n stored; anything invalid counts as no memory. */
export function readMemory(value: unknown): LibraryMemory | undefined {
	if (!isRecord(value)) return undefined;
	const text = (name: keyof LibraryMemory): string | undefined => {
		const part = value[name];
		return typeof part === 'string' ? part : undefined;
	};
	return {
		known: text('known'),
		newest: text('newest'),
		pending: text('pending'),
		looks: text('looks'),
		refused: text('refused'),
		archived: text('archived'),
	};
}
