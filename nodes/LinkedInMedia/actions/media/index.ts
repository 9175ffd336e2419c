import type { INodeProperties } from 'n8n-workflow';

import type { LibraryCollection } from '../../../../linkedin/media/collections';
import type { MediaOperation } from '../operation';
import { batchGetOperation, describeBatchGet } from './batchGet.operation';
import { describeDownload, downloadOperation } from './download.operation';
import { describeFindByAccount, findByAccountOperation } from './findByAccount.operation';
import { describeGet, getOperation } from './get.operation';
import { describeUpdateLibrary, updateLibraryOperation } from './updateLibrary.operation';

/** What can be done with media that are on LinkedIn already: videos and images differ by a row. */
export function libraryOperations(collection: LibraryCollection): Array<[string, MediaOperation]> {
	return [
		['batchGet', batchGetOperation(collection)],
		['download', downloadOperation(collection)],
		['findByAccount', findByAccountOperation(collection)],
		['get', getOperation(collection, true)],
		['updateLibrary', updateLibraryOperation(collection)],
	];
}

/** The form fields of these operations. */
export function libraryFields(collection: LibraryCollection): INodeProperties[] {
	return [
		...describeGet(collection, true),
		...describeBatchGet(collection),
		...describeFindByAccount(collection),
		...describeUpdateLibrary(collection),
		...describeDownload(collection),
	];
}
