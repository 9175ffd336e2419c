import type { INodeExecutionData } from 'n8n-workflow';

import { addressId } from '../../../../linkedin/imports/addressId';
import type { EntryFailure } from '../../../../linkedin/imports/failedResult';
import type { EntryResult } from '../../../../linkedin/imports/result';
import { UploadFailure } from '../../../../linkedin/upload/uploadFailure';
import { toData } from '../../../run/data';
import { hasErrorOutput } from '../../../run/errorOutput';
import { toErrorItem, toNodeError, withDetails } from '../../../run/errors';
import type { Item } from '../../../run/item';
import type { EndedImport } from './progress';
import type { FormImport } from './readImport';

/**
 * An import as items: an entry belongs to the item it came from, a summary to all of them. Where the node
 * has an error output, an entry that failed goes there.
 */
export function toOutput(
	{ result, failures }: EndedImport,
	form: FormImport,
	items: readonly Item[],
): INodeExecutionData[] {
	const { execution } = form.first;
	const inputFields = new Map(items.map((item) => [item.index, item.inputFields]));
	if (form.output === 'summary') {
		const [only, ...others] = items;
		const kept = others.length === 0 && only ? inputFields.get(only.index) : undefined;
		const pairedItem = pairedWith(items.map(({ index }) => index));
		return [{ json: { ...kept, ...toData({ ...result }) }, pairedItem }];
	}
	return result.videos.map((entry, index) => {
		const failure = failures.get(index);
		if (failure && hasErrorOutput(execution)) return failedItem(form, index, { entry, failure });
		const item = form.itemOf[index] ?? 0;
		return {
			json: {
				...inputFields.get(item),
				// What a node after this one goes on with; nothing where the entry was not imported.
				...toData({ urn: entry.video?.mediaId ?? null, ...entry }),
			},
			pairedItem: { item },
		};
	});
}

/** Entries of a list all belong to one item: `entry` says which of them it was. */
function failedItem(
	{ first, request, itemOf }: FormImport,
	index: number,
	{ entry, failure }: { readonly entry: EntryResult; readonly failure: EntryFailure },
): INodeExecutionData {
	const { execution } = first;
	const itemIndex = itemOf[index] ?? 0;
	const reason = failure instanceof UploadFailure ? failure.reason : failure;
	const nodeError = toNodeError(execution.getNode(), reason);
	const input = execution.getInputData()[itemIndex] ?? { json: {} };
	// Signed links are secrets.
	const url = addressId(request.entries[index]?.url ?? '');
	const { externalId: id, uploadSession } = entry;
	return withDetails(toErrorItem(nodeError, reason, input, itemIndex), {
		entry: { id, url },
		...(uploadSession && toData({ uploadSession })),
	});
}

/** An output item that belongs to all of these input items. */
export function pairedWith(indices: readonly number[]): INodeExecutionData['pairedItem'] {
	const [only] = indices;
	if (only !== undefined && indices.length === 1) return { item: only };
	return indices.map((item) => ({ item }));
}
