import type { INodeExecutionData } from 'n8n-workflow';

import type { ImportResult } from '../../../../linkedin/imports/result';
import { toData } from '../../../run/data';
import type { Item } from '../../../run/item';
import type { FormImport } from './readImport';

/** An import as items: an entry belongs to the item it came from, a summary to all of them. */
export function toOutput(
	result: ImportResult,
	{ output, itemOf }: FormImport,
	indices: readonly number[],
): INodeExecutionData[] {
	if (output === 'summary') {
		return [{ json: toData({ ...result }), pairedItem: pairedWith(indices) }];
	}
	return result.videos.map((entry, index) => ({
		// What a later node needs; nothing if the entry was not imported.
		json: toData({ urn: entry.video?.mediaId ?? null, ...entry }),
		pairedItem: { item: itemOf[index] ?? 0 },
	}));
}

/** In addition to what belongs to one item. */
export function withInputFields(
	output: INodeExecutionData[],
	items: readonly Item[],
): INodeExecutionData[] {
	const kept = new Map(items.map((item) => [item.index, item.inputFields]));
	return output.map(({ json, pairedItem, ...rest }) => {
		const isOne = typeof pairedItem === 'object' && !Array.isArray(pairedItem);
		const inputFields = isOne ? kept.get(pairedItem.item) : undefined;
		return { ...rest, json: { ...inputFields, ...json }, pairedItem };
	});
}

/** An output item that belongs to all of these input items. */
export function pairedWith(indices: readonly number[]): INodeExecutionData['pairedItem'] {
	const [only] = indices;
	if (only !== undefined && indices.length === 1) return { item: only };
	return indices.map((item) => ({ item }));
}
