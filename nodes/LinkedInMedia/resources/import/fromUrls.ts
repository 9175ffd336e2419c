import type { INodeExecutionData } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { failedCheck, toCheckItem } from '../../../run/check';
import type { RunOperation } from '../../../run/operation';
import type { Run } from '../../../run/run';
import { checkImport } from './checkImport';
import { toFailedItem } from './failedImport';
import { importFields } from './fields';
import { openGroups, type ImportGroup } from './groups';
import { importAll } from './importAll';
import { pairedWith, toOutput } from './output';
import { readImport } from './readImport';

/**
 * Imports all items at once as the entries of one import, or the list in each item as an import of
 * its own. A problem with an import as a whole is an error; a problem with an entry is that entry's
 * result.
 */
export const fromUrls: RunOperation = {
	value: 'fromUrls',
	name: 'From URLs',
	action: 'Import videos or images by URL',
	description: 'Import a list of files by URL, skipping those that an earlier import brought in',
	fields: importFields,
	async executeAll(run) {
		const groups = openGroups(run);
		// What stops the node stops it before anything is sent.
		const stopped = run.execution.continueOnFail()
			? []
			: groups.filter(({ refused, items: [first] }) => refused && !first.check.isOn);
		for (const group of stopped) toFailedItem(run, group, group.refused, false);
		const output: INodeExecutionData[] = [];
		for (const group of groups) output.push(...(await importGroup(run, group, output)));
		return output;
	},
};

/** @param before what the node gives out for the imports before this one */
async function importGroup(
	run: Run,
	group: ImportGroup,
	before: readonly INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const isTriedAgain = isTriedAgainAfter(run, before);
	const { output, error } = await tryGroup(run, group, isTriedAgain);
	run.tellConnection();
	return output ?? [toFailedItem(run, group, error, isTriedAgain)];
}

async function tryGroup(
	run: Run,
	{ items, from, progress, refused }: ImportGroup,
	isTriedAgain: boolean,
): Promise<{ output?: INodeExecutionData[]; error?: unknown }> {
	const [first] = items;
	if (first.check.isOn) return { output: await tryCheck(run, { items, from, refused }) };
	if (refused) return { error: refused };
	try {
		const form = readImport(items, from, first.fileServer?.webhookSecret());
		return {
			output: toOutput(await importAll(run, form, { progress, isTriedAgain }), form, items),
		};
	} catch (error) {
		return { error };
	} finally {
		await Promise.all(items.map((item) => item.end()));
	}
}

/** The same with *Check Only*: what fails the import as a whole is an item too. */
async function tryCheck(
	run: Run,
	{ items, from, refused }: Pick<ImportGroup, 'items' | 'from' | 'refused'>,
): Promise<INodeExecutionData[]> {
	const [first] = items;
	try {
		if (refused) throw refused;
		const form = readImport(items, from, first.fileServer?.webhookSecret());
		return await checkImport(run, form, items);
	} catch (error) {
		const pairedItem = pairedWith(items.map(({ index }) => index));
		return [{ ...toCheckItem(failedCheck(error, first.warnings)), pairedItem }];
	} finally {
		await Promise.all(items.map((item) => item.end()));
	}
}

/**
 * Whether n8n runs the node again should the next import fail: where the node stops by it, or where the
 * first item that it gives out is an error (n8n looks at no other).
 */
function isTriedAgainAfter(
	{ execution, memory }: Run,
	[first]: readonly INodeExecutionData[],
): boolean {
	if (memory.isLastTry) return false;
	return !execution.continueOnFail() || first === undefined || isRecord(first.json.error);
}
