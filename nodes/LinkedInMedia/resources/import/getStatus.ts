import { readKnownImport } from '../../../../linkedin/imports/readStatus';
import { getImportStatus as readStatus } from '../../../../linkedin/imports/status';
import { itemOptions } from '../../../fields/itemOptions';
import { json } from '../../../form/fields';
import { toData } from '../../../run/data';
import type { ItemOperation } from '../../../run/operation';

const importResult = json({
	displayName: 'Import Result',
	name: 'importResult',
	default: '={{ $json }}',
	required: true,
	description:
		'The result of From URLs, one or more of its entries, or a list of URNs of videos and images',
}).map(readKnownImport);

/** The current status of an import and of each entry. */
export const getStatus: ItemOperation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of an import',
	description: 'Get the processing status of every file of an import',
	fields: [importResult, itemOptions()],
	async execute(item) {
		const known = item.read(importResult);
		return [{ json: toData(await readStatus(item.client, known, item.signal)) }];
	},
};
