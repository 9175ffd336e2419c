import { checkDocument, type DocumentFacts } from './document';
import { checkDocumentSize, MAX_DOCUMENT_BYTES } from './documentSize';
import { readAll } from './readAll';
import type { FileSource } from './source';

/**
 * A document in memory, up to 100 MB: it is sent in one PUT, which must be repeatable. With several
 * items at once, each has its own.
 */
interface LoadedDocument {
	readonly bytes: Buffer;
	readonly fileName: string;
	/** If it was checked. */
	readonly facts?: DocumentFacts;
	readonly warnings: readonly string[];
}

/**
 * @param check whether to check it against LinkedIn's limits
 * @throws Problem
 */
export async function readDocument(
	file: FileSource,
	check: boolean,
	signal: AbortSignal | undefined,
): Promise<LoadedDocument> {
	checkDocumentSize(file);
	const bytes = await readAll(file, MAX_DOCUMENT_BYTES, 'document', signal);
	if (!check) return { bytes, fileName: file.name, warnings: [] };
	return { bytes, fileName: file.name, ...(await checkDocument(bytes, file.name, signal)) };
}
