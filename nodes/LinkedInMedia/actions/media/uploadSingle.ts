import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { FileSource } from '../../../../linkedin/files/source';
import type { Collection } from '../../../../linkedin/media/collections';
import type { LibraryEntry } from '../../../../linkedin/upload/initialize';
import { isSingleSessionOf } from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { openSource } from '../../items/source';
import { readUploadOptions } from '../fields/options';
import { readOwner } from '../fields/owner';
import type { MediaOperation } from '../operation';
import { readProcessed } from '../processing';

/** A file in memory: it goes in one PUT, which must be repeatable. */
interface Loaded {
	readonly bytes: Buffer;
	readonly fileName: string;
	readonly warnings: readonly string[];
	/** What the look into it found out, for the item. */
	readonly facts?: IDataObject;
}

interface SingleUpload {
	readonly collection: Collection;
	readonly load: (
		file: FileSource,
		check: boolean,
		signal: AbortSignal | undefined,
	) => Promise<Loaded>;
	readonly libraryOf?: (
		execution: IExecuteFunctions,
		itemIndex: number,
		fileName: string,
	) => LibraryEntry | undefined;
}

/** Uploads what goes in one piece: from the item's binary field, or from an address. */
export function uploadSingle({ collection, load, libraryOf }: SingleUpload): MediaOperation {
	return async function (itemIndex, item) {
		const owner = readOwner(this, itemIndex, collection.ownerTypes);
		const { checkFile, maxRetries, waitMs } = readUploadOptions(this, itemIndex);
		const context = item.uploadContext(maxRetries);
		const file = await openSource(this, itemIndex, item, context.client);
		const { bytes, fileName, warnings, facts } = await load(file, checkFile, item.signal);
		const library = libraryOf?.(this, itemIndex, fileName);
		for (const warning of warnings) item.warn(warning);

		const fileSizeBytes = bytes.length;
		const session =
			item.memory.recall(isSingleSessionOf(fileSizeBytes)) ??
			(await initializeSingle(context, collection, { owner, fileName, fileSizeBytes, library }));
		item.memory.keep(session);
		await sendSingle(context, collection, session, bytes);
		const { status, ...media } = await readProcessed(context, collection, session, library, waitMs);
		return [
			{
				json: {
					urn: session.urn,
					owner,
					status,
					fileSizeBytes,
					...facts,
					retries: context.client.retries,
					warnings: [...item.warnings],
					...media,
				},
			},
		];
	};
}
