import { randomUUID } from 'crypto';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../../linkedin/api/http';
import {
	overviewOf,
	type EntryResult,
	type ImportResult,
} from '../../../../linkedin/imports/result';
import { ImportRun } from '../../../../linkedin/imports/run';
import { notify } from '../../../../linkedin/imports/webhook';
import { toErrorItem, toNodeError } from '../../../shared/errors';
import { webhookPlane } from '../../../shared/webhook';
import { openLink } from '../../items/source';
import { readItemConcurrency } from '../fields/options';
import type { RunOperation } from '../operation';
import { inParallel } from '../pool';
import type { ItemRun, MediaRun } from '../run';
import { paired, toOutput } from './output';
import { ImportProgress } from './progress';
import { readImport, type FormImport } from './readImport';

/**
 * Imports all items at once as the entries of one import, or the list in each item as an import of
 * its own. What is wrong with an import as a whole is its failure; what is wrong with an entry is the
 * entry's result.
 */
export const execute: RunOperation = async function (run) {
	const items = this.getInputData().map((_, index) => index);
	const fromItems = this.getNodeParameter('entriesFrom', 0, 'items') !== 'json';
	const output: INodeExecutionData[] = [];
	for (const group of fromItems ? [items] : items.map((item) => [item])) {
		output.push(...(await importGroup.call(this, run, group, fromItems)));
	}
	return output;
};

async function importGroup(
	this: IExecuteFunctions,
	run: MediaRun,
	items: readonly number[],
	fromItems: boolean,
): Promise<INodeExecutionData[]> {
	const [first = 0] = items;
	const item = run.item(first);
	const { output, error } = await attempt.call(this, run, item, items, fromItems);
	run.rememberVersion();
	if (output) return output;
	// Of many items none in particular is to blame.
	const place = fromItems ? undefined : first;
	if (!this.continueOnFail() || error instanceof CancelledError) {
		throw toNodeError(this.getNode(), error, place, run.told, run.finished);
	}
	const input = this.getInputData()[first] ?? { json: {} };
	const nodeError = toNodeError(this.getNode(), error, place, []);
	return [{ ...toErrorItem(nodeError, error, input, first), pairedItem: paired(items) }];
}

async function attempt(
	this: IExecuteFunctions,
	run: MediaRun,
	item: ItemRun,
	items: readonly number[],
	fromItems: boolean,
): Promise<{ output?: INodeExecutionData[]; error?: unknown }> {
	try {
		const form = readImport(this, items, fromItems ? 'items' : 'json');
		const result = await importAll.call(this, run, item, form);
		return { output: toOutput(result, form, items) };
	} catch (error) {
		return { error };
	} finally {
		await item.end();
	}
}

/**
 * What an earlier try of the node achieved is not done again.
 *
 * @throws LinkedInError where LinkedIn cannot be asked what is there; CancelledError
 */
async function importAll(
	this: IExecuteFunctions,
	run: MediaRun,
	item: ItemRun,
	form: FormImport,
): Promise<ImportResult> {
	const progress =
		item.memory.recall(isProgress) ?? new ImportProgress(form.importId ?? randomUUID());
	item.memory.keep(progress);
	if (progress.result) return progress.result;
	const { id, startedAt, done } = progress;
	const results = await importEntries
		.call(this, run, item, form, done)
		.catch(async (error: unknown) => {
			if (!(error instanceof CancelledError)) await tell.call(this, item, form, id, 'failed', []);
			throw error;
		});
	await tell.call(this, item, form, id, 'success', results);
	progress.result = { id, finished: true, state: 'success', startedAt, videos: results };
	return progress.result;
}

function isProgress(kept: object): kept is ImportProgress {
	return kept instanceof ImportProgress;
}

async function importEntries(
	this: IExecuteFunctions,
	run: MediaRun,
	item: ItemRun,
	{ request, itemOf, maxRetries }: FormImport,
	done: Map<number, EntryResult>,
): Promise<readonly EntryResult[]> {
	const indices = new Set(done.keys());
	const importRun = await ImportRun.open(item.client(maxRetries), request, {
		done: indices,
		warn: (message) => {
			item.warn(message);
		},
		signal: item.signal,
	});
	const count = request.entries.length;
	const { results, failures } = await inParallel(
		count,
		readItemConcurrency(this),
		async (index) => {
			const earlier = done.get(index);
			if (earlier) return earlier;
			const entry = run.item(itemOf[index] ?? 0);
			const context = entry.uploadContext(maxRetries);
			const open = (url: string) => openLink(this, entry, context.client, { url }, 'The url');
			const imported = importRun.importEntry(index, { context, open }, entry.warnings);
			const result = await imported.finally(() => entry.end());
			if (result.state === 'success') done.set(index, result);
			return result;
		},
	);
	const [failure] = failures;
	if (failure) throw failure.error;
	const { failed } = overviewOf(results);
	if (failed > 0) {
		item.warn(`${failed} of ${count} entries were not imported: see "reason" in each of them.`);
	}
	return results;
}

async function tell(
	this: IExecuteFunctions,
	item: ItemRun,
	{ webhook, context, maxRetries }: FormImport,
	id: string,
	state: 'success' | 'failed',
	results: readonly EntryResult[],
): Promise<void> {
	if (!webhook) return;
	const tools = {
		...item.client(maxRetries).options,
		send: webhookPlane(this),
		signal: item.signal,
	};
	const notification = { id, state, overview: overviewOf(results), context };
	const hint = await notify(tools, webhook, notification);
	if (hint !== undefined) item.warn(hint);
}
