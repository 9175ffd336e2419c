import { batchGetMedia } from '../../../../linkedin/media/batchGet';
import type { LibraryCollection } from '../../../../linkedin/media/collections';
import { itemOptions } from '../../../fields/itemOptions';
import { optionalAccount } from '../../../fields/account';
import { failOnMissing, simplify } from '../../../fields/results';
import { urnsField } from '../../../fields/urns';
import type { ItemOperation } from '../../../run/operation';
import { lookupItems } from './lookups';
import { toEntry } from '../../../run/entry';

const options = itemOptions(failOnMissing);

/** Many entries: one item for each URN, in the order of the request. */
export function batchGetOperation(collection: LibraryCollection): ItemOperation {
	const { noun } = collection;
	const urnsOf = urnsField(collection);
	return {
		value: 'batchGet',
		name: 'Get Many by URN',
		action: `Get many ${noun}s by URN`,
		description: `Get many ${noun}s by URN`,
		fields: [urnsOf, optionalAccount, simplify, options],
		async execute(item) {
			const urns = item.read(urnsOf);
			const account = item.read(optionalAccount);
			const isSimple = item.read(simplify);
			const { failOnMissing: mustExist } = item.read(options);
			const { client, signal } = item;
			const lookups = await batchGetMedia(client, collection, { urns, account, signal });
			return lookupItems(lookups, mustExist ? noun : undefined, ({ entity }) =>
				toEntry(entity, isSimple),
			);
		},
	};
}
