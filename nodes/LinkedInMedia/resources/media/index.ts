import type { LibraryCollection } from '../../../../linkedin/media/collections';
import type { ItemOperation } from '../../../run/operation';
import { batchGetOperation } from './batchGet';
import { downloadOperation } from './download';
import { findByAccountOperation } from './findByAccount';
import { getOperation } from './get';
import { withArticle } from './nouns';
import { updateLibraryOperation } from './updateLibrary';

/** Operations on media that are already on LinkedIn: videos and images differ by a table row. */
export function libraryOperations(collection: LibraryCollection): readonly ItemOperation[] {
	const description = `Get ${withArticle(collection)}, with its processing status and details`;
	return [
		getOperation(collection, { inLibrary: true, description }),
		batchGetOperation(collection),
		findByAccountOperation(collection),
		updateLibraryOperation(collection),
		downloadOperation(collection),
	];
}
