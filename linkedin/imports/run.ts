import type { LinkedInClient } from '../api/client';
import { CancelledError } from '../api/http';
import { Announced } from '../api/intent';
import type { ImportEntry } from './entry';
import { entryFailureOf, failedResultOf, type EntryFailure } from './failedResult';
import { keepEntry } from './keep';
import type { PlanOptions } from './plan';
import { planEntries, type EntryPlan } from './plan';
import type { ImportRequest } from './request';
import type { EntryResult } from './result';
import { openEntry, uploadEntry, type EntryTools } from './upload';

/** What came of an entry, without the fields that are the same for all. */
type Made = Omit<EntryResult, 'systemName' | 'externalId' | 'metadata' | 'warnings'>;

/** What became of one entry, and why it failed where it did. */
export interface EntryOutcome {
	readonly result: EntryResult;
	readonly failure?: EntryFailure;
}

/**
 * One import: which entries are already on LinkedIn is determined once for all of them; then they
 * can be imported in any order, several at a time. A failure affects only its entry.
 */
export class ImportRun {
	private constructor(
		private readonly request: ImportRequest,
		private readonly plans: readonly EntryPlan[],
	) {}

	/** @throws LinkedInError if LinkedIn can't be asked what is there; CancelledError */
	static async open(
		client: LinkedInClient,
		request: ImportRequest,
		options: PlanOptions,
	): Promise<ImportRun> {
		return new ImportRun(request, await planEntries(client, request, options));
	}

	/**
	 * Imports one entry.
	 *
	 * @param warningsOf returns what `tools.context.warn` was given, once the entry is done
	 * @throws CancelledError; Announced, if nothing is to be written; and nothing else
	 */
	async importEntry(
		index: number,
		tools: EntryTools,
		warningsOf: () => readonly string[],
	): Promise<EntryOutcome> {
		const { systemName, entries } = this.request;
		const entry = entries[index];
		const plan = this.plans[index];
		if (!entry || !plan) throw new Error(`there is no entry ${index}`);
		const { failure, made } = await this.tryToMake(entry, plan, tools);
		const { externalId, metadata } = entry;
		const warnings = warningsOf();
		const result = {
			state: made.state,
			...(made.reason === undefined ? {} : { reason: made.reason }),
			...(made.description === undefined ? {} : { description: made.description }),
			systemName,
			externalId,
			...(made.video === undefined ? {} : { video: made.video }),
			...(made.file === undefined ? {} : { file: made.file }),
			...(made.known === undefined ? {} : { known: made.known }),
			...(metadata === undefined ? {} : { metadata }),
			...(made.uploadSession && { uploadSession: made.uploadSession }),
			...(warnings.length === 0 ? {} : { warnings: [...warnings] }),
		};
		return { result, ...(failure && { failure }) };
	}

	private async tryToMake(
		entry: ImportEntry,
		plan: EntryPlan,
		tools: EntryTools,
	): Promise<{ readonly made: Made; readonly failure?: EntryFailure }> {
		try {
			return { made: await this.make(entry, plan, tools) };
		} catch (error) {
			if (error instanceof CancelledError || error instanceof Announced) throw error;
			const failure = entryFailureOf(error);
			return { made: failedResultOf(failure, entry), failure };
		}
	}

	private async make(entry: ImportEntry, plan: EntryPlan, tools: EntryTools): Promise<Made> {
		if (plan.kind === 'wrong') throw plan.problem;
		if (plan.kind === 'exists') return keepEntry(tools, this.request, entry, plan.existing);
		const source = await openEntry(tools, this.request, entry);
		return { state: 'success', ...(await uploadEntry(tools, this.request, entry, { source })) };
	}
}
