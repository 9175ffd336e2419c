import { randomUUID } from 'crypto';

import type { EntryFailure } from '../../../../linkedin/imports/failedResult';
import type { EntryResult, ImportResult } from '../../../../linkedin/imports/result';

/** What an import has become, and why entries of it failed, by their place in the list. */
export interface EndedImport {
	readonly result: ImportResult;
	readonly failures: ReadonlyMap<number, EntryFailure>;
}

/** What an import has achieved, kept for the case that n8n tries the node again. */
export class ImportProgress {
	readonly startedAt = new Date();
	/** Entries that were imported, by their place in the list. */
	readonly done = new Map<number, EntryResult>();

	/** Once all of them are. */
	ended?: EndedImport;

	/** @param id where the user names it */
	constructor(readonly id: string = randomUUID()) {}
}

export function isImportProgress(kept: object): kept is ImportProgress {
	return kept instanceof ImportProgress;
}
