import type { MediaCollection } from '../../../../linkedin/media/collections';
import { startPurpose } from '../../../../linkedin/upload/initialize';
import { presignSingle } from '../../../../linkedin/upload/presign';
import { writeOptions } from '../../../fields/itemOptions';
import { fileName } from '../../../fields/handedOver';
import { calledLike, uploadedEntry } from '../../../fields/libraryEntry';
import { ownerField } from '../../../fields/owner';
import type { ItemOperation } from '../../../run/operation';
import { withArticle } from './nouns';
import { presignedItem } from './presigned';
import { shownUpload } from './shownUpload';

/** What differs between files that are sent in one piece. */
interface Single {
	readonly collection: MediaCollection;
	/** Used if the user enters no file name. */
	readonly usualName: string;
	/** Whether it can be listed in an ad account's library. */
	readonly inLibrary: boolean;
}

/**
 * Starts the upload of a file that is sent in one piece, and returns LinkedIn's URL. Its PUT
 * requires the connection's token; the URL alone is not enough.
 */
export function initializeSingle({ collection, usualName, inLibrary }: Single): ItemOperation {
	const owner = ownerField(collection.ownerTypes);
	const options = writeOptions();
	return {
		value: 'initializeUpload',
		name: 'Initialize Upload',
		action: `Initialize the upload of ${withArticle(collection)}`,
		description: 'Get an upload URL so that another system can send the file',
		fields: [
			owner,
			fileName.with({ placeholder: `e.g. ${usualName}` }),
			...(inLibrary ? [uploadedEntry] : []),
			options,
		],
		async execute(item) {
			const [actor, name, entry] = await item.check.gather(
				() => item.read(owner),
				() => item.read(fileName) || usualName,
				() => (inLibrary ? item.read(uploadedEntry) : undefined),
			);
			const library = calledLike(name, entry);
			const upload = { owner: await item.urnOf(actor), fileName: name, library };
			item.check.announce({
				preview: shownUpload(upload, [{ name }]),
				writes: [startPurpose(collection, upload)],
			});
			const presigned = await presignSingle(item.context, collection, upload);
			// Another try of the node would start a second upload.
			item.memory.keep(presigned.session);
			return [presignedItem(presigned)];
		},
	};
}
