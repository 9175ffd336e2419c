import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { readKnownImport } from '../../../../linkedin/imports/readStatus';
import { getStatus } from '../../../../linkedin/imports/status';
import { readJson } from '../fields/handedOver';
import type { MediaOperation } from '../operation';
import { toData } from '../result';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['import'], operation: ['getStatus'] } },
	[
		{
			displayName: 'Import Result',
			name: 'importResult',
			type: 'json',
			default: '={{ $json }}',
			required: true,
			description:
				'The result of "From URLs", one or several of its entries, or a list of URNs of videos and images',
		},
	],
);

/** An import as it now stands: what LinkedIn has made of each entry. */
export const execute: MediaOperation = async function (itemIndex, item) {
	const known = readKnownImport(readJson(this, itemIndex, 'importResult'), 'Import Result');
	return [{ json: toData(await getStatus(item.client(), known, item.signal)) }];
};
