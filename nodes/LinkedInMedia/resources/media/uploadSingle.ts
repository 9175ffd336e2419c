import type { IDataObject } from 'n8n-workflow';

import { recordOf } from '../../../../linkedin/api/parse';
import type { FileSource } from '../../../../linkedin/files/source';
import type { MediaCollection } from '../../../../linkedin/media/collections';
import { inMemory } from '../../../../linkedin/upload/inMemory';
import { isSingleSessionOf } from '../../../../linkedin/upload/session';
import { initializeSingle, sendSingle } from '../../../../linkedin/upload/single';
import { uploadWrites } from '../../../../linkedin/upload/uploadWrites';
import { writeOptions } from '../../../fields/itemOptions';
import { calledLike, uploadedEntry } from '../../../fields/libraryEntry';
import { checkFile, waitMsOf, waitSeconds } from '../../../fields/options';
import { ownerField } from '../../../fields/owner';
import { source, sourceFieldsOf } from '../../../fields/source';
import { openFile } from '../../../files/open';
import { shownFile } from '../../../files/shownFile';
import { once } from '../../../run/once';
import type { AnyField } from '../../../form/field';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { withArticle } from './nouns';
import { processingReads, readProcessed } from './processing';
import { shownUpload } from './shownUpload';

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
	/**
	 * Runs `work` as soon as there is memory for the file.
	 *
	 * @throws Problem, CancelledError; what `work` throws
	 */
	readonly withRoom: <Result>(
		work: (file: () => Promise<FileSource>) => Promise<Result>,
	) => Promise<Result>;
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
		readonly open: (item: Item) => ComingFile | undefined;
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
	const options = writeOptions(check, waitSeconds, ...(made?.options ?? []));
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
			const { check: preparation, context, client, signal } = item;
			await preparation.attempt(() => item.read(owner));
			const chosen = item.read(options);
			const waitMs = waitMsOf(chosen);
			const by = once(() => item.urnOf(item.read(owner)));
			const [coming] = await preparation.gather(
				async () => made?.open(item) ?? (await openSource(item, single)),
				async () => preparation.isOn && (await by()),
			);
			const send = async (file: () => Promise<FileSource>) => {
				const [{ bytes, fileName, facts }, entry] = await preparation.gather(
					async () => {
						const loaded = await load(await file(), chosen.checkFile, signal);
						item.warn(...loaded.warnings);
						return loaded;
					},
					() => (inLibrary ? item.read(uploadedEntry) : undefined),
				);
				const library = calledLike(fileName, entry);
				const fileSizeBytes = bytes.length;
				const upload = { owner: await by(), fileName, fileSizeBytes, library };
				const shown = { name: fileName, size: fileSizeBytes, facts: recordOf(facts?.file) };
				preparation.announce({
					preview: shownUpload(upload, [shownFile(shown)]),
					writes: uploadWrites(collection, upload),
					reads: processingReads(collection, fileSizeBytes, waitMs),
				});
				const session =
					item.memory.recall(isSingleSessionOf(fileSizeBytes)) ??
					(await initializeSingle(context, collection, upload));
				item.memory.keep(session);
				await sendSingle(context, collection, session, bytes);
				return { session, library, facts };
			};
			const { session, library, facts } = await coming.withRoom(send);
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
	return {
		withRoom: (work) => inMemory(item.context, file.size, () => work(() => Promise.resolve(file))),
	};
}
