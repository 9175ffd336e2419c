import { readKnownImport, type KnownImport } from '../../../../linkedin/imports/readStatus';
import { getImportStatuses } from '../../../../linkedin/imports/status';
import { includeInputFields, maxRetries } from '../../../fields/options';
import { optionsWith } from '../../../form/collection';
import { json } from '../../../form/fields';
import { toData } from '../../../run/data';
import type { Item } from '../../../run/item';
import type { ItemOutcome, SharedOperation } from '../../../run/operation';

const importResult = json({
	displayName: 'Import Result',
	name: 'importResult',
	default: '={{ $json }}',
	required: true,
	description:
		'The result of From URLs, one or more of its entries, or a list of URNs of videos and images',
}).map(readKnownImport);

type Read = { readonly known: KnownImport } | { readonly error: unknown };

/**
 * Imports, or entries of them, as they now stand: the state of each at LinkedIn. All items are asked for
 * at once, since an import of a thousand entries may be a thousand items.
 */
export const getStatus: SharedOperation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of an import',
	description: 'Get the processing status of every file of an import',
	fields: [importResult, optionsWith(includeInputFields, maxRetries)],
	async executeTogether(items) {
		const reads = items.map(readItem);
		const known = reads.flatMap((read) => ('known' in read ? [read.known] : []));
		const [first] = items;
		const statuses = first && (await getImportStatuses(first.client, known, first.signal));
		return reads.map((read): ItemOutcome => {
			if ('error' in read) return read;
			return { output: [{ json: toData({ ...statuses?.get(read.known) }) }] };
		});
	},
};

function readItem(item: Item): Read {
	try {
		return { known: item.read(importResult) };
	} catch (error) {
		return { error };
	}
}
