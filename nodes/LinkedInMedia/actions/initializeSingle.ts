import type { Collection } from '../../../linkedin/media/collections';
import { presignSingle } from '../../../linkedin/upload/presign';
import { readFileName } from './fields/handedOver';
import { readLibraryEntry } from './fields/libraryEntry';
import { readUploadOptions } from './fields/options';
import { readOwner } from './fields/owner';
import type { MediaOperation } from './operation';
import { presignedItem } from './presigned';

/**
 * Begins the upload of what goes in one piece, and gives LinkedIn's address away. Its PUT needs the
 * connection's token, which the address alone does not replace.
 *
 * @param fallbackName where the user gives no file name
 */
export function initializeSingleUpload(
	collection: Collection,
	fallbackName: string,
): MediaOperation {
	return async function (itemIndex, item) {
		const owner = readOwner(this, itemIndex, collection.ownerTypes);
		const { maxRetries } = readUploadOptions(this, itemIndex);
		const fileName = readFileName(this, itemIndex, fallbackName);
		const library = readLibraryEntry(this, itemIndex, fileName);
		const presigned = await presignSingle(item.uploadContext(maxRetries), collection, {
			owner,
			fileName,
			library,
		});
		// Another try of the node would begin a second upload.
		item.memory.keep(presigned.session);
		return [presignedItem(presigned)];
	};
}
