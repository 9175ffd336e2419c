import type { IDataObject } from 'n8n-workflow';

import type { FileSource } from '../../../../linkedin/files/source';
import type { MediaCollection } from '../../../../linkedin/media/collections';
import { inMemory } from '../../../../linkedin/upload/inMemory';
import { isSingleSessionOf } from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { itemOptions } from '../../../fields/itemOptions';
import { calledLike, uploadedEntry } from '../../../fields/libraryEntry';
import { checkFile, waitMsOf, waitSeconds } from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { source, sourceFieldsOf } from '../../../fields/source';
import { openFile } from '../../../files/open';
import type { AnyField } from '../../../form/field';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { withArticle } from './nouns';
import { readProcessed } from './processing';

/** A file in memory: it is sent in one PUT, which must be repeatable. */
interface Loaded {
	readonly bytes: Buffer;
	readonly fileName: string;
	readonly warnings: readonly string[];
	/** What the check found, for the item. */
	readonly facts?: IDataObject;
}

/** A file that is going to be read, or made. */
interface ComingFile {
	/** Bytes of memory that it takes. */
	readonly memory: number;
	readonly file: () => Promise<FileSource>;
}

/** What differs between files that are sent in one piece. */
interface SingleUpload {
	readonly collection: MediaCollection;
	readonly description: string;
	readonly checkDescription?: string;
	/** Whether it can be listed in an ad account's library. */
	readonly inLibrary: boolean;
	/** Bytes: the largest file that is accepted. */
	readonly mostBytes: number;
	/** A way to make the file instead of reading it: with all fields for where it comes from. */
	readonly made?: {
		readonly fields: readonly AnyField[];
		readonly options: readonly AnyField[];
		/** @returns undefined if the file is read as usual */
		readonly open: (item: Item) => Promise<ComingFile | undefined>;
	};
	readonly load: (
		file: FileSource,
		check: boolean,
		signal: AbortSignal | undefined,
	) => Promise<Loaded>;
}

/** Uploads a file that is sent in one piece, from the item's binary field or from a link. */
export function uploadSingle(single: SingleUpload): ItemOperation {
	const { collection, description, checkDescription, inLibrary, load, made } = single;
	const owner = ownerField(collection.ownerTypes);
	const check =
		checkDescription === undefined ? checkFile : checkFile.with({ description: checkDescription });
	const options = itemOptions(check, waitSeconds, ...(made?.options ?? []));
	return {
		value: 'upload',
		name: 'Upload',
		action: `Upload ${withArticle(collection)}`,
		description,
		fields: [
			owner,
			...(made?.fields ?? sourceFieldsOf(collection.urnType)),
			...(inLibrary ? [uploadedEntry] : []),
			options,
		],
		async execute(item) {
			const { context, client, signal } = item;
			const actor = item.read(owner);
			const chosen = item.read(options);
			const coming = (await made?.open(item)) ?? (await openSource(item, single));
			const send = async () => {
				const file = await coming.file();
				const { bytes, fileName, warnings, facts } = await load(file, chosen.checkFile, signal);
				const library = inLibrary ? calledLike(fileName, item.read(uploadedEntry)) : undefined;
				item.warn(...warnings);

				const fileSizeBytes = bytes.length;
				const by = await item.urnOf(actor);
				const upload = { owner: by, fileName, fileSizeBytes, library };
				const session =
					item.memory.recall(isSingleSessionOf(fileSizeBytes)) ??
					(await initializeSingle(context, collection, upload));
				item.memory.keep(session);
				await sendSingle(context, collection, session, bytes);
				return { session, library, facts };
			};
			const { session, library, facts } = await inMemory(context, coming.memory, send);
			const waitMs = waitMsOf(chosen);
			const state = await readProcessed(item, session, { collection, library, waitMs });
			const { status, ...media } = state;
			const json = {
				urn: session.urn,
				owner: session.owner,
				status,
				fileSizeBytes: session.fileSizeBytes,
				...facts,
				retries: client.retries,
				calls: client.calls,
				warnings: item.warnings,
				...media,
			};
			return [{ json }];
		},
	};
}

async function openSource(item: Item, { mostBytes }: SingleUpload): Promise<ComingFile> {
	const file = await openFile(item, item.read(source), { wholeUpTo: mostBytes });
	return { memory: file.size, file: () => Promise.resolve(file) };
}
