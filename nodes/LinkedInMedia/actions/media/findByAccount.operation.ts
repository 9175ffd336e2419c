import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { findByAccount, MAX_PAGE_SIZE } from '../../../../linkedin/media/find';
import { accountField, readAccount } from '../fields/account';
import { toBoolean, toChoice, toWhole } from '../fields/values';
import type { MediaOperation, OutputItem } from '../operation';
import { readSimplify, simplifyField } from './fields';
import { toEntry } from './output';

const MAX_LIMIT = 1_000_000;

export function describeFindByAccount(collection: LibraryCollection): INodeProperties[] {
	return updateDisplayOptions(
		{ show: { resource: [collection.urnType], operation: ['findByAccount'] } },
		[
			accountField,
			{
				displayName: 'Library Status',
				name: 'mediaLibraryStatus',
				type: 'options',
				options: [
					{ name: 'Active', value: 'ACTIVE' },
					{ name: 'Any', value: 'any' },
					{ name: 'Archived', value: 'ARCHIVED' },
				],
				default: 'any',
				description: 'Which entries of the library are wanted',
			},
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			},
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				default: 50,
				typeOptions: { minValue: 1, numberPrecision: 0 },
				displayOptions: { show: { returnAll: [false] } },
				description: 'Max number of results to return',
			},
			simplifyField,
		],
	);
}

/** The entries of an ad account's library, last modified first. */
export function findByAccountOperation(collection: LibraryCollection): MediaOperation {
	return async function (itemIndex, item) {
		const account = readAccount(this, itemIndex);
		const choice = toChoice(
			this.getNodeParameter('mediaLibraryStatus', itemIndex, 'any'),
			['any', 'ACTIVE', 'ARCHIVED'],
			'Library Status',
		);
		const limit = readLimit(this, itemIndex);
		const simplify = readSimplify(this, itemIndex);
		const output: OutputItem[] = [];
		const pages = findByAccount(item.client(), collection, {
			account,
			status: choice === 'any' ? undefined : choice,
			pageSize: Math.min(limit, MAX_PAGE_SIZE),
			signal: item.signal,
		});
		for await (const page of pages) {
			const wanted = page.slice(0, limit - output.length);
			output.push(...wanted.map((entity) => ({ json: toEntry(entity, simplify) })));
			if (output.length >= limit) break;
		}
		return output;
	};
}

/** @throws Problem for a limit below 1 */
function readLimit(execution: IExecuteFunctions, itemIndex: number): number {
	const all: unknown = execution.getNodeParameter('returnAll', itemIndex, false);
	if (toBoolean(all, false, 'Return All')) return Infinity;
	return toWhole(execution.getNodeParameter('limit', itemIndex, 50), 50, 1, MAX_LIMIT, 'Limit');
}
