import type { INodeExecutionData } from 'n8n-workflow';

import type { ImportResult } from '../../../../linkedin/imports/result';
import { toData } from '../result';
import type { FormImport } from './readImport';

/** An import as items: an entry belongs to the item it came from, a summary to all of them. */
export function toOutput(
	result: ImportResult,
	{ output, itemOf }: FormImport,
	items: readonly number[],
): INodeExecutionData[] {
	if (output === 'summary') {
		return [{ json: toData({ ...result }), pairedItem: paired(items) }];
	}
	return result.videos.map((entry, index) => ({
		json: toData({ ...entry }),
		pairedItem: { item: itemOf[index] ?? 0 },
	}));
}

export function paired(items: readonly number[]): INodeExecutionData['pairedItem'] {
	const [only] = items;
	if (only !== undefined && items.length === 1) return { item: only };
	return items.map((item) => ({ item }));
}
