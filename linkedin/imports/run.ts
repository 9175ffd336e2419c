import type { LinkedInClient } from '../api/client';
import { CancelledError } from '../api/http';
import { updateLibraryEntry } from '../media/library';
import type { ImportEntry } from './entry';
import type { ExistingEntry } from './existing';
import { entryFailureOf, failedResultOf, type EntryFailure } from './failedResult';
import { titleOf } from './entryNames';
import { markedName } from './marker';
import type { PlanOptions } from './plan';
import { planEntries, type EntryPlan } from './plan';
import type { ImportRequest } from './request';
import type { EntryResult, ImportedMedia } from './result';
import { typeByName } from './typeByName';
import { uploadEntry, type EntryTools } from './upload';

/** What came of an entry, without the fields that are the same for all. */
type Made = Pick<
	EntryResult,
	'state' | 'reason' | 'description' | 'video' | 'file' | 'uploadSession'
>;

/** What became of one entry, and why it failed where it did. */
export interface EntryOutcome {
	readonly result: EntryResult;
	readonly failure?: EntryFailure;
}

/**
 * One import: which entries are on LinkedIn already is found out once, for all of them; then they can
 * be imported in any order and several at a time. What fails is the result of that entry alone.
 */
export class ImportRun {
	private constructor(
		private readonly request: ImportRequest,
		private readonly plans: readonly EntryPlan[],
	) {}

	/**
	 * @throws LinkedInError where LinkedIn cannot be asked what is there; CancelledError
	 */
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
	 * @param warningsOf what `tools.context.warn` was given; asked when the entry is done
	 * @throws CancelledError, and nothing else
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
			if (error instanceof CancelledError) throw error;
			const failure = entryFailureOf(error);
			return { made: failedResultOf(failure, entry), failure };
		}
	}

	private async make(entry: ImportEntry, plan: EntryPlan, tools: EntryTools): Promise<Made> {
		if (plan.kind === 'wrong') throw plan.problem;
		if (plan.kind === 'exists') return this.keep(entry, plan.existing, tools);
		return { state: 'success', ...(await uploadEntry(tools, this.request, entry)) };
	}

	/** What is there stays; its name follows the request where that is wanted. */
	private async keep(
		entry: ImportEntry,
		existing: ExistingEntry,
		{ context }: EntryTools,
	): Promise<Made> {
		const { account, systemName, collection, ifExists } = this.request;
		const video = mediaOf(entry, existing, this.request);
		const title = titleOf(entry);
		if (ifExists === 'update' && account !== undefined && title !== undefined) {
			const assetName = markedName(title, { systemName, externalId: entry.externalId });
			if (assetName !== existing.assetName) {
				const update = { urn: existing.urn, account, change: { assetName } };
				const { warning } = await updateLibraryEntry(context.client, collection, update);
				if (warning !== undefined) context.warn(warning);
				return { state: 'success', reason: 'updated', video };
			}
		}
		return { state: 'skipped', reason: 'already exists', video };
	}
}

function mediaOf(
	{ url, fileName }: ImportEntry,
	{ urn }: ExistingEntry,
	{ collection }: ImportRequest,
): ImportedMedia {
	const path = URL.canParse(url) ? new URL(url).pathname : undefined;
	const mimeType = typeByName(collection.urnType, [path, fileName]);
	return {
		mediaId: urn,
		originalUrl: url,
		...(mimeType === undefined ? {} : { mimeType }),
	};
}
