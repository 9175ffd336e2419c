import { randomUUID } from 'crypto';
import type { INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../../linkedin/api/http';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import { overviewOf, type EntryResult } from '../../../../linkedin/imports/result';
import { ImportRun, type EntryOutcome } from '../../../../linkedin/imports/run';
import { notifyWebhook } from '../../../../linkedin/imports/notifyWebhook';
import { openFile } from '../../../files/open';
import { Form } from '../../../form/form';
import { toErrorItem, toNodeError } from '../../../run/errors';
import type { Item } from '../../../run/item';
import type { RunOperation } from '../../../run/operation';
import { inParallel } from '../../../run/pool';
import type { Run } from '../../../run/run';
import { sendToWebhook } from '../../../transport/webhook';
import { entriesFrom } from './entry';
import { importFields } from './fields';
import { pairedWith, toOutput } from './output';
import { isImportProgress, ImportProgress, type EndedImport } from './progress';
import { readImport, type FormImport } from './readImport';

/**
 * Imports all items at once as the entries of one import, or the list in each item as an import of
 * its own. What is wrong with an import as a whole is its failure; what is wrong with an entry is the
 * entry's result.
 */
export const fromUrls: RunOperation = {
	value: 'fromUrls',
	name: 'From URLs',
	action: 'Import videos or images by URL',
	description: 'Import a list of files by URL, skipping those that an earlier import brought in',
	fields: importFields,
	async executeAll(run) {
		const { execution } = run;
		const items = execution.getInputData().map((_, index) => index);
		const from = Form.ofItem(execution, 0).read(entriesFrom);
		const groups = from === 'items' ? [items] : items.map((item) => [item]);
		const output: INodeExecutionData[] = [];
		for (const group of groups) output.push(...(await importGroup(run, group, from)));
		return output;
	},
};

type From = 'items' | 'json';

async function importGroup(
	run: Run,
	indices: readonly number[],
	from: From,
): Promise<INodeExecutionData[]> {
	const { execution } = run;
	const { output, error } = await tryGroup(run, indices, from);
	run.tellConnection();
	if (output) return output;
	const [first = 0] = indices;
	// Of many items none in particular is to blame.
	const place = from === 'items' ? {} : { itemIndex: first };
	const node = execution.getNode();
	if (!execution.continueOnFail() || error instanceof CancelledError) {
		const { warnings, finished } = run;
		throw toNodeError(node, error, { ...place, warnings, finished });
	}
	const input = execution.getInputData()[first] ?? { json: {} };
	const errorItem = toErrorItem(toNodeError(node, error, place), error, input, first);
	return [{ ...errorItem, pairedItem: pairedWith(indices) }];
}

async function tryGroup(
	run: Run,
	indices: readonly number[],
	from: From,
): Promise<{ output?: INodeExecutionData[]; error?: unknown }> {
	const items = indices.map((index) => run.item(index));
	try {
		const form = readImport(items, from);
		return { output: toOutput(await importAll(run, form.first, form), form, items) };
	} catch (error) {
		return { error };
	} finally {
		await Promise.all(items.map((item) => item.end()));
	}
}

/**
 * What an earlier try of the node achieved is not done again.
 *
 * @throws LinkedInError where LinkedIn cannot be asked what is there; CancelledError
 */
async function importAll(run: Run, item: Item, form: FormImport): Promise<EndedImport> {
	const progress =
		item.memory.recall(isImportProgress) ?? new ImportProgress(form.importId ?? randomUUID());
	item.memory.keep(progress);
	if (progress.ended) return progress.ended;
	const { id, startedAt, done } = progress;
	const outcomes = await importEntries(run, item, form, done).catch(async (error: unknown) => {
		if (!(error instanceof CancelledError)) {
			await report(item, form, { id, state: 'failed', results: [] });
		}
		throw error;
	});
	const videos = outcomes.map(({ result }) => result);
	await report(item, form, { id, state: 'success', results: videos });
	progress.ended = {
		result: { id, finished: true, state: 'success', startedAt, videos },
		failures: new Map(
			outcomes.flatMap(({ failure }, index) => (failure ? [[index, failure] as const] : [])),
		),
	};
	return progress.ended;
}

async function importEntries(
	run: Run,
	item: Item,
	{ request: asked, owner, itemOf }: FormImport,
	done: Map<number, EntryResult>,
): Promise<readonly EntryOutcome[]> {
	const warn = (message: string): void => {
		item.warn(message);
	};
	const request = { ...asked, owner: await item.urnOf(owner) };
	const importRun = await ImportRun.open(item.client, request, {
		done: new Set(done.keys()),
		warn,
		signal: item.signal,
	});
	const count = request.entries.length;
	const work = async (index: number): Promise<EntryOutcome> => {
		const earlier = done.get(index);
		if (earlier) return { result: earlier };
		const entry = run.item(itemOf[index] ?? 0);
		const open = (url: string, use: UrlUse) =>
			openFile(entry, { from: 'url', url, what: 'The url' }, use);
		const tools = { context: entry.context, open };
		const outcome = await importRun
			.importEntry(index, tools, () => entry.warnings)
			.finally(() => entry.end());
		if (outcome.result.state === 'success') done.set(index, outcome.result);
		return outcome;
	};
	const { results, failures } = await inParallel(count, run.itemConcurrency, work);
	const [failure] = failures;
	if (failure) throw failure.error;
	const { failed } = overviewOf(results.map(({ result }) => result));
	if (failed > 0) {
		warn(`${failed} of ${count} entries were not imported. See "reason" in each of them.`);
	}
	return results;
}

/** Tells the webhook how the import ended. */
async function report(
	item: Item,
	{ webhook, context }: FormImport,
	{
		id,
		state,
		results,
	}: { id: string; state: 'success' | 'failed'; results: readonly EntryResult[] },
): Promise<void> {
	if (!webhook) return;
	const tools = {
		...item.client.options,
		send: sendToWebhook(item.execution),
		messageId: randomUUID(),
		signal: item.signal,
	};
	const notification = { id, state, overview: overviewOf(results), context };
	const warning = await notifyWebhook(tools, webhook, notification);
	if (warning !== undefined) item.warn(warning);
}
