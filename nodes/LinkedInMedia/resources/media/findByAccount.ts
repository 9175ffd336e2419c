import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { findByAccount, MAX_PAGE_SIZE } from '../../../../linkedin/media/find';
import { account } from '../../../fields/account';
import { itemOptions } from '../../../fields/itemOptions';
import { most, simplify } from '../../../fields/results';
import { choice, whole } from '../../../form/fields';
import type { ItemOperation } from '../../../run/operation';
import type { OutputItem } from '../../../run/output';
import { toEntry } from '../../../run/entry';

const mediaLibraryStatus = choice({
	displayName: 'Library Status',
	name: 'mediaLibraryStatus',
	options: [
		{ name: 'Active', value: 'ACTIVE', description: 'Entries that are in use' },
		{ name: 'Any', value: 'any', description: 'All entries' },
		{ name: 'Archived', value: 'ARCHIVED', description: 'Entries that were archived' },
	],
	default: 'any',
	description: 'Which library entries to return',
});

const start = whole({
	displayName: 'Start',
	name: 'start',
	default: 0,
	least: 0,
	most: 1_000_000,
	description: 'How many entries to skip, last modified first',
});

const options = itemOptions(start);

/** All of them are items in memory at once. */
const MANY = 50_000;

/** The entries of an ad account's library, last modified first. */
export function findByAccountOperation(collection: LibraryCollection): ItemOperation {
	const { noun } = collection;
	return {
		value: 'findByAccount',
		name: 'Get Many',
		action: `Get many ${noun}s from a media library`,
		description: `List the ${noun}s in the media library of an ad account, last modified first`,
		fields: [account, mediaLibraryStatus, ...most.fields, simplify, options],
		async execute(item) {
			const from = item.read(account);
			const status = item.read(mediaLibraryStatus);
			const limit = item.read(most);
			const isSimple = item.read(simplify);
			const { start: first } = item.read(options);
			const output: OutputItem[] = [];
			const pages = findByAccount(item.client, collection, {
				account: from,
				status: status === 'any' ? undefined : status,
				pageSize: Math.min(limit, MAX_PAGE_SIZE),
				start: first,
				nameless: true,
				signal: item.signal,
			});
			for await (const page of pages) {
				for (const entity of page.slice(0, limit - output.length)) {
					output.push({ json: toEntry(entity, isSimple) });
				}
				if (output.length >= limit) break;
			}
			if (limit === Infinity && output.length > MANY) {
				item.warn(
					`The library has ${output.length} ${noun}s, which need a lot of memory at once. To read them in portions, turn off "Return All" and set "Limit" and "Start".`,
				);
			}
			return output;
		},
	};
}
