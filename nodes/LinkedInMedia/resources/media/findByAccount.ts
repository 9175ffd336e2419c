import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { findByAccount, MAX_PAGE_SIZE } from '../../../../linkedin/media/find';
import { account } from '../../../fields/account';
import { itemOptions } from '../../../fields/itemOptions';
import { most, simplify } from '../../../fields/results';
import { choice } from '../../../form/fields';
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

/** The entries of an ad account's library, last modified first. */
export function findByAccountOperation(collection: LibraryCollection): ItemOperation {
	const { noun } = collection;
	return {
		value: 'findByAccount',
		name: 'Get Many',
		action: `Get many ${noun}s from a media library`,
		description: `List the ${noun}s in the media library of an ad account`,
		fields: [account, mediaLibraryStatus, ...most.fields, simplify, itemOptions()],
		async execute(item) {
			const from = item.read(account);
			const status = item.read(mediaLibraryStatus);
			const limit = item.read(most);
			const isSimple = item.read(simplify);
			const output: OutputItem[] = [];
			const pages = findByAccount(item.client, collection, {
				account: from,
				status: status === 'any' ? undefined : status,
				pageSize: Math.min(limit, MAX_PAGE_SIZE),
				nameless: true,
				signal: item.signal,
			});
			for await (const page of pages) {
				const wanted = page.slice(0, limit - output.length);
				output.push(...wanted.map((entity) => ({ json: toEntry(entity, isSimple) })));
				if (output.length >= limit) break;
			}
			return output;
		},
	};
}
