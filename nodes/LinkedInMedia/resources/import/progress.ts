import type { EntryResult, ImportResult } from '../../../../linkedin/imports/result';

/** What an import has achieved so far, kept in case n8n tries the node again. */
export class ImportProgress {
	readonly startedAt = new Date().toISOString();
	/** Imported entries, by their position in the list. */
	readonly done = new Map<number, EntryResult>();

	/** Once all of them are. */
	result?: ImportResult;

	constructor(readonly id: string) {}
}

export function isImportProgress(kept: object): kept is ImportProgress {
	return kept instanceof ImportProgress;
}
