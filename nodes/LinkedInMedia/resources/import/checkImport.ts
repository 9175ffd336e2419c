import type { INodeExecutionData } from 'n8n-workflow';

import { addressId } from '../../../../linkedin/imports/addressId';
import type { ImportRun } from '../../../../linkedin/imports/run';
import { check, summaryOf, toCheckItem, type CheckedItem } from '../../../run/check';
import type { Item } from '../../../run/item';
import { inParallel } from '../../../run/pool';
import type { Run } from '../../../run/run';
import { openImport, toolsOf } from './importAll';
import { pairedWith } from './output';
import type { FormImport } from './readImport';

/** What a check found out about an entry. */
interface CheckedEntry {
	readonly found: CheckedItem;
	/** The input item that it came from. */
	readonly item: number;
}

/**
 * Checks what an import would do with each of its entries: nothing is written, and the webhook is not
 * told.
 *
 * @returns an item for each entry, or a summary, as the output of the import is
 * @throws what fails the import as a whole
 */
export async function checkImport(
	run: Run,
	form: FormImport,
	items: readonly Item[],
): Promise<INodeExecutionData[]> {
	const importRun = await openImport(form, new Set());
	const { entries } = form.request;
	const { results, failures } = await inParallel(entries.length, run.itemConcurrency, (index) =>
		checkEntry(run, form, importRun, index),
	);
	const [failure] = failures;
	if (failure) throw failure.error;
	if (form.output === 'summary') {
		const pairedItem = pairedWith(items.map(({ index }) => index));
		return [{ ...toCheckItem(summaryOf(results.map(({ found }) => found))), pairedItem }];
	}
	const inputFields = new Map(items.map((item) => [item.index, item.inputFields]));
	return results.map(({ found, item }) => ({
		json: { ...inputFields.get(item), ...toCheckItem(found).json },
		pairedItem: { item },
	}));
}

async function checkEntry(
	run: Run,
	form: FormImport,
	importRun: ImportRun,
	index: number,
): Promise<CheckedEntry> {
	const itemIndex = form.itemOf[index] ?? 0;
	const item = run.item(itemIndex);
	const { url = '', externalId } = form.request.entries[index] ?? {};
	// Signed links are secrets.
	item.check.foresee({ externalId, url: addressId(url) });
	const work = async (): Promise<void> => {
		const { result, failure } = await importRun.importEntry(index, toolsOf(item), () => []);
		if (failure) throw failure;
		const { state, reason, video } = result;
		item.check.foresee({ action: state, reason, urn: video?.mediaId });
	};
	try {
		// What is asked once for all entries is counted with the first.
		const before = index === 0 ? form.first.calls : 0;
		return { found: await check(item, work, before), item: itemIndex };
	} finally {
		await item.end();
	}
}
